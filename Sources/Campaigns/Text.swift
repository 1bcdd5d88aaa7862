extension StringProtocol {
    /// Without white space at both ends: ASCII, U+3000, U+00A0, U+200B and U+FEFF.
    package var trimmed: String {
        let scalars = unicodeScalars
        guard let first = scalars.first, let last = scalars.last else { return "" }
        // As nearly all texts are.
        if !first.isBlank, !last.isBlank { return String(self) }
        guard let start = scalars.firstIndex(where: { !$0.isBlank }),
            let end = scalars.lastIndex(where: { !$0.isBlank })
        else { return "" }
        return String(String.UnicodeScalarView(scalars[start...end]))
    }
}

extension Unicode.Scalar {
    /// ASCII white space, U+3000, U+00A0, U+200B and U+FEFF.
    package var isBlank: Bool {
        switch value {
        case 0x09...0x0D, 0x20, 0x3000, 0xA0, 0x200B, 0xFEFF: true
        default: false
        }
    }
}
