/// Texts as cells and notes can hold them.
enum HeldText {
    /// Excel's bound for the text of one cell, in UTF-16 units.
    static let longest = 32_767

    /// Programs drop white space at the ends, and line ends anywhere, unless told.
    static func needsPreserving(_ text: String) -> Bool {
        guard let first = text.utf8.first, let last = text.utf8.last else { return false }
        return first <= 32 || last <= 32 || text.utf8.contains(10)
    }
}
