package import Campaigns
package import Findings

extension Objection {
    /// `R06：三村已建成  成立：实地看过`, or that it is not decided yet.
    package var words: Bilingual {
        let (chinese, english): (String, String) =
            if let outcome {
                (
                    "\(outcome.isUpheld ? "成立" : "不成立")：\(outcome.reason)",
                    "\(outcome.isUpheld ? "upheld" : "rejected"): \(outcome.reason)"
                )
            } else {
                ("还没有处理", "not decided yet")
            }
        return Bilingual("\(about)：\(text)  \(chinese)", "\(about): \(text)  \(english)")
    }
}
