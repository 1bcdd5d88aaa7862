import Campaigns
import Findings
import Formulas

/// Messages of rules with their holes filled: `{cur.file_done}` becomes `8`.
enum Wording {
    /// The message of a rule; a hole that nothing fills stays as it is.
    static func message(of rule: Rule, _ value: (String) -> String?) -> Bilingual {
        Bilingual(
            filled(rule.message.chinese, blank: "空", value),
            filled(rule.message.english, blank: "blank", value))
    }

    /// What stands in the holes of a rule's messages, each once, in order.
    static func holes(in rule: Rule) -> [String] {
        var holes: [String] = []
        for text in [rule.message.chinese, rule.message.english] {
            _ = filled(text, blank: "") { hole in
                if !holes.contains(hole) { holes.append(hole) }
                return nil
            }
        }
        return holes
    }

    /// Fills the holes of a text; an empty value is said to be blank.
    static func filled(_ text: String, blank: String, _ value: (String) -> String?) -> String {
        var result = ""
        var rest = text[...]
        // Braces are told by their bytes: to find where characters end takes longer than all the rest.
        while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")),
            let close = rest.utf8[open...].firstIndex(of: UInt8(ascii: "}"))
        {
            result += rest[..<open]
            let hole = String(rest[rest.utf8.index(after: open)..<close]).trimmed
            if let value = value(hole) {
                result += value.isEmpty ? blank : value
            } else {
                result += rest[open...close]
            }
            rest = rest[rest.utf8.index(after: close)...]
        }
        return result + rest
    }

    /// A value as the sheet shows it: a percent field as a percentage, everything else as it is.
    static func text(_ value: SQLValue, of field: Field?) -> String {
        guard field?.type == .percent, let number = value.number else { return value.description }
        // Binary fractions times 100 have a tail that nobody typed.
        return SQLValue.real((number * 100 * 1e8).rounded() / 1e8).description + "%"
    }
}
