package import Findings

/// Why a figure is what it is: a sentence and, below it, what it was made of.
///
/// A tree from the score down to the rows. Which cell of which file a value came from is the ledger's to
/// say: a node with a `source` names the row and the fields to look up.
package struct Explanation: Hashable, Sendable {
    /// The sentence.
    package var line: Bilingual
    /// The row behind it, on the leaves that are rows.
    package var source: Source?
    /// What it was made of, in reading order.
    package var children: [Explanation]

    /// A row of a view and the fields of it that a formula reads.
    package struct Source: Hashable, Sendable {
        /// The view's name: a form's id, or `submission`.
        package var form: String
        /// The row's `code`: a roster entry, or the ordinal of a row without one.
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
    package init(_ line: Bilingual, source: Source? = nil, children: [Explanation] = []) {
        self.line = line
        self.source = source
        self.children = children
    }

    init(_ chinese: String, _ english: String, children: [Explanation] = []) {
        self.init(Bilingual(chinese, english), children: children)
    }

    /// The tree as lines, two spaces a level.
    package func lines(in language: Language) -> [String] {
        [line.text(in: language)]
            + children.flatMap { $0.lines(in: language).map { "  " + $0 } }
    }
}
