import Campaigns
import Files

/// A sheet of the office's own with what it says: a register (加分登记), a review (述职测评).
///
/// Unlike returns, of which the last one stands, several of a period count together.
struct OfficeSheet<Line> {
    /// The base name of its file.
    var file: String
    var sha256: String
    var lines: [Line]

    init(_ head: SubmissionHead, _ lines: [Line]) {
        self.init(path: head.path, sha256: head.fileHash, lines)
    }

    init(path: String, sha256: String, _ lines: [Line]) {
        (file, self.sha256, self.lines) = (Files.name(of: path), sha256, lines)
    }
}

extension Sequence {
    /// What sheets say together, in their order: of each matter the last sheet that names it counts, with
    /// every line that it has of it.
    ///
    /// The sheets come in the order of receipt. Where `replacing` is true a later file of a name takes the
    /// place of an earlier one as a whole, and what it leaves out is gone.
    func standing<Line>(
        replacing: Bool, by key: (Line) -> some Hashable
    ) -> [(sheet: OfficeSheet<Line>, line: Line)] where Element == OfficeSheet<Line> {
        var names: [String: String] = [:]
        var named: Set<AnyHashable> = []
        var standing: [[(sheet: OfficeSheet<Line>, line: Line)]] = []
        for sheet in reversed() {
            // Sheets of one file stand beside each other.
            let last = names[sheet.file, default: sheet.sha256]
            names[sheet.file] = last
            if replacing, last != sheet.sha256 { continue }
            standing.append(
                sheet.lines.filter { !named.contains(key($0)) }.map { (sheet, $0) })
            named.formUnion(sheet.lines.map { AnyHashable(key($0)) })
        }
        return standing.reversed().flatMap(\.self)
    }
}

extension LedgerSnapshot {
    /// The accepted submissions of a form of the office's own, in the order of receipt.
    func sheets(ofForm form: String, in period: Period) -> [SubmissionHead] {
        heads.filter { $0.status == .accepted && $0.form == form && $0.period == period }
    }

    /// The registers of a form and period that were accepted, in the order of receipt.
    func registers(of form: Form, in period: Period) throws -> [OfficeSheet<RegisterLine>] {
        try sheets(ofForm: form.id, in: period).map { head in
            OfficeSheet(
                head,
                try rows(of: head, unit: "").compactMap { RegisterLine($0.values, names) })
        }
    }

    /// The matters of the period's registers that count, by form, receipt, then in the order of the sheet.
    func registered(in period: Period) throws -> [RegisterLine] {
        try campaign.forms.filter { $0.nature == .register }.flatMap { form in
            try registers(of: form, in: period).standing(replacing: true, by: \.key).map(\.line)
        }
    }

    /// The reviews of a form and period that were accepted, in the order of receipt.
    func reviews(of form: Form, in period: Period) throws -> [OfficeSheet<Review>] {
        try sheets(ofForm: form.id, in: period).map { head in
            OfficeSheet(
                head,
                try rows(of: head, unit: "").compactMap { Review($0.values, of: form, names) })
        }
    }
}
