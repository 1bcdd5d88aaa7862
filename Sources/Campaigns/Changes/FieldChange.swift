package import Findings

/// A change of a form's column that reaches further than the row of the table: into the ledger, or into
/// sheets that are under way.
package struct FieldChange: Hashable, Sendable {
    package var form: String
    package var field: String
    /// As the new table heads it.
    package var header: String
    package var warning: Warning

    package enum Warning: Hashable, Sendable {
        /// Counted in another unit; what the ledger holds is not converted.
        case unitChanged(from: String)
        /// The head of the forms that were issued is none of its spellings any more.
        case headLost(String)
        /// It was not there, or could be left blank.
        case newlyRequired
    }

    /// In the order of the new tables; of a form that is new nothing is said.
    static func all(from old: Campaign, to new: Campaign) -> [FieldChange] {
        new.forms.flatMap { form -> [FieldChange] in
            guard let earlier = old.form(form.id) else { return [] }
            return form.fields.flatMap { field in
                warnings(earlier.field(field.id), field).map {
                    FieldChange(
                        form: form.id, field: field.id, header: field.header, warning: $0)
                }
            }
        }
    }

    private static func warnings(_ old: Field?, _ new: Field) -> [Warning] {
        guard let old else { return new.required == .never ? [] : [.newlyRequired] }
        var warnings: [Warning] = []
        if Folding.key(old.unit ?? "") != Folding.key(new.unit ?? "") {
            warnings.append(.unitChanged(from: old.unit ?? ""))
        }
        let spellings = ([new.header] + new.aliases).map { Folding.key($0) }
        if !spellings.contains(Folding.key(old.header)) { warnings.append(.headLost(old.header)) }
        if old.required == .never, new.required != .never { warnings.append(.newlyRequired) }
        return warnings
    }
}

extension FieldChange.Warning {
    /// What follows from it, and what to do.
    package var advice: Bilingual {
        switch self {
        case .unitChanged(let old):
            Bilingual(
                "单位改了，台账里的数仍按原单位“\(old)”，不会换算：改回去；确实要换单位的，另起一个 id",
                "the unit is another, the ledger's numbers stay in the old one (“\(old)”) and are not converted: put it back, or give the column a new id"
            )
        case .headLost(let head):
            Bilingual(
                "旧表头“\(head)”不在 aliases 里，还用旧空表的会退回：把旧表头加进 aliases",
                "the old head “\(head)” is not among the aliases, sheets that still bear it go back: add it to aliases"
            )
        case .newlyRequired:
            Bilingual(
                "新的必填栏，还没收齐的月份和补报、改报用的旧表上没有，会退回：等上月截止、通报发出后再换表，并重新下发空表",
                "newly required: sheets of months still being reported and late corrections have no such column and go back; take it in once the last month is published, and issue the forms anew"
            )
        }
    }
}
