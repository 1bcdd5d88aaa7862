/// What an issued form says about itself in a defined name of its workbook: which form, whose, of which
/// period, by which campaign.
///
/// ```
/// _tongbao_form  "form=rural;unit=610999101;period=2020-06;version=3f9a…;sheet=农村"
/// ```
///
/// A workbook with several forms has a name for each: `_tongbao_form`, `_tongbao_form_community`. The
/// marker is what the sender's copy says; whether it still fits the sheet is for the reader to judge.
package struct FormMarker: Hashable, Sendable {
    /// The form's id; whether the campaign knows it is not checked.
    package var form: String
    /// The unit's code; nil in a form issued to nobody in particular.
    package var unit: String?
    /// Nil in a form issued for no month in particular.
    package var period: Period?
    /// The hash of the campaign's tables.
    package var version: String?
    /// The sheet that the form stands on, by the name it was issued under.
    package var sheet: String?

    /// Says what is known; the rest is left out of the text.
    package init(
        form: String, unit: String? = nil, period: Period? = nil, version: String? = nil,
        sheet: String? = nil
    ) {
        self.form = form
        self.unit = unit
        self.period = period
        self.version = version
        self.sheet = sheet
    }

    /// The defined name; further forms in one workbook add an underscore and their id.
    package static let definedName = "_tongbao_form"

    /// Defined names and their texts for the forms of one workbook.
    package static func definedNames(for markers: [FormMarker]) -> [String: String] {
        var names: [String: String] = [:]
        for marker in markers {
            let name = names.isEmpty ? definedName : definedName + "_" + marker.form
            names[name] = marker.text
        }
        return names
    }

    /// The markers among a workbook's defined names, in the order of the names.
    package static func markers(in definedNames: [String: String]) -> [FormMarker] {
        definedNames.filter { $0.key.lowercased().hasPrefix(definedName) }
            .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            .compactMap { FormMarker($0.value) }
    }

    /// What the defined name refers to: a text in quotes.
    package var text: String {
        let parts: [(String, String?)] = [
            ("form", form), ("unit", unit), ("period", period?.description), ("version", version),
            ("sheet", sheet),
        ]
        let words = parts.compactMap { key, value in value.map { "\(key)=\(Self.escaped($0))" } }
        return "\"" + words.joined(separator: ";") + "\""
    }

    /// Reads the text of a defined name leniently: any order, any quotes, unknown keys, a period that
    /// makes no sense is left out; nil where it names no form.
    package init?(_ text: some StringProtocol) {
        let noise: Set<Character> = ["=", "\"", "“", "”", "'", " ", "\u{3000}"]
        var words = text.drop { noise.contains($0) }
        while let last = words.last, noise.contains(last) { words.removeLast() }
        var values: [String: String] = [:]
        for word in words.split(whereSeparator: { $0 == ";" || $0 == "；" }) {
            guard let equals = word.firstIndex(where: { $0 == "=" || $0 == "＝" }) else { continue }
            let key = Folding.key(word[..<equals])
            let value = Self.unescaped(word[word.index(after: equals)...].trimmed)
            if !value.isEmpty, values[key] == nil { values[key] = value }
        }
        guard let form = values["form"] else { return nil }
        self.init(
            form: form, unit: values["unit"], period: values["period"].flatMap { Period($0) },
            version: values["version"], sheet: values["sheet"])
    }

    private static let escapes = [
        ("%", "%25"), (";", "%3B"), ("；", "%EF%BC%9B"), ("=", "%3D"), ("\"", "%22"), ("'", "%27"),
    ]

    private static func escaped(_ text: String) -> String {
        escapes.reduce(text) { $0.replacing($1.0, with: $1.1) }
    }

    private static func unescaped(_ text: String) -> String {
        escapes.reversed().reduce(text) { $0.replacing($1.1, with: $1.0) }
    }
}
