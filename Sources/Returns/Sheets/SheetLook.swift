import Campaigns
import Findings
import Workbooks

/// What a sheet is at first sight: a form for certain, or something else.
enum SheetLook {
    case form(HeaderBlock, FormMarker?)
    case other(OtherSheet)

    /// How like a form a sheet must be to be taken for it.
    static let leastLikeness = 0.5
    /// Two forms nearer to each other than this are not told apart.
    static let leastDistance = 0.1

    init(_ sheet: Grid, markers: [FormMarker], in workbook: Workbook, book: HeaderBook) {
        let blocks = HeaderBlock.candidates(in: sheet, book: book)
        let likely = blocks.filter { $0.likeness >= Self.leastLikeness }
        // An issued form says itself which it is, on the sheet of that name or, where somebody has
        // renamed it, on the only one that can be meant.
        let isRenamed = { (marker: FormMarker) in
            !workbook.sheets.contains { $0.name == marker.sheet }
        }
        for block in likely {
            let id = book.forms[block.formIndex].id
            let marker = markers.first {
                $0.form == id && ($0.sheet == nil || $0.sheet == sheet.name || isRenamed($0))
            }
            if let marker {
                self = .form(block, marker)
                return
            }
        }
        guard let best = likely.first else {
            self = .other(OtherSheet(sheet, nearest: blocks.first, book: book))
            return
        }
        guard blocks.count > 1, best.likeness - blocks[1].likeness < Self.leastDistance else {
            self = .form(best, nil)
            return
        }
        if best.rows.overlaps(blocks[1].rows) {
            let forms = blocks.prefix(2).map { book.forms[$0.formIndex] }
            self = .other(OtherSheet(sheet, between: forms[0], and: forms[1]))
        } else {
            // Two tables on one sheet, each with its heads: the upper one is read up to the other.
            self = .form(best.rows.lowerBound < blocks[1].rows.lowerBound ? best : blocks[1], nil)
        }
    }
}

extension SheetLook {
    /// The form that a row of heads is most like; nil for none.
    static func form(ofHeads row: Grid.Row, among forms: [Form], book: HeaderBook) -> Form? {
        let grid = Grid(name: "", rows: [row])
        let ids = Set(forms.map(\.id))
        return HeaderBlock.candidates(in: grid, book: book).lazy
            .map { book.forms[$0.formIndex] }.first { ids.contains($0.id) }
    }
}

/// A sheet that was not taken for a form: something else, or a return that is not to be recognised.
struct OtherSheet {
    let sheet: String
    /// The form that it was meant as, as far as can be told.
    private(set) var form: Form?
    /// Why it cannot be read as that; nil where it is nothing of ours.
    private(set) var problem: Problem?
    /// The form's title stands on it, or most of its heads do: nobody made it for another purpose.
    private(set) var isMeant = false

    /// Like a form, but too little: columns in common, as a fraction.
    private static let leastResemblance = 0.3
    private static let surelyMeant = 0.4

    init(_ sheet: Grid, nearest: HeaderBlock?, book: HeaderBook) {
        self.sheet = sheet.name
        let turned = Self.turned(sheet)
        let top = HeaderBlock.candidates(in: turned, book: book).first
        if let top, top.likeness >= 0.5, top.likeness > nearest?.likeness ?? 0 {
            form = book.forms[top.formIndex]
            problem = form.map { .turnedSheet(form: $0.title) }
            isMeant = true
            return
        }
        let titled = Self.titled(sheet, book: book)
        let like = nearest.flatMap {
            $0.likeness >= Self.leastResemblance ? book.forms[$0.formIndex] : nil
        }
        guard let form = titled ?? like else { return }
        self.form = form
        isMeant = titled != nil || nearest?.likeness ?? 0 >= Self.surelyMeant
        let columns = nearest.flatMap {
            book.forms[$0.formIndex].id == form.id ? $0.columns : nil
        }
        let missing = form.fields.filter { $0.required == .always && columns?[$0.id] == nil }
        problem = .unknownForm(best: form.title, missing: missing.prefix(5).map(\.header))
    }

    init(_ sheet: Grid, between one: Form, and other: Form) {
        self.sheet = sheet.name
        problem = .ambiguousForm(one: one.title, other: other.title)
        isMeant = true
    }

    /// The form whose title stands in the first rows.
    private static func titled(_ sheet: Grid, book: HeaderBook) -> Form? {
        let keys = sheet.rows.prefix(5).flatMap(\.cells).prefix(50)
            .map { Folding.key($0.value.text) }
        return book.forms.first { form in
            let title = Folding.key(form.title)
            return keys.contains { $0.contains(title) }
        }
    }

    /// The first columns as rows: a sheet whose heads stand below each other.
    private static func turned(_ sheet: Grid) -> Grid {
        var rows: [Int: [Cell]] = [:]
        for row in sheet.rows.prefix(120) {
            for cell in row.cells.prefix(3) where cell.column <= 4 {
                var turned = cell
                turned.column = row.number
                rows[cell.column, default: []].append(turned)
            }
        }
        return Grid(
            name: sheet.name,
            rows: rows.sorted { $0.key < $1.key }.map { Grid.Row(number: $0.key, cells: $0.value) })
    }
}
