import Campaigns

/// Every header by which the columns of the campaign's forms are known, folded for comparison.
struct HeaderBook {
    /// The form's fields by folded header or alias, with and without a unit in brackets.
    private let fieldsByForm: [[String: String]]
    let forms: [Form]
    private let all: Set<String>

    init(_ campaign: Campaign) {
        forms = campaign.forms
        fieldsByForm = forms.map { form in
            var fields: [String: String] = [:]
            // A field's own header wins over another field's alias.
            for field in form.fields { fields[Folding.key(field.header)] = field.id }
            for field in form.fields {
                for name in [field.header] + field.aliases {
                    for key in [Folding.key(name), HeaderText(name).key]
                    where fields[key] == nil {
                        fields[key] = field.id
                    }
                }
            }
            return fields
        }
        all = Set(fieldsByForm.flatMap(\.keys))
    }

    /// The field of a form that a header names; nil for none.
    func field(_ header: HeaderText, inForm index: Int) -> String? {
        fieldsByForm[index][header.wholeKey] ?? fieldsByForm[index][header.key]
    }

    /// Some form has a column of that name.
    func knows(_ header: HeaderText) -> Bool {
        all.contains(header.wholeKey) || all.contains(header.key)
    }
}

/// A column's head as it stands on a sheet, taken apart into name and unit.
struct HeaderText: Hashable {
    /// As written, white space and line breaks inside removed.
    let text: String
    /// Folded, with the bracket.
    let wholeKey: String
    /// Folded, without a bracket at the end.
    let key: String
    /// What stands in the bracket at the end (万元); nil for none.
    let unit: String?

    init(_ raw: String) {
        text = String(raw.filter { !$0.isWhitespace })
        wholeKey = Folding.key(raw)
        guard wholeKey.hasSuffix(")"), let open = wholeKey.lastIndex(of: "("),
            open != wholeKey.startIndex
        else {
            key = wholeKey
            unit = nil
            return
        }
        key = String(wholeKey[..<open])
        unit = String(wholeKey[wholeKey.index(after: open)...].dropLast())
    }
}
