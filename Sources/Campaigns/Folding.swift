/// How names, headers and choices are compared: by a key in which only what they say is left.
///
/// Two spellings that a reader takes for the same have one key: full and half width, letter case,
/// white space anywhere, line breaks inside a header, the shapes of brackets, dashes, quotes and dots,
/// and the characters that input methods and scanners mix up (〇 ○ 0, 囗 口). Nothing is left out that
/// can be read aloud, so equal keys are an exact match, never a guess.
package enum Folding {
    /// The key of a text; empty where nothing readable stands.
    package static func key(_ text: some StringProtocol) -> String {
        var key = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where !isUnread(scalar) {
            let folded = folded(scalar)
            switch folded.value {
            // Most of what is read: asking for the properties of these would take most of the time.
            case 0x41...0x5A: key.append(Unicode.Scalar(UInt8(folded.value + 0x20)))
            case 0...0x7F, 0x4E00...0x9FFF: key.append(folded)
            default: key.append(contentsOf: folded.properties.lowercaseMapping.unicodeScalars)
            }
        }
        return String(key)
    }

    /// White space, controls and marks without a shape of their own.
    private static func isUnread(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0...0x20, 0x7F...0xA0, 0xAD, 0x3000: true
        case 0x1680, 0x180E, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x2064: true
        case 0xFE00...0xFE0F, 0xFEFF, 0xE0100...0xE01EF: true
        default: false
        }
    }

    private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar {
        case "（", "［", "【", "〔", "〖", "｛", "[", "{": "("
        case "）", "］", "】", "〕", "〗", "｝", "]", "}": ")"
        case "“", "”", "„", "〝", "〞", "「", "」", "『", "』", "＂": "\""
        case "‘", "’", "′", "＇", "｀", "`": "'"
        case "‐", "‑", "‒", "–", "—", "―", "─", "－", "−": "-"
        case "•", "‧", "∙", "⋅", "・", "･": "·"
        case "、": ","
        case "。": "."
        case "〇", "○", "◯", "０": "0"
        case "囗": "口"
        default:
            switch scalar.value {
            case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
            default: scalar
            }
        }
    }
}
