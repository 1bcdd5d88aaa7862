import Findings

/// Reads the notes of a sheet (ECMA-376 Part 1, 18.7): their text and who wrote it.
///
/// Of a threaded comment this is the plain copy that programs keep for older ones.
final class CommentsPart: XMLHandler {
    private(set) var notes: [CellReference: Grid.Note] = [:]
    private let limits: WorkbookLimits
    private var authors: [String] = []
    private var author: [UInt8]?
    private var open: (cell: CellReference, author: Int)?
    private let content = RichText()

    init(limits: WorkbookLimits) { self.limits = limits }

    func start(_ name: XMLName, _ attributes: XMLAttributes) throws(WorkbookError) {
        switch name {
        case "author": author = []
        case "comment":
            content.removeAll()
            open = attributes.text("ref").flatMap { CellReference($0) }.map {
                ($0, attributes.integer("authorId") ?? -1)
            }
        default: content.start(name, attributes)
        }
    }

    func end(_ name: XMLName) throws(WorkbookError) {
        switch name {
        case "author":
            guard authors.count < limits.notes else { throw Self.tooMany }
            authors.append(EscapedText.decoded(author ?? []))
            author = nil
        case "comment":
            guard let note = open else { return }
            open = nil
            guard notes.count < limits.notes else { throw Self.tooMany }
            notes[note.cell] = Grid.Note(
                author: authors.indices.contains(note.author) ? authors[note.author] : "",
                text: EscapedText.decoded(content.bytes.cut(to: limits.textLength)))
        default: content.end(name)
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        if author != nil { author?.append(contentsOf: bytes) } else { content.append(bytes) }
    }

    private static var tooMany: WorkbookError { .limit("批注太多", "too many notes") }
}
