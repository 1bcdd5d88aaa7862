import Findings

/// A comments part while notes come and go (ECMA-376 Part 1, 18.7).
struct NoteList {
    private let markup: Markup
    private var editor: MarkupEditor
    private let list: Int
    private var elements: [CellReference: Int] = [:]
    private var authors: [String] = []
    private var addedAuthors: [String] = []
    private var added: [CellReference: Added] = [:]
    private var behind: [CellReference: [UInt8]] = [:]
    private var removed: Set<CellReference> = []

    private struct Added {
        var author: String
        var runs: [UInt8]
    }

    /// A part without notes.
    static func empty(_ family: OfficeFamily) -> [UInt8] {
        var text = XMLText()
        text.open("comments", ["xmlns": family.spreadsheet])
        text.raw("<authors></authors><commentList></commentList></comments>")
        return text.bytes
    }

    init(_ bytes: [UInt8], part: String) throws(WorkbookError) {
        let markup = try Markup(bytes, part: part)
        self.markup = markup
        editor = MarkupEditor(markup)
        guard let list = markup.child("commentList"), let names = markup.child("authors") else {
            throw .damaged(part)
        }
        self.list = list
        for element in markup.children(of: names) {
            authors.append(EscapedText.decoded(markup.content(of: element)))
        }
        for element in markup.children(of: list) where markup.isMain(element, "comment") {
            if let cell = markup.value("ref", of: element).flatMap({ CellReference($0) }) {
                elements[cell] = element
            }
        }
    }

    /// The cell has a note.
    func has(_ cell: CellReference) -> Bool {
        (elements[cell] != nil && !removed.contains(cell)) || added[cell] != nil
    }

    /// No note is left.
    var isEmpty: Bool { elements.count == removed.count && added.isEmpty }

    /// The note is the plain copy of a threaded comment, as its text or author says.
    func isThreaded(_ cell: CellReference) -> Bool {
        guard let element = elements[cell] else { return false }
        return author(of: element).hasPrefix("tc={")
            || text(of: element).hasPrefix("[Threaded comment]")
    }

    private func author(of element: Int) -> String {
        let index = markup.integer("authorId", of: element) ?? -1
        return authors.indices.contains(index) ? authors[index] : ""
    }

    /// The text of a cell's note as it came.
    func text(at cell: CellReference) -> String { elements[cell].map { text(of: $0) } ?? "" }

    private func text(of element: Int) -> String {
        markup.descendants("t", of: element).map {
            String(decoding: markup.content(of: $0), as: UTF8.self)
        }.joined()
    }

    /// Adds a note, or its text behind that of the cell's note under a rule with the author's name.
    ///
    /// The text of a mark gets a line before it that says whose it is.
    mutating func add(_ text: String, at cell: CellReference, author: String, isMark: Bool) {
        let prefix = markup.prefix(of: Markup.root)
        let signed = isMark && !has(cell) ? WorkbookPatch.markNote(text) : text
        let text = signed.cut(toUnits: HeldText.longest)
        if has(cell) {
            let run = Self.run(Self.rule(of: author) + text, prefix: prefix)
            if added[cell] != nil {
                added[cell]?.runs.append(contentsOf: run)
            } else {
                behind[cell, default: []].append(contentsOf: run)
            }
            return
        }
        added[cell] = Added(author: author, runs: Self.run(text, prefix: prefix))
        if !(authors + addedAuthors).contains(author) { addedAuthors.append(author) }
    }

    /// What separates our text from another author's in one note, and tells it from theirs.
    static func rule(of author: String) -> String { "\n\(line(of: author))\n" }

    private static func line(of author: String) -> String { "──── \(author) ────" }

    private static func run(_ text: String, prefix: String) -> [UInt8] {
        var markup = XMLText(isPiece: true)
        markup.open(prefix + "r")
        markup.open(prefix + "rPr")
        markup.empty(prefix + "sz", ["val": "9"])
        markup.empty(prefix + "color", ["indexed": "81"])
        markup.empty(prefix + "rFont", ["val": "宋体"])
        markup.empty(prefix + "charset", ["val": "134"])
        markup.close(prefix + "rPr")
        markup.element(prefix + "t", ["xml:space": "preserve"], text: text)
        markup.close(prefix + "r")
        return markup.bytes
    }

