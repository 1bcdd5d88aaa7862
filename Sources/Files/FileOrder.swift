extension String {
    /// The path without the ending of its last part: `农村/5月` of `农村/5月.xlsx`.
    private var withoutEnding: Substring.UTF8View {
        let utf8 = utf8
        guard let dot = utf8.lastIndex(of: UInt8(ascii: ".")),
            !utf8[dot...].contains(UInt8(ascii: "/"))
        else { return self[...].utf8 }
        return utf8[..<dot]
    }

    /// Whether the file at this path comes before another one where nothing else puts them in order.
    ///
    /// Names are compared by their bytes and endings last: `5月 更正.xlsx`, which somebody wrote to follow
    /// `5月.xlsx`, does follow it.
    package func precedes(asPath other: String) -> Bool {
        let (one, two) = (withoutEnding, other.withoutEnding)
        if one.elementsEqual(two) { return utf8.lexicographicallyPrecedes(other.utf8) }
        return one.lexicographicallyPrecedes(two)
    }
}
