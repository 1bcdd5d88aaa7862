import Campaigns

/// 异议: how many there were and what became of them; whose and why is for the units themselves.
struct ObjectionText {
    let objections: [Objection]

    var lines: [String] {
        guard !objections.isEmpty else { return [] }
        let upheld = objections.count { $0.outcome?.isUpheld == true }
        let rejected = objections.count { $0.outcome?.isUpheld == false }
        let open = objections.count - upheld - rejected
        let parts = [("成立", upheld), ("不成立", rejected), ("正在核查", open)]
            .filter { $0.1 > 0 }.map { "\($0.0)\($0.1)件" }
        return ["单位对本月数据提出异议\(objections.count)件，其中\(parts.joined(separator: "，"))。"]
    }
}
