import Campaigns
import Synchronization

/// Every header by which the columns of the campaign's forms are known, folded for comparison.
struct HeaderBook {
    /// The form's fields by folded header or alias, with and without a unit in brackets.
    private let fieldsByForm: [[String: String]]
    let forms: [Form]
    private let all: Set<String>
    /// Everything with which one of them begins and goes on.
    private let beginnings: Set<String>
    private let memory = HeadMemory()

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
        beginnings = Set(all.flatMap { key in key.indices.map { String(key[..<$0]) } })
    }

    /// What a text is as a head; worked out once, for the heads of a county repeat from file to file.
    func head(_ raw: String) -> KnownHead {
        memory.head(raw) {
            let text = HeaderText(raw)
            let name = text.wholeKey.prefix { $0 != "(" }
            return KnownHead(
                raw: raw, text: text,
                fields: fieldsByForm.map { $0[text.wholeKey] ?? $0[text.key] },
                mayBegin: beginnings.contains(String(name)))
        }
    }

    /// Some form has a column of that name.
    func knows(_ header: HeaderText) -> Bool {
        all.contains(header.wholeKey) || all.contains(header.key)
    }
}

/// A head with what the forms make of it.
final class KnownHead: Sendable {
    /// As it stands on the sheet.
    let raw: String
    let text: HeaderText
    /// By form, the field that it names; nil for none.
    let fields: [String?]
    /// It names a field by itself.
    let isKnown: Bool
    /// A name that is written on in the row below may make it a head that is known.
    let mayBegin: Bool

    init(raw: String, text: HeaderText, fields: [String?], mayBegin: Bool) {
        self.raw = raw
        self.text = text
        self.fields = fields
        self.mayBegin = mayBegin
        isKnown = fields.contains { $0 != nil }
    }
}

/// The heads that were looked at before, by their raw text.
private final class HeadMemory: Sendable {
    private let heads = Mutex<[String: KnownHead]>([:])
    /// A county has some thousands of texts; a hostile sheet may have any number.
    private static let capacity = 20_000

    func head(_ raw: String, _ make: () -> KnownHead) -> KnownHead {
        if let head = heads.withLock({ $0[raw] }) { return head }
        let head = make()
        heads.withLock { heads in
            if heads.count < Self.capacity { heads[raw] = head }
        }
        return head
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
