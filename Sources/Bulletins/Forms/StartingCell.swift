import Campaigns
import Formulas
import Workbooks

/// What a cell of an issued form holds before anybody has filled it in.
struct StartingCell {
    var content: CellDraft.Content
    var role: Role

    enum Role {
        /// What names the row: not to be changed.
        case fixed
        /// As it was last month, or as the roster has it: to be verified (核对).
        case toVerify
        case empty
    }

    /// - Stock figures (`Field.isStock`) come along, because most of them have not changed and copying
    ///   them is where figures get lost.
    /// - Flows never do: last month's days of duty would be reported once more by whoever is in a hurry.
    /// - An item of the three lists comes along as it was reported last, or as the county has it; its
    ///   number is fixed.
    /// - Cumulative figures do not either, for they change every month; the prompt tells last month's.
    init(_ field: Field, in row: FormLayout.Row, of layout: FormLayout) {
        self.init(content: .blank, role: .empty)
        if let item = row.item {
            guard let value = item[field.id].flatMap({ Self.content($0, field, layout) }) else {
                return
            }
            self.init(
                content: value, role: field.id == ItemField.number ? .fixed : .toVerify)
            return
        }
        switch field.type {
        case .subjectCode:
            if let entry = row.entry { self.init(content: .string(entry.code), role: .fixed) }
        case .subjectName:
            if let entry = row.entry { self.init(content: .string(entry.name), role: .fixed) }
        case .unitName where field.blank == .missing && field.id == layout.ownNameField?.id:
            self.init(
                content: .string(layout.unit.name),
                role: layout.form.sector == nil ? .empty : .fixed)
        default:
            guard row.entry != nil else { return }
            let isFromPast = field.isStock || field.type == .unitName
            let past = isFromPast ? row.past?[field.id] : nil
            let known = row.entry?.attributes[field.id].map(Settings.value)
            let values = [past, known].compactMap { $0.flatMap { Self.content($0, field, layout) } }
            if let value = values.first { self.init(content: value, role: .toVerify) }
        }
    }

    private init(content: CellDraft.Content, role: Role) {
        self.content = content
        self.role = role
    }

    /// A value as a cell of the field; nil where it is none.
    private static func content(
        _ value: SQLValue, _ field: Field, _ layout: FormLayout
    ) -> CellDraft.Content? {
        switch (field.type, value) {
        case (_, .null): nil
        case (.integer, .integer(let number)): .integer(number)
        case (.decimal, _), (.percent, _): value.number.map { .decimal($0) }
        case (.date, .text(let text)): CivilDate(text).map { .date($0) }
        case (.enumeration(let list), .text(let text)):
            layout.choices(of: list).contains(text) ? .string(text) : nil
        case (.text, .text(let text)), (.code, .text(let text)), (.unitName, .text(let text)):
            .string(text)
        default: nil
        }
    }
}

extension FormLayout {
    /// The field that names the reporting unit itself: the first one, in a form of roster entries.
    fileprivate var ownNameField: Field? {
        form.sector == nil
            ? fields.first { $0.type == .unitName }
            : fields.first.flatMap { $0.type == .unitName ? $0 : nil }
    }
}