    /// Takes notes of an author out, by the author's name and the note's text, and the author's text
    /// out of others' notes.
    ///
    /// - Returns: The cells that had either, and whether their note is gone.
    mutating func remove(
        author: String, where isOwn: (_ author: String, _ text: String) -> Bool
    ) -> [(cell: CellReference, isGone: Bool)] {
        var found: [(CellReference, Bool)] = []
        for (cell, element) in elements.sorted(by: { $0.key < $1.key }) where !isThreaded(cell) {
            if isOwn(self.author(of: element), text(of: element)) {
                editor.cut(element)
                removed.insert(cell)
                found.append((cell, true))
            } else if cutAddition(of: author, to: element) {
                found.append((cell, false))
            }
        }
        return found
    }

    /// Takes what stands behind the rule with an author's name out of a note.
    ///
    /// It is a run of its own as we write it; programs that put runs together may have drawn others
    /// into it.
    private mutating func cutAddition(of author: String, to element: Int) -> Bool {
        let rule = Self.rule(of: author)
        let own = markup.descendants("r", of: element).filter { text(of: $0).hasPrefix(rule) }
        for run in own { editor.cut(run) }
        guard own.isEmpty else { return true }
        return cutMerged(Self.line(of: author), in: element)
    }

    /// Takes out what stands from a line on, however the note's text is cut into runs.
    private mutating func cutMerged(_ line: String, in element: Int) -> Bool {
        var isBehind = false
        var previous: (piece: Int, text: String)?
        for piece in markup.descendants("t", of: element) {
            let text = String(decoding: markup.content(of: piece), as: UTF8.self)
            if isBehind {
                cutRun(around: piece)
            } else if let start = text.firstRange(of: line)?.lowerBound {
                isBehind = true
                // The line end before the rule is ours too.
                if start > text.startIndex {
                    keep(Self.withoutLineEnd(text[..<start]), in: piece)
                } else {
                    cutRun(around: piece)
                    if let previous {
                        keep(Self.withoutLineEnd(previous.text[...]), in: previous.piece)
                    }
                }
            }
            previous = (piece, text)
        }
        return isBehind
    }

    private mutating func keep(_ text: Substring, in piece: Int) {
        editor.setContent(of: piece, to: MarkupEscapes.encoded(Array(text.utf8)))
    }

    private mutating func cutRun(around piece: Int) {
        if let run = markup.elements[piece].parent, markup.hasLocalName(run, "r") {
            editor.cut(run)
        } else {
            editor.setContent(of: piece, to: [])
        }
    }

    private static func withoutLineEnd(_ text: Substring) -> Substring {
        text.last?.isNewline == true ? text.dropLast() : text
    }

    func finished(atMost limit: Int) throws(WorkbookError) -> [UInt8] {
        var editor = editor
        let prefix = markup.prefix(of: Markup.root)
        if !addedAuthors.isEmpty, let names = markup.child("authors") {
            var text = XMLText(isPiece: true)
            for author in addedAuthors { text.element(prefix + "author", text: author) }
            editor.append(text.bytes, to: names, counting: addedAuthors.count)
        }
        for (cell, runs) in behind.sorted(by: { $0.key < $1.key }) {
            guard let element = elements[cell], let text = markup.child("text", of: element) else {
                continue
            }
            // A text beside runs is not shown by every program: it becomes one.
            if let plain = markup.child("t", of: text) {
                editor.insert(Array("<\(prefix)r>".utf8), before: plain)
                editor.insert(Array("</\(prefix)r>".utf8), behind: plain)
            }
            // Phonetic hints come behind all runs (18.4.8).
            let hint = markup.children(of: text).first {
                markup.isMain($0, "rPh") || markup.isMain($0, "phoneticPr")
            }
            if let hint {
                editor.insert(runs, before: hint)
            } else {
                editor.append(runs, to: text)
            }
        }
        for (cell, note) in added.sorted(by: { $0.key < $1.key }) {
            let number = (authors + addedAuthors).firstIndex(of: note.author) ?? 0
            var text = XMLText(isPiece: true)
            text.open(
                prefix + "comment", ["ref": cell.description, "authorId": "\(number)"])
            text.open(prefix + "text")
            let end = "</\(prefix)text></\(prefix)comment>"
            editor.append(text.bytes + note.runs + Array(end.utf8), to: list)
        }
        return try editor.finished(atMost: limit)
    }
}

extension NoteList {
    /// Notes follow their cells; those of cells that are gone go.
    mutating func shift(_ shift: RowShift) {
        for (cell, element) in elements.sorted(by: { $0.key < $1.key }) {
            guard let row = shift.row(cell.row) else {
                editor.cut(element)
                removed.insert(cell)
                continue
            }
            guard row != cell.row else { continue }
            let new = CellReference(row: row, column: cell.column)
            editor.setAttribute("ref", of: element, to: new.description)
        }
    }
}
