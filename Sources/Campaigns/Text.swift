extension StringProtocol {
    /// Without white space at both ends: ASCII, U+3000, U+00A0, U+200B and U+FEFF.
    package var trimmed: String {
        func isBlank(_ scalar: Unicode.Scalar) -> Bool {
            switch scalar.value {
            case 0x09...0x0D, 0x20, 0x3000, 0xA0, 0x200B, 0xFEFF: true
            default: false
            }
        }
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !isBlank($0) }),
            let last = scalars.lastIndex(where: { !isBlank($0) })
        else { return "" }
        return String(String.UnicodeScalarView(scalars[first...last]))
    }
}
