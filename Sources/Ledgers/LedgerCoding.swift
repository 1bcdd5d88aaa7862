import Campaigns
import Findings

// How the values of the ledger are written down, in events and in columns. Short keys in rows, of which
// there are many; words everywhere else. What is written here is never renamed: old events are read
// for ever.

extension FieldValue {
    var json: JSON {
        switch self {
        case .integer(let integer): .integer(integer)
        case .real(let real): .real(real)
        case .text(let text): .string(text)
        case .notApplicable: .null
        }
    }

    init?(_ json: JSON) {
        switch json {
        case .integer(let integer): self = .integer(integer)
        case .real(let real): self = .real(real)
        case .string(let text): self = .text(text)
        case .null: self = .notApplicable
        case .bool, .array, .object: return nil
        }
    }

    /// The values of a row by field.
    static func values(_ json: JSON) -> [String: FieldValue]? {
        guard let members = json.object?.members else { return nil }
        var values: [String: FieldValue] = Dictionary(minimumCapacity: members.count)
        for member in members {
            guard let value = FieldValue(member.value) else { return nil }
            values[member.key] = value
        }
        return values
    }
}

extension FieldValues {
    init?(_ json: JSON) {
        guard let members = json.object?.members else { return nil }
        self.init()
        reserveCapacity(members.count)
        for member in members {
            guard let value = FieldValue(member.value) else { return nil }
            self[member.key] = value
        }
    }
}

extension ReturnRow {
    init?(_ json: JSON) {
        guard let number = json["n"]?.integer, let values = json["v"].flatMap(FieldValues.init)
        else { return nil }
        let changes = (json["c"]?.array ?? []).compactMap { ValueChange($0) }
        guard changes.count == json["c"]?.array?.count ?? 0 else { return nil }
        self.init(
            number: number, line: json["l"]?.integer, subject: json["s"]?.string, values: values,
            changes: changes)
    }
}

extension ValueChange {
    init?(_ json: JSON) {
        guard let parts = json.array?.compactMap(\.string), parts.count == 4,
            let reason = Reason(rawValue: parts[3])
        else { return nil }
        self.init(field: parts[0], raw: parts[1], value: parts[2], reason: reason)
    }
}

extension ReturnPlaces {
    init?(_ json: JSON) {
        guard let file = json["file"]?.string, let columns = json["columns"]?.object,
            let headerRow = json["header_row"]?.integer, let isCSV = json["csv"]?.bool
        else { return nil }
        let numbers = columns.members.compactMap { column in
            column.value.integer.map { (column.key, $0) }
        }
        self.init(
            file: file, sheet: json["sheet"]?.string,
            columns: Dictionary(uniqueKeysWithValues: numbers),
            headerRow: headerRow, isCSV: isCSV)
    }
}

extension Submission.Evidence {
    init?(_ json: JSON) {
        guard let parts = json.array?.compactMap(\.string), parts.count == 3 else { return nil }
        self.init(about: parts[0], source: parts[1], text: parts[2])
    }
}

extension ExplainedQuery {
    var json: JSON {
        .object([
            "code": .string(code), "subject": .optional(subject), "row": .integer(row),
            "note": .string(note),
        ])
    }
}

extension Finding {
    var json: JSON {
        .object([
            "code": .string(code), "severity": .string(severity.rawValue),
            "file": .string(place.file), "sheet": .optional(place.sheet),
            "cells": .array(place.cells.map { .array([.integer($0.row), .integer($0.column)]) }),
            "line": .optional(place.line),
            "subject": subject.map { .strings([$0.code, $0.name]) } ?? .null,
            "message": .strings([message.chinese, message.english]),
            "advice": .strings([advice.chinese, advice.english]),
            "check": .optional(check?.rawValue),
        ])
    }

    init?(_ json: JSON) {
        guard let code = json["code"]?.string, let file = json["file"]?.string,
            let severity = json["severity"]?.string.flatMap({ Severity(rawValue: $0) }),
            let message = json["message"].flatMap(Bilingual.init),
            let advice = json["advice"].flatMap(Bilingual.init)
        else { return nil }
        let cells = (json["cells"]?.array ?? []).compactMap { cell -> CellReference? in
            guard let pair = cell.array?.compactMap(\.integer), pair.count == 2 else { return nil }
            return CellReference(row: pair[0], column: pair[1])
        }
        let subject = json["subject"]?.array?.compactMap(\.string) ?? []
        self.init(
            code: code, severity: severity,
            at: Place(
                file: file, sheet: json["sheet"]?.string, cells: cells,
                line: json["line"]?.integer),
            subject: subject.count == 2 ? Subject(code: subject[0], name: subject[1]) : nil,
            message: message, advice: advice)
        check = json["check"]?.string.flatMap { Check(rawValue: $0) }
    }
}

extension Bilingual {
    init?(_ json: JSON) {
        guard let parts = json.array?.compactMap(\.string), parts.count == 2 else { return nil }
        self.init(parts[0], parts[1])
    }
}

extension Moment {
    /// Reads what `description` wrote.
    init?(stored text: String) {
        self.init(iso: text, offset: 0)
    }
}
