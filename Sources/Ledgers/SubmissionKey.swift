import Campaigns

/// What tells the submissions of one file apart.
package enum SubmissionKey: Hashable, Sendable {
    case sheet(String)
    /// The file as a whole, or several of its sheets together.
    case whole(form: String?, unit: String?)
}

extension Submission {
    package var key: SubmissionKey {
        places.sheet.map { .sheet($0) } ?? .whole(form: form, unit: unit)
    }

    /// Which of a file's earlier submissions each of those is that it holds now, by the ledger's keys; 0 for one
    /// that is new.
    ///
    /// Where unit or form were not known before, what is left of one form is the same. What was recognised as no
    /// form and is one now is the same return, and so is the one sheet of a file that is called otherwise, as that
    /// of a CSV is with its file.
    package static func identities(
        of submissions: [Submission], among earlier: [Submission]
    ) -> [Int] {
        var identities = Array(repeating: 0, count: submissions.count)
        /// Makes those the same that alone on both sides have a trait.
        func pair<Trait: Hashable>(by trait: (Submission) -> Trait?) {
            let free = Dictionary(
                grouping: earlier.filter { !identities.contains($0.id) }, by: trait)
            let open = Dictionary(grouping: submissions.indices.filter { identities[$0] == 0 }) {
                trait(submissions[$0])
            }
            for (trait, places) in open where trait != nil && places.count == 1 {
                if let same = free[trait], same.count == 1 { identities[places[0]] = same[0].id }
            }
        }
        pair { $0.key }
        pair { $0.places.sheet == nil ? $0.form : nil }
        if earlier.count == 1, identities.first == 0, !identities.contains(earlier[0].id),
            submissions.count == 1 || earlier[0].places.sheet == nil
        {
            identities[0] = earlier[0].id
        }
        return identities
    }
}
