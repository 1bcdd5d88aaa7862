/// The fill of a cell as a line of text that a styles part can be given again:
/// `solid rgb:FFDDEBF7 indexed:64` (ECMA-376 Part 1, 18.8.32).
///
/// Unlike the number of a style it outlives a program that numbers all styles anew. Gradients have no
/// such text.
package struct CellFill: Hashable, Sendable {
    private var pattern: String
    /// Foreground and background, as far as the fill says them.
    private var colors: [Color?]

    private static let patterns: Set<String> = [
        "solid", "mediumGray", "darkGray", "lightGray", "darkHorizontal", "darkVertical",
        "darkDown", "darkUp", "darkGrid", "darkTrellis", "lightHorizontal", "lightVertical",
        "lightDown", "lightUp", "lightGrid", "lightTrellis", "gray125", "gray0625",
    ]

    /// Nil for no fill, and for one that cannot be said.
    init?(_ element: Int, in markup: Markup) {
        guard let child = markup.descendants("patternFill", of: element).first,
            let pattern = markup.value("patternType", of: child), Self.patterns.contains(pattern)
        else { return nil }
        self.pattern = pattern
        colors = (["fgColor", "bgColor"] as [StaticString]).map { name in
            markup.descendants(name, of: child).first.flatMap { Color($0, in: markup) }
        }
    }

    /// Reads what `text` gave; nil for anything else.
    init?(_ text: String) {
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        guard words.count == 3, Self.patterns.contains(String(words[0])) else { return nil }
        pattern = String(words[0])
        colors = []
        for word in words.dropFirst() {
            let color = Color(word)
            guard color != nil || word == "-" else { return nil }
            colors.append(color)
        }
    }

    var text: String {
        ([pattern] + colors.map { $0?.text ?? "-" }).joined(separator: " ")
    }

    /// `RRGGBB` where the whole cell has this one colour.
    var solidColor: String? {
        guard pattern == "solid", case .rgb(let color)?? = colors.first else { return nil }
        return String(color.suffix(6))
    }

    /// The element, without prefix.
    var element: [UInt8] {
        var text = XMLText(isPiece: true)
        text.open("fill")
        text.open("patternFill", ["patternType": pattern])
        for (name, color) in zip(["fgColor", "bgColor"], colors) {
            switch color {
            case .rgb(let value): text.empty(name, ["rgb": value])
            case .indexed(let number): text.empty(name, ["indexed": "\(number)"])
            case .theme(let number, let tint):
                text.empty(name, ["theme": "\(number)", "tint": tint])
            case nil: break
            }
        }
        text.close("patternFill")
        text.close("fill")
        return text.bytes
    }

    private enum Color: Hashable {
        /// `AARRGGBB`.
        case rgb(String)
        case indexed(Int)
        case theme(Int, tint: String?)

        init?(_ element: Int, in markup: Markup) {
            if let rgb = markup.value("rgb", of: element) {
                self.init("rgb:" + rgb.uppercased())
            } else if let number = markup.integer("indexed", of: element) {
                self.init("indexed:\(number)")
            } else if let number = markup.integer("theme", of: element) {
                let tint = markup.value("tint", of: element)
                self.init("theme:\(number)" + (tint.map { ":" + $0 } ?? ""))
            } else {
                return nil
            }
        }

        init?(_ text: some StringProtocol) {
            let parts = String(text).split(separator: ":", omittingEmptySubsequences: false)
                .map(String.init)
            guard (2...3).contains(parts.count) else { return nil }
            switch parts[0] {
            case "rgb":
                guard parts.count == 2, hexNumber(parts[1].utf8, digits: 8) != nil else {
                    return nil
                }
                self = .rgb(parts[1].uppercased())
            case "indexed":
                guard parts.count == 2, let number = wholeNumber(parts[1].utf8),
                    0..<256 ~= number
                else { return nil }
                self = .indexed(number)
            case "theme":
                guard let number = wholeNumber(parts[1].utf8), 0..<64 ~= number else { return nil }
                let tint = parts.count == 3 ? parts[2] : nil
                if let tint, tint.utf8.count > 24 || plainNumber(tint) == nil { return nil }
                self = .theme(number, tint: tint)
            default: return nil
            }
        }

        var text: String {
            switch self {
            case .rgb(let value): "rgb:" + value
            case .indexed(let number): "indexed:\(number)"
            case .theme(let number, let tint):
                "theme:\(number)" + (tint.map { ":" + $0 } ?? "")
            }
        }
    }
}
