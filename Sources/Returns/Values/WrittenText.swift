import Campaigns

/// A cell's text in one writing: full width narrowed, what cannot be seen left out, spaces kept.
///
/// Other than `Folding`, which compares names, this keeps everything that a figure may hang on: where
/// spaces stand, whether a dash is a minus, whether a circle is a zero.
struct WrittenText: Hashable {
    /// Lower case; single spaces inside, none at the ends; a line break is U+000A.
    let text: String
    /// Something was narrowed or left out, white space at the ends aside.
    let wasChanged: Bool

    init(_ raw: String) {
        var scalars = String.UnicodeScalarView()
        var wasChanged = false
        for scalar in raw.unicodeScalars {
            if scalar.isSpace {
                let isBreak = scalar == "\n" || scalar == "\r" || scalar == "\u{2028}"
                let space: Unicode.Scalar = isBreak ? "\n" : " "
                if scalars.last == " " || scalars.last == "\n" {
                    if isBreak {
                        scalars.removeLast()
                        scalars.append(space)
                    }
                } else if !scalars.isEmpty {
                    scalars.append(space)
                }
            } else if scalar.isInvisible && !Self.turns(scalar) {
                wasChanged = true
            } else {
                let narrow = Self.narrow(scalar)
                if narrow != scalar { wasChanged = true }
                scalars.append(narrow)
            }
        }
        while scalars.last == " " || scalars.last == "\n" { scalars.removeLast() }
        text = String(scalars)
        self.wasChanged = wasChanged
    }

    /// Marks that show what follows from right to left: what is seen is not what stands there.
    private static func turns(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x202B, 0x202E, 0x2067: true
        default: false
        }
    }

    private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x41...0x5A: Unicode.Scalar(UInt8(scalar.value + 0x20))
        case 0xFF21...0xFF3A: Unicode.Scalar(UInt8(scalar.value - 0xFF21 + 0x61))
        case 0xFF01...0xFF5E: Unicode.Scalar(UInt8(scalar.value - 0xFEE0))
        case 0x2212: "-"
        case 0x201C, 0x201D: "\""
        case 0x2018, 0x2019: "'"
        case 0xFFE5, 0xA5: "¥"
        default: Folding.plain(scalar)
        }
    }
}
