package import Findings

/// What `forms` has written.
package struct FormsReport: Codable, Sendable {
    package var period: String
    /// Until when the returns are due.
    package var due: String
    package var folder: String
    /// Last month's figures were taken from the ledger; without one nothing is filled in ahead.
    package var hasLastMonth: Bool
    package var files: [File] = []
    /// By form, what its sheet cannot check itself.
    package var leftToCounty: [String: Set<String>] = [:]

    /// A unit's workbook.
    package struct File: Codable, Sendable {
        package var unit: String
        package var name: String
        package var path: String
        package var forms: [String]
        /// Rows to be filled in.
        package var rows: Int
        /// False where the very file stood there already.
        package var isNew: Bool
        /// Where a file that somebody had changed is kept.
        package var kept: String?

        private enum CodingKeys: String, CodingKey {
            case unit, name, path, forms, rows, kept
            case isNew = "new"
        }
    }

    init(period: String, due: String, folder: String, hasLastMonth: Bool) {
        self.period = period
        self.due = due
        self.folder = folder
        self.hasLastMonth = hasLastMonth
    }

    private enum CodingKeys: String, CodingKey {
        case period, due, folder, files
        case hasLastMonth = "last_month"
        case leftToCounty = "left_to_county"
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(period, forKey: .period)
        try container.encode(due, forKey: .due)
        try container.encode(folder, forKey: .folder)
        try container.encode(hasLastMonth, forKey: .hasLastMonth)
        try container.encode(files, forKey: .files)
        try container.encode(leftToCounty.mapValues { $0.sorted() }, forKey: .leftToCounty)
    }

    package func lines(in language: Language) -> [String] {
        let say = Say(language)
        let written = files.count { $0.isNew }
        var lines = [
            say(
                "空表  \(period)（截止 \(due)）  \(folder)",
                "blank forms  \(period) (due \(due))  \(folder)"),
            say(
                "  \(files.count) 个单位，新写 \(written) 份，未变 \(files.count - written) 份",
                "  units \(files.count), written \(written), unchanged \(files.count - written)"),
        ]
        lines += files.compactMap { file in
            file.kept.map {
                say(
                    "  \(file.name) 的空表有人改过，留作 \($0)",
                    "  somebody had changed the form of \(file.name); it is kept as \($0)")
            }
        }
        lines.append(
            hasLastMonth
                ? say("  上月的数取自台账，已预填或写在提示里", "  last month’s figures are from the ledger")
                : say(
                    "  没有台账：没有预填上月的数，也不与上月比较",
                    "  without a ledger nothing is filled in from last month, nor compared with it")
        )
        for (form, rules) in leftToCounty.sorted(by: { $0.key < $1.key }) {
            lines.append(
                say(
                    "  \(form)：表上算不了、由县里校核的  \(rules.sorted().joined(separator: "、"))",
                    "  \(form): not checked on the sheet, left to the county  \(rules.sorted().joined(separator: ", "))"
                ))
        }
        return lines
    }
}
