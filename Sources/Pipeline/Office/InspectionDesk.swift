import Campaigns
import Findings
import Ledgers

/// Which record of an inspection somebody at the desk means (暗访记录): by visit and item, and by object where
/// the visit looked at the item of several.
struct InspectionDesk {
    let workshop: Workshop

    typealias Record = (form: String, record: InspectionRecord)

    init(_ workshop: Workshop) {
        self.workshop = workshop
    }

    private var campaign: Campaign { workshop.campaign }

    /// The records that count now, with their forms.
    func records() throws(RunError) -> [Record] {
        try ledgerWork { () throws(LedgerError) in
            try workshop.ledger.inspections(of: campaign, asOf: workshop.asOf)
        }
    }

    /// The one record that is meant; asks where it may be several, and never takes one of them.
    func record(
        visit: String, item: String, subject: String?
    ) throws(RunError) -> (Form, InspectionRecord) {
        let onItem = try records(ofItem: item, among: records(ofVisit: visit))
        let found = try subject.map { text throws(RunError) in
            try records(ofSubject: text, among: onItem)
        }
        let meant = found ?? onItem
        guard let one = meant.first, meant.count == 1, let form = campaign.form(one.form) else {
            let (chinese, english) = (objects(meant, "、"), objects(meant, ", "))
            throw .usage(
                Bilingual(
                    "\(visit) 的 \(item) 查了几个对象，用 --about 写明是哪一个：\(chinese)",
                    "\(visit) looked at \(item) of several objects, name one with --about: \(english)"
                ))
        }
        return (form, one.record)
    }

    private func records(ofVisit visit: String) throws(RunError) -> [Record] {
        let all = try records()
        let key = Folding.key(visit)
        let found = all.filter { Folding.key($0.record.visit) == key }
        guard !found.isEmpty else {
            throw NameDesk.unknown(
                Bilingual("没有编号“\(visit)”的暗访记录", "there is no inspection “\(visit)”"),
                proposals: nearest(to: visit, among: all.map(\.record.visit), count: 3))
        }
        return found
    }

    /// By the item's id or its title.
    private func records(ofItem item: String, among onVisit: [Record]) throws(RunError) -> [Record]
    {
        let key = Folding.key(item)
        let titles = Dictionary(
            campaign.inspectionItems.map { (Folding.key($0.title), $0.id) },
            uniquingKeysWith: { first, _ in first })
        let found = onVisit.filter {
            Folding.key($0.record.item) == key || $0.record.item == titles[key]
        }
        guard found.isEmpty else { return found }
        let visit = onVisit.first?.record.visit ?? ""
        let items = distinct(
            onVisit.map { entry in
                let title = campaign.inspectionItems.first { $0.id == entry.record.item }?.title
                return "\(entry.record.item) \(title ?? "")".trimmed
            })
        throw .usage(
            Bilingual(
                "\(visit) 没有查“\(item)”；查的是：\(items.joined(separator: "、"))",
                "\(visit) did not look at “\(item)”; it looked at: \(items.joined(separator: ", "))"
            ))
    }

    /// By the object's code, or by a name that the roster has for it.
    private func records(ofSubject text: String, among onItem: [Record]) throws(RunError)
        -> [Record]
    {
        let names = NameBook(campaign)
        let found = onItem.filter { entry in
            guard entry.record.subject != text.trimmed else { return true }
            guard let object = campaign.entry(entry.record.subject) else { return false }
            return names.entries(named: text, sector: object.sector, unit: object.unit)
                .contains { $0.code == object.code }
        }
        guard found.isEmpty else { return found }
        throw .usage(
            Bilingual(
                "没有查“\(text)”；查的是：\(objects(onItem, "、"))",
                "“\(text)” was not looked at; what was: \(objects(onItem, ", "))"))
    }

    private func objects(_ records: [Record], _ separator: String) -> String {
        distinct(
            records.map { entry in
                let subject = entry.record.subject
                return "\(subject) \(campaign.entry(subject)?.name ?? "")".trimmed
            }
        ).joined(separator: separator)
    }

    private func distinct(_ words: [String]) -> [String] {
        words.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}
