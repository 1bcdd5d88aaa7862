/// How names, headers and choices are compared: by a key in which only what they say is left.
///
/// Two spellings that a reader takes for the same have one key: full and half width, letter case,
/// white space anywhere, line breaks inside a header, the shapes of brackets, dashes, quotes and dots,
/// the characters that input methods and scanners mix up (〇 ○ 0, 囗 口), and rare characters under the
/// code points of radicals, compatibility and old fonts (`RareCharacters`). Nothing is left out that can
/// be read aloud, so equal keys are an exact match, never a guess.
package enum Folding {
    /// The key of a text; empty where nothing readable stands.
    package static func key(_ text: some StringProtocol) -> String { key(String(text)) }

    /// The same of a whole text.
    package static func key(_ text: String) -> String {
        var key: [UInt8] = []
        key.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars where !isUnread(scalar) {
            let folded = folded(plain(scalar))
            switch folded.value {
            // Most of what is read: asking for the properties of these would take most of the time.
            case 0x41...0x5A: key.append(UInt8(folded.value + 0x20))
            case 0...0x7F: key.append(UInt8(folded.value))
            case 0x4E00...0x9FFF:
                key.append(0xE0 | UInt8(folded.value >> 12))
                key.append(0x80 | UInt8(folded.value >> 6 & 0x3F))
                key.append(0x80 | UInt8(folded.value & 0x3F))
            default: key.append(contentsOf: folded.properties.lowercaseMapping.utf8)
            }
        }
        return String(decoding: key, as: UTF8.self)
    }

    /// The character that a radical, a compatibility ideograph or a private code point stands for
    /// (`RareCharacters`); any other as it is.
    package static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        RareCharacters.mayHold(scalar.value) ? RareCharacters.plain(scalar) : scalar
    }

    /// White space, controls and marks without a shape of their own.
    private static func isUnread(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        // What most texts are made of, before the rest is asked.
        case 0x21...0x7E, 0x4E00...0x9FFF: false
        default: scalar.isSpace || scalar.isInvisible
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
