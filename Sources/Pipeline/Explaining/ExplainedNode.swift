import Assessments
import Findings
import Foundation

/// An explanation for programs: what a node tells of, its sentence, its values with their types, and what
/// it was made of.
package struct ExplainedNode: Encodable, Sendable {
    private let node: Explanation
    private let language: Language

    init(_ node: Explanation, in language: Language) {
        self.node = node
        self.language = language
    }

    private enum CodingKeys: String, CodingKey {
        case kind, text, values, children
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(node.kind.rawValue, forKey: .kind)
        try container.encode(node.line.text(in: language), forKey: .text)
        if !node.values.isEmpty {
            try container.encode(node.values.mapValues(TypedValue.init), forKey: .values)
        }
        guard !node.children.isEmpty else { return }
        try container.encode(
            node.children.map { ExplainedNode($0, in: language) }, forKey: .children)
    }

    /// The lines for the terminal, two spaces a level; what is behind a row stands further in.
    var lines: [String] {
        [node.line.text(in: language)]
            + node.children.flatMap { child in
                let indent = node.kind == .row ? "    " : "  "
                return ExplainedNode(child, in: language).lines.map { indent + $0 }
            }
    }
}

/// A value as JSON has it: numbers keep all their digits.
private struct TypedValue: Encodable {
    let value: Explanation.Value

    init(_ value: Explanation.Value) {
        self.value = value
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch value {
        case .text(let text): try container.encode(text)
        case .flag(let flag): try container.encode(flag)
        case .nothing: try container.encodeNil()
        case .number(let digits):
            if let integer = Int(digits) {
                try container.encode(integer)
            } else if let decimal = Decimal(string: digits, locale: Locale(identifier: "C")) {
                try container.encode(decimal)
            } else {
                try container.encode(digits)
            }
        }
    }
}
