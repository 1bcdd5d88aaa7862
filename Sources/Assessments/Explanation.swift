package import Findings

/// Why a figure is what it is: a sentence and, below it, what it was made of.
///
/// A tree from the score down to the rows. Which cell of which file a value came from is the ledger's to
/// say: a node with a `source` names the row and the fields to look up.
package struct Explanation: Hashable, Sendable {
    /// The sentence.
    package var line: Bilingual
    /// What the node is, for programs.
    package var kind = Kind.note
    /// What the sentence says, by name, for programs.
    package var values: [String: Value] = [:]
    /// The row behind it, on the leaves that are rows.
    package var source: Source?
    /// What it was made of, in reading order.
    package var children: [Explanation]

    /// What a node tells of; the words stand in what programs read and are never changed.
    package enum Kind: String, Hashable, Sendable {
        case score, base, indicator, attainment, rate, formula, parameters, rows, row
        case deductions, deduction, returned, bonus, award
        case notApplicable = "not_applicable"
        /// When a return was due and when it came.
        case receipt
        /// The cell that a value stands in, as it counts.
        case origin
        /// A value that was read as something else than it was written.
        case change
        /// What one of several files said of the same value.
        case revision
        /// A sentence that is none of these.
        case note
    }

    /// A value as programs read it.
    package enum Value: Hashable, Sendable {
        case text(String)
        /// The digits as printed, without loss.
        case number(String)
        case flag(Bool)
        /// Not applicable, or none.
        case nothing
    }

    /// A row of a view and the fields of it that a formula reads.
    package struct Source: Hashable, Sendable {
        /// The view's name: a form's id, or `submission`.
        package var form: String
        /// The row's `code`: a roster entry, or the ordinal of a row without one; of `submission` the form.
        package var subject: String
        /// The unit that the row belongs to.
        package var unit: String?
        /// Field ids, in the order of the form.
        package var fields: [String]

        /// A row of a view by its code.
        package init(form: String, subject: String, unit: String?, fields: [String]) {
            self.form = form
            self.subject = subject
            self.unit = unit
            self.fields = fields
        }
    }

    /// A node in both languages.
    package init(
        _ line: Bilingual, _ kind: Kind = .note, _ values: [String: Value] = [:],
        source: Source? = nil, children: [Explanation] = []
    ) {
        self.line = line
        self.kind = kind
        self.values = values
        self.source = source
        self.children = children
    }

    init(
        _ chinese: String, _ english: String, _ kind: Kind = .note,
        _ values: [String: Value] = [:], children: [Explanation] = []
    ) {
        self.init(Bilingual(chinese, english), kind, values, children: children)
    }

    /// The tree as lines, two spaces a level.
    package func lines(in language: Language) -> [String] {
        [line.text(in: language)]
            + children.flatMap { $0.lines(in: language).map { "  " + $0 } }
    }
}

extension Explanation.Value {
    /// A number as it is printed; none where there is none.
    static func digits(_ text: String?) -> Self {
        guard let text, !text.isEmpty, text != "—" else { return .nothing }
        return .number(text)
    }

    static func count(_ number: Int) -> Self { .number(String(number)) }
}
