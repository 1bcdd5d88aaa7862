/// A name in which characters were lost on the way: 东?村, 东□村, a private code point, 东（氵甸）村.
///
/// What stood there is never guessed; it only puts the names that fit first among the proposals.
struct LostCharacters {
    /// Nil stands for one character, whichever.
    private let pattern: [Unicode.Scalar?]

    /// Reads a folded name.
    init(_ key: String) {
        var pattern: [Unicode.Scalar?] = []
        let scalars = Array(key.unicodeScalars)
        var place = 0
        while place < scalars.count {
            // Two parts in brackets describe one character.
            if scalars[place] == "(", place + 3 < scalars.count, scalars[place + 3] == ")" {
                pattern.append(nil)
                place += 4
            } else {
                pattern.append(Self.isLost(scalars[place]) ? nil : scalars[place])
                place += 1
            }
        }
        self.pattern = pattern
    }

    /// Something was lost, something is left, and the name may be this one.
    func fit(_ key: String) -> Bool {
        let scalars = Array(key.unicodeScalars)
        guard pattern.contains(nil), pattern.contains(where: { $0 != nil }),
            pattern.count == scalars.count
        else { return false }
        return zip(pattern, scalars).allSatisfy { $0 == nil || $0 == $1 }
    }

    private static func isLost(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "?", "□", "■", "〓", "*", "\u{FFFD}": true
        default:
            switch scalar.value {
            case 0xE000...0xF8FF, 0xF0000...0x10FFFF: true
            default: false
            }
        }
    }
}
