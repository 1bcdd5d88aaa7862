/// What is agreed between the blank forms that are issued and the reader that gets them back filled.
package enum IssuedForm {
    /// The head of the column in which a form checks itself; what stands in it is nobody's report.
    package static let checkHead = "自检"

    /// The column is a form's own.
    package static func isOwnHead(_ head: some StringProtocol) -> Bool {
        Folding.key(head) == checkKey
    }

    private static let checkKey = Folding.key(checkHead)
}

extension Form {
    /// The fields that an issued form may bring along filled: what names the row, the unit's own name,
    /// what the roster knows, and what was so last month; of an item of the three lists all but how far
    /// it is.
    ///
    /// A sheet on which no other field is filled in has not been filled in at all.
    package func startingFields(in campaign: Campaign) -> Set<String> {
        Set(
            fields.filter { field in
                switch field.type {
                case .subjectCode, .subjectName, .unitName: true
                case _ where isItemList: !ItemField.answers.contains(field.id)
                default:
                    field.isStock || sector != nil && campaign.rosterAttributes.contains(field.id)
                }
            }.map(\.id))
    }
}

extension Field {
    /// What a month leaves to the next unless something changes: it carries, does not add up over the
    /// year, and a blank of it is not 0.
    ///
    /// A blank that means 0 belongs to things that happen; last month's number of them is no start for
    /// this one's.
    package var isStock: Bool { carries && !isCumulative && blank != .zero }
}
