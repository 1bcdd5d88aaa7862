import Assessments
import Campaigns
import Findings
import Ledgers

extension Origins {
    /// What other files of the sender said of a field, where they said something else.
    static func revisions(
        of field: String, _ source: Explanation.Source, _ form: Form, _ standing: ReceivedReturn,
        _ row: ReturnRow, among others: [ReceivedReturn]
    ) -> [Explanation] {
        let header = form.field(field)?.header ?? field
        let counted = row.values[field]
        let same = others.filter { $0.submission.unit == standing.submission.unit }
        let said = same.compactMap { file in
            Self.row(of: source, in: file.submission).map { (file, $0) }
        }
        guard said.contains(where: { $0.1.values[field] != counted }) else { return [] }
        return said.map { file, row in revision(file, row, field: field, header: header) }
    }

    private static func revision(
        _ file: ReceivedReturn, _ row: ReturnRow, field: String, header: String
    ) -> Explanation {
        let place = file.submission.places.place(of: [field], in: row)
        let value = row.values[field]
        // Left blank, or not to be read: what cannot be read is not kept.
        let said = Bilingual(
            value.map { "填“\($0)”" } ?? "没有可用的数", value.map { "“\($0)”" } ?? "no usable value")
        let fate: Bilingual =
            switch file.status {
            case .accepted where file.revision > 1:
                Bilingual("第\(file.revision)次采用的", "accepted, revision \(file.revision)")
            case .accepted: Bilingual("首次采用的", "accepted first")
            case .returned: Bilingual("退回的", "sent back")
            case .quarantined: Bilingual("隔离的", "quarantined")
            case .stray: Bilingual("不是报表的", "no return")
            }
        var node = Explanation(place: place, arrow: false)
        node.kind = .revision
        node.line = Bilingual(
            "“\(header)”\(fate.chinese)一件\(said.chinese)（\(file.received.short)收到，\(place.text(in: .chinese))）",
            "“\(header)” was \(said.english) in the one \(fate.english) "
                + "(received \(file.received.short), \(place.text(in: .english)))")
        node.values.merge(
            [
                "field": .text(field), "header": .text(header),
                "value": value.map { Explanation.Value($0) } ?? .nothing,
                "status": .text(file.status.rawValue),
                "received": .text(file.received.description),
                "revision": file.revision > 0 ? .number(String(file.revision)) : .nothing,
                "counts": .flag(file.isStanding),
            ]) { _, new in new }
        return node
    }
}

extension Explanation.Value {
    init(_ value: FieldValue) {
        switch value {
        case .integer(let integer): self = .number(String(integer))
        case .real: self = .number(value.description)
        case .text(let text): self = .text(text)
        case .notApplicable: self = .nothing
        }
    }

    /// As a person reads it.
    var description: String {
        switch self {
        case .text(let text), .number(let text): text
        case .flag(let flag): flag ? "是" : "否"
        case .nothing: "—"
        }
    }
}
