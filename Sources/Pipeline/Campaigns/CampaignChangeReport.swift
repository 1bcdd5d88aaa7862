import Campaigns
import Findings

/// What is different between two versions of the tables, for the terminal, for programs and for the
/// office's folder.
package struct CampaignChangeReport: Codable, Sendable {
    /// Since when the new version is in use; empty where it is only being looked at.
    package var since: String
    /// The old version is not in the archive any more: nothing can be compared.
    package var isUnknown: Bool
    package var subjects: [SubjectLine]
    package var tables: [TableLine]
    /// Columns of forms that somebody should look at before the next run.
    package var fields: [FieldLine]
    package var changesWeights: Bool
    /// Names were confirmed by the office, or taken back.
    package var changesNames = false
    /// Months that were published and in which others count now, or elsewhere.
    package var toldMonths: [String]

    /// One unit or roster entry.
    package struct SubjectLine: Codable, Sendable {
        /// units, roster.
        package var table: String
        /// removed, recoded, came, went, merged, renamed, moved, redated, changed.
        package var change: String
        package var code: String
        package var name: String
        package var columns: [String]
        package var before: String
        package var after: String
        /// What follows and what to do; empty where nothing needs doing.
        package var advice: String
        package var adviceEnglish: String
        /// Groups lines on the terminal.
        var kind: SubjectChange.Kind? { SubjectChange.Kind(rawValue: change) }
    }

    package struct TableLine: Codable, Sendable {
        package var table: String
        package var added: [String]
        package var removed: [String]
        package var changed: [String]
    }

    package struct FieldLine: Codable, Sendable {
        package var form: String
        package var field: String
        package var header: String
        package var advice: String
        package var adviceEnglish: String
    }

    init(_ change: CampaignChange, since: String = "", toldMonths: [Period] = []) {
        self.toldMonths = toldMonths.map(\.description)
        self.since = since
        isUnknown = false
        subjects = change.subjects.map {
            SubjectLine(
                table: $0.table.rawValue, change: $0.kind.rawValue, code: $0.code, name: $0.name,
                columns: $0.columns, before: $0.before, after: $0.after,
                advice: $0.warning?.advice.chinese ?? "",
                adviceEnglish: $0.warning?.advice.english ?? "")
        }
        tables = change.tables.map {
            TableLine(
                table: $0.table.rawValue, added: $0.added, removed: $0.removed, changed: $0.changed)
        }
        fields = change.fields.map {
            FieldLine(
                form: $0.form, field: $0.field, header: $0.header,
                advice: $0.warning.advice.chinese, adviceEnglish: $0.warning.advice.english)
        }
        changesWeights = change.changesWeights
    }

    /// Of a change from tables that cannot be read any more.
    init(unknownSince since: String) {
        self.since = since
        isUnknown = true
        subjects = []
        tables = []
        fields = []
        changesWeights = false
        toldMonths = []
    }

    var isEmpty: Bool { subjects.isEmpty && tables.isEmpty && !isUnknown }

    /// `名册变动.csv`: a line a unit, entry or row, with what it was and what it is.
    static let header = [
        "since", "table", "change", "code", "name", "column", "before", "after", "advice",
    ]

    var rows: [[String]] {
        if isUnknown { return [[since, "", "unknown", "", "", "", "", "", ""]] }
        let subjects = subjects.map {
            [
                since, $0.table, $0.change, $0.code, $0.name, $0.columns.joined(separator: ";"),
                $0.before, $0.after, $0.advice,
            ]
        }
        let advices = Dictionary(grouping: fields) { "\($0.form).\($0.field)" }
            .mapValues { $0.map(\.advice).joined(separator: "；") }
        let tables = tables.flatMap { table in
            [("added", table.added), ("removed", table.removed), ("changed", table.changed)]
                .flatMap { change, keys in
                    keys.map { key in
                        let advice = table.table == "fields" ? advices[key] : nil
                        return [
                            since, table.table, change, key, "", "", "", "", advice ?? "",
                        ]
                    }
                }
        }
        return subjects + tables
    }
}
