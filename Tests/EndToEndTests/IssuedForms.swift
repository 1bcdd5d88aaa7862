import Findings
import Foundation
import Testing
import Workbooks

/// The county after June, with the blank forms of July in its Outbox.
struct IssuedForms: Sendable {
    static let asOf = "2020-07-10T09:00"
    static let folder = "Outbox/空表/2020-07"

    let place: Workplace
    let forms: Outcome

    private static let made = Result {
        atexit { try? IssuedForms.get().place.remove() }
        return try IssuedForms()
    }

    /// The county with its forms, made once.
    static func get() throws -> IssuedForms { try made.get() }

    private init() throws {
        place = try Self.county()
        forms = try place.tongbao("forms", "--as-of", Self.asOf)
        try place.tongbao("ledger", "export", "export", "--as-of", Self.asOf).expect(0)
    }

    /// A place of its own with the tables and the ledger of the shipped county, and an empty Inbox.
    static func county() throws -> Workplace {
        let place = try Workplace()
        try place.copy("Templates", to: "Templates")
        for (path, bytes) in try ShippedCounty.get().state {
            try place.write(bytes, to: ".tongbao/\(path)")
        }
        try place.write("", to: "Inbox/README.md")
        return place
    }

    /// A form of a unit with last month's figures put in once more, by the program's own patching, and
    /// some cells, by sheet and name, with something else; only some of its sheets where they are named.
    func filled(
        _ unit: String, changes: [String: [String: CellDraft.Content]] = [:],
        sheets: Set<String>? = nil
    ) throws -> Data {
        let bytes = Array(try place.data("\(Self.folder)/\(unit).xlsx"))
        let book = try WorkbookReader.read(bytes, fileName: "\(unit).xlsx")
        var patch = try WorkbookPatch(bytes)
        for form in try Self.tables().forms {
            guard sheets?.contains(form.sheet) ?? true,
                let sheet = book.sheets.first(where: { $0.name == form.sheet })
            else { continue }
            try fill(sheet, form: form, unit: unit, patch: &patch)
            for (cell, content) in changes[form.sheet] ?? [:] {
                patch.set(content, at: try #require(CellReference(cell)), on: form.sheet)
            }
        }
        return Data(try patch.patched().bytes)
    }

    private func fill(
        _ sheet: Grid, form: FormTable, unit: String, patch: inout WorkbookPatch
    ) throws {
        let path = "export/form=\(form.id)/period=2020-06/rows.csv"
        guard place.exists(path) else { return }
        let accepted = try Table(place.data(path), name: "rows.csv").rows
        let code = try Self.tables().codes[unit]
        let own = accepted.filter { $0["unit"] == code }
        let heads = sheet.row(4)?.cells ?? []
        let itemColumn = heads.first { form.field($0.head)?["id"] == "item_id" }?.column
        let numbers = Set(
            sheet.rows.compactMap { row in itemColumn.flatMap { row[column: $0]?.value.text } })
        var others = own.filter { !numbers.contains($0["item_id"] ?? "") }
        for (place, row) in sheet.rows.filter({ $0.number > 4 }).enumerated() {
            let number = itemColumn.flatMap { row[column: $0]?.value.text } ?? ""
            let codeColumn = heads.first { form.field($0.head)?["type"] == "subject_code" }?.column
            let subject = codeColumn.flatMap { row[column: $0]?.value.text }
            let values: [String: String]? =
                if let itemColumn {
                    // Below the rows stands a foot, which has no list.
                    if number.isEmpty {
                        others.isEmpty ? nil : others.removeFirst()
                    } else if row[column: itemColumn + 1] == nil {
                        nil
                    } else {
                        own.first { $0["item_id"] == number } ?? Self.countysItem
                    }
                } else if codeColumn == nil {
                    own.dropFirst(place).first
                } else {
                    own.first { $0["code"] == subject }
                }
            guard let values else { continue }
            for head in heads {
                guard let field = form.field(head.head), row[column: head.column] == nil,
                    let value = values[field["id"] ?? ""], !value.isEmpty
                else { continue }
                let cell = CellReference(row: row.number, column: head.column)
                switch field["type"] ?? "" {
                case "integer", "decimal", "percent":
                    patch.set(.digits(value), at: cell, on: sheet.name)
                case "date":
                    patch.set(.date(try #require(CivilDate(value))), at: cell, on: sheet.name)
                default: patch.set(.string(value), at: cell, on: sheet.name)
                }
            }
        }
    }

    /// What a unit is asked of an item that the county opened.
    private static let countysItem = ["progress": "进行中", "verify": "未核查"]

    // MARK: The campaign's tables

    struct FormTable {
        let id: String
        let sheet: String
        let fields: [[String: String]]

        func field(_ head: String) -> [String: String]? { fields.first { $0["header"] == head } }
    }

    static func tables() throws -> (forms: [FormTable], codes: [String: String]) {
        func table(_ name: String) throws -> Table {
            let file = Workplace.repository.appending(path: "Templates/five-in-one/\(name).csv")
            return try Table(Data(contentsOf: file), name: "\(name).csv")
        }
        let fields = try table("fields").rows
        let forms = try table("forms").rows.map { form in
            FormTable(
                id: form["id"] ?? "", sheet: form["folder"] ?? "",
                fields: fields.filter { $0["form"] == form["id"] })
        }
        let units = try table("units").rows
        let codes = units.map { ($0["short_name"] ?? "", $0["code"] ?? "") }
        return (forms, Dictionary(codes, uniquingKeysWith: { first, _ in first }))
    }
}

extension Cell {
    /// The field's header in the head of an issued form.
    var head: String {
        value.text.split(separator: "\n").first.map(String.init) ?? ""
    }
}
