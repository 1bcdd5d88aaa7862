/// Which record of an inspection each of the office's verdicts is about.
///
/// A verdict names visit, item and object. Those of earlier programs named no object, and of a visit and
/// item those programs knew the last record alone: such a verdict is about the object of the record that
/// was the last when it was given, and where that file has been taken back, of the first that came after.
struct RuledMatters {
    private let acts: ActBook
    private let matterByAct: [Int: Int]
    /// The matters on which a verdict was ever given, be it revoked since.
    let ruled: Set<Int>

    /// `entries` by receipt; `matters` has the number of each visit, item and object among them.
    init(_ acts: ActBook, _ entries: [InspectionBook.Entry], _ matters: [InspectionBook.Key: Int]) {
        self.acts = acts
        let rulings = acts.acts.compactMap { act in act.content.ruling.map { (act.id, $0) } }
        let visits =
            rulings.contains { $0.1.subject == nil }
            ? Dictionary(grouping: entries) { [$0.form, $0.record.visit, $0.record.item] } : [:]
        var matterByAct: [Int: Int] = [:]
        for (act, ruling) in rulings {
            if let subject = ruling.subject {
                matterByAct[act] =
                    matters[
                        .init(
                            form: ruling.form, visit: ruling.visit, item: ruling.item,
                            subject: subject)
                    ]
            } else {
                let seen = visits[[ruling.form, ruling.visit, ruling.item]] ?? []
                matterByAct[act] = Self.last(of: seen, knownBy: act)?.matter
            }
        }
        self.matterByAct = matterByAct
        ruled = Set(matterByAct.values)
    }

    private static func last(
        of entries: [InspectionBook.Entry], knownBy act: Int
    ) -> InspectionBook.Entry? {
        let first = entries.map(\.known).min()
        return entries.last { $0.known <= act } ?? entries.last { $0.known == first }
    }

    /// The verdicts that stood at an event, by the matter; of several on one the last.
    func rulings(at event: Int) -> [Int: OfficeAct.Ruling] {
        var rulings: [Int: OfficeAct.Ruling] = [:]
        for act in acts.rulings(at: event) {
            guard let matter = matterByAct[act.id] else { continue }
            rulings[matter] = act.content.ruling
        }
        return rulings
    }
}
