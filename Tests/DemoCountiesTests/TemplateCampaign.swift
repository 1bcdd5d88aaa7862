import Campaigns
import Files
import Workbooks

/// The shipped campaign as far as a demo needs it: forms, fields, choices, calendar.
enum TemplateCampaign {
    static let root = String(#filePath.split(separator: "/Tests/")[0])
    static let folder = root + "/Templates/five-in-one/"

    static func load() throws -> Campaign {
        let fields = try table("fields").map { row in
            (
                form: row["form"] ?? "",
                field: Field(
                    id: row["id"] ?? "", header: row["header"] ?? "",
                    aliases: list(row["aliases"]), type: FieldType(row["type"] ?? "") ?? .text,
                    unit: row["unit"].flatMap { $0.isEmpty ? nil : $0 },
                    required: row["required"] == "yes"
                        ? .always : row["required"] == "no" ? .never : .when(row["required"] ?? ""),
                    minimum: bound(row["min"]), maximum: bound(row["max"]),
                    choices: row["type"]?.split(separator: ":").dropFirst().first.map(String.init),
                    blank: Field.BlankPolicy(rawValue: row["blank"] ?? "") ?? .missing)
            )
        }
        let forms = try table("forms").map { row in
            Form(
                id: row["id"] ?? "", title: row["title"] ?? "",
                sector: row["sector"].flatMap { $0.isEmpty ? nil : $0 },
                rowNoun: row["row_noun"] ?? "", submittedBy: list(row["submitted_by"]),
                cycle: Form.Cycle(rawValue: row["period"] ?? "") ?? .month, folder: row["folder"],
                fields: fields.filter { $0.form == row["id"] }.map(\.field))
        }
        var choices: [String: ChoiceList] = [:]
        for row in try table("choices") {
            guard let list = row["list"], let value = row["value"], let spelling = row["spelling"]
            else { continue }
            choices[list, default: ChoiceList(name: list)].spellings[Folding.key(spelling)] = value
        }
        var calendar = WorkCalendar()
        for row in try table("calendar") {
            guard let date = row["date"].flatMap({ CivilDate($0) }) else { continue }
            calendar.exceptions[date] = row["workday"] == "yes"
        }
        return Campaign(
            settings: Settings(texts: ["county": "岚川县", "total_tolerance": "0.01"]), units: [],
            roster: [], forms: forms, choices: choices, calendar: calendar)
    }

    private static func list(_ text: String?) -> [String] {
        (text ?? "").split(separator: ";").map(String.init)
    }

    private static func bound(_ text: String?) -> Field.Bound? {
        guard let text, !text.isEmpty else { return nil }
        return Double(text).map { .number($0, digits: text) } ?? .sql(text)
    }

    private static func table(_ name: String) throws -> [[String: String]] {
        let workbook = try WorkbookReader.read(
            try Files.read(folder + name + ".csv"), fileName: name + ".csv")
        guard let grid = workbook.sheets.first, let head = grid.rows.first else { return [] }
        return grid.rows.dropFirst().map { row in
            var values: [String: String] = [:]
            for cell in head.cells {
                values[cell.value.text] = row[column: cell.column]?.value.text ?? ""
            }
            return values
        }
    }
}
