/// A text as a key by which to find it again: the same where its bytes are.
///
/// A `String` is looked up by what it canonically means, which has to be worked out each time.
struct RawText: Hashable {
    private let text: String

    init(_ text: String) { self.text = text }

    static func == (one: RawText, other: RawText) -> Bool {
        one.text.utf8.elementsEqual(other.text.utf8)
    }

    func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}
