/// Where one element stands in the bytes of its part, and among the other elements.
///
/// Offsets take four bytes, for a sheet has millions of elements and no part reaches 2 GiB.
struct MarkupElement {
    private var tagStart: Int32
    private var localStart: Int32
    private var nameEnd: Int32
    private var tagEnd: Int32
    private var contentEnd: Int32
    private var lastByte: Int32
    private var parentIndex: Int32
    private var nextIndex: Int32
    /// The element is in the namespace of the document element.
    let isMain: Bool
    /// Written `<a/>`.
    let isClosed: Bool

    init(
        tag: Range<Int>, localStart: Int, nameEnd: Int, parent: Int?, isMain: Bool, isClosed: Bool
    ) {
        tagStart = Int32(clamping: tag.lowerBound)
        tagEnd = Int32(clamping: tag.upperBound)
        self.localStart = Int32(clamping: localStart)
        self.nameEnd = Int32(clamping: nameEnd)
        contentEnd = tagEnd
        lastByte = tagEnd
        parentIndex = parent.map { Int32(clamping: $0) } ?? -1
        nextIndex = 0
        self.isMain = isMain
        self.isClosed = isClosed
    }

    /// The end tag was found; `next` is the index behind the last descendant.
    mutating func close(endTag: Range<Int>, next: Int) {
        contentEnd = Int32(clamping: endTag.lowerBound)
        lastByte = Int32(clamping: endTag.upperBound)
        nextIndex = Int32(clamping: next)
    }

    /// The start tag, `<` and `>` included.
    var tag: Range<Int> { Int(tagStart)..<Int(tagEnd) }
    /// The name with its prefix.
    var name: Range<Int> { Int(tagStart) + 1..<Int(nameEnd) }
    /// The name without its prefix.
    var local: Range<Int> { Int(localStart)..<Int(nameEnd) }
    /// What stands between the tags; empty where it is `<a/>`.
    var content: Range<Int> { Int(tagEnd)..<Int(contentEnd) }
    /// From `<` to the end of the end tag.
    var whole: Range<Int> { Int(tagStart)..<Int(lastByte) }
    /// The index of the element around it.
    var parent: Int? { parentIndex < 0 ? nil : Int(parentIndex) }
    /// The index behind its last descendant, where its next sibling stands if it has one.
    var next: Int { Int(nextIndex) }
}

/// Where an attribute stands.
struct MarkupAttribute {
    /// With the white space before it.
    var whole: Range<Int>
    /// With its prefix.
    var name: Range<Int>
    /// Between the quotes.
    var value: Range<Int>
}
