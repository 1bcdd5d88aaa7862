import Campaigns

/// What of a form tells the rows and the folders of its returns; asked of every sheet, so looked up once.
struct FormOutline {
    /// The field that names a row's entry.
    let name: String?
    /// The field with its code.
    let code: String?
    /// The field of a form of entries that names the reporting unit once more in each row.
    let owner: Field?
    /// The fields that say whose row it is.
    let naming: [String]
    /// The fields with figures.
    let numbers: [String]
    /// The fields that say more than whose row it is.
    let saying: [String]
    /// Folded.
    let titleKey: String
    let folderKey: String?

    init(_ form: Form) {
        func fields(_ isMeant: (FieldType) -> Bool) -> [String] {
            form.fields.filter { isMeant($0.type) }.map(\.id)
        }
        name = fields { $0 == .subjectName }.first
        code = fields { $0 == .subjectCode }.first
        owner =
            form.sector == nil ? nil : form.fields.first.flatMap { $0.type == .unitName ? $0 : nil }
        naming = fields { $0 == .subjectName || $0 == .subjectCode || $0 == .unitName }
        numbers = fields(\.isNumber)
        saying = fields { $0 != .subjectName && $0 != .subjectCode && $0 != .unitName }
        titleKey = Folding.key(form.title)
        folderKey = form.folder.map { Folding.key($0) }
    }
}
