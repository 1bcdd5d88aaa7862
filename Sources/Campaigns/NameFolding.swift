/// How names of units and of roster entries are compared: `Folding`, and what only names need.
///
/// 零 is written for 〇 and the other way about (三〇二队); kana stand for the characters that they look
/// like, for a name here has none (ニ 二, ロ 口); a character that could not be typed is described in
/// brackets, and all ways to do so are one: （氵甸）, [氵甸], （氵+甸）, （左氵右甸）, ⿰氵甸. A # before a name only
/// says “of these”.
package enum NameFolding {
    /// The key of a name; empty where nothing readable stands.
    package static func key(_ text: some StringProtocol) -> String {
        let key = described(Folding.key(text))
        // As nearly all names are.
        guard key.unicodeScalars.contains(where: { $0 == "#" || lookAlike($0) != $0 }) else {
            return key
        }
        var scalars = Array(key.unicodeScalars)
        while scalars.count > 1, scalars[0] == "#" { scalars.removeFirst() }
        for place in scalars.indices { scalars[place] = lookAlike(scalars[place]) }
        return String(String.UnicodeScalarView(scalars))
    }

    private static func lookAlike(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar {
        case "零": "0"
        case "ニ": "二"
        case "ハ": "八"
        case "カ": "力"
        case "エ": "工"
        case "ロ": "口"
        case "タ": "夕"
        case "ト": "卜"
        case "チ": "千"
        default: scalar
        }
    }

    /// `(氵甸)` for every way to describe a character of two parts.
    private static func described(_ key: String) -> String {
        guard key.unicodeScalars.contains(where: { $0 == "(" || isDescription($0) }) else {
            return key
        }
        var result: [Unicode.Scalar] = []
        let scalars = Array(key.unicodeScalars)
        var place = 0
        while place < scalars.count {
            let scalar = scalars[place]
            if isDescription(scalar), place + 2 < scalars.count, !isDescription(scalars[place + 1]),
                !isDescription(scalars[place + 2])
            {
                let isBracketed = result.last == "("
                result += isBracketed ? [] : ["("]
                result += scalars[(place + 1)...(place + 2)]
                result += isBracketed ? [] : [")"]
                place += 3
            } else if scalar == "(", let parts = twoParts(scalars[(place + 1)...]) {
                result += ["(", parts.one, parts.other, ")"]
                place = parts.end
            } else {
                result.append(scalar)
                place += 1
            }
        }
        return String(String.UnicodeScalarView(result))
    }

    /// ⿰ and the other marks that join two parts.
    private static func isDescription(_ scalar: Unicode.Scalar) -> Bool {
        (0x2FF0...0x2FFB).contains(scalar.value) && scalar != "⿲" && scalar != "⿳"
    }

    /// `氵+甸)`, `左氵右甸)`, `上山下大)` behind an opening bracket; `end` is behind the closing one.
    private static func twoParts(
        _ rest: ArraySlice<Unicode.Scalar>
    ) -> (one: Unicode.Scalar, other: Unicode.Scalar, end: Int)? {
        let head = rest.prefix(5)
        let start = rest.startIndex
        if head.count >= 4, head[start + 1] == "+", head[start + 3] == ")" {
            return (head[start], head[start + 2], start + 4)
        }
        guard head.count == 5, head[start + 4] == ")" else { return nil }
        switch (head[start], head[start + 2]) {
        case ("左", "右"), ("上", "下"), ("外", "内"):
            return (head[start + 1], head[start + 3], start + 5)
        default:
            return nil
        }
    }
}
