import Campaigns
import Synchronization

/// Every header by which the columns of the campaign's forms are known, folded for comparison.
struct HeaderBook {
    /// The form's fields by folded header or alias, with and without a unit in brackets.
    private let fieldsByForm: [[String: String]]
    let forms: [Form]
    /// By form.
    let outlines: [FormOutline]
    private let fields: [[String: Field]]
    private let all: Set<String>
    /// Everything with which one of them begins and goes on.
    private let beginnings: Set<String>
    /// Everything with which one of them goes on and ends.
    private let endings: Set<String>
    private let memory = HeadMemory()
    private let blockMemory = BlockMemory()

    /// What a head is in a form.
    enum Match {
        case field(String, HeaderText)
        /// The field's name, but with a bracket that may make it something else.
        case unclear(field: String, bracket: String)
    }

    init(_ campaign: Campaign) {
        forms = campaign.forms
        outlines = forms.map(FormOutline.init)
        fieldsByForm = forms.map { form in
            var fields: [String: String] = [:]
            // A field's own header wins over another field's alias.
            for field in form.fields { fields[HeaderText(field.header).wholeKey] = field.id }
            for field in form.fields {
                for name in [field.header] + field.aliases {
                    // 党员数（正式） does not make every 党员数 one of full members.
                    for reading in HeaderText(name).readings
                    where fields[reading.key] == nil
                        && (reading.brackets.isEmpty || !field.type.isNumber)
                    {
                        fields[reading.key] = field.id
                    }
                }
            }
            return fields
        }
        fields = forms.map { form in
            Dictionary(form.fields.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        }
        all = Set(fieldsByForm.flatMap(\.keys))
        beginnings = Set(all.flatMap { key in key.indices.map { String(key[..<$0]) } })
        endings = Set(all.flatMap { key in key.indices.map { String(key[$0...]) } })
    }

    /// What a text is as a head; worked out once, for the heads of a county repeat from file to file.
    func head(_ raw: String) -> KnownHead {
        memory.head(raw) {
            let text = HeaderText(raw)
            let isKnown = knows(text)
            return KnownHead(
                raw: raw, text: text,
                matches: forms.indices.map { isKnown ? match(text, inForm: $0) : nil },
                isKnown: isKnown,
                mayBegin: text.readings.contains { mayBegin($0.key) },
                isEnding: text.readings.contains { endings.contains($0.key) })
        }
    }

    /// A head that is known begins so, with the brackets or without.
    private func mayBegin(_ key: String) -> Bool {
        if beginnings.contains(key) { return true }
        guard let bracket = key.utf8.firstIndex(of: UInt8(ascii: "(")) else { return false }
        return beginnings.contains(String(key[..<bracket]))
    }

    /// What rows of heads are in each form that has a column among them, wherever on a sheet they stand;
    /// worked out once.
    func blocks(of window: HeadWindow) -> [HeaderBlock] {
        blockMemory.blocks(of: window.cells) {
            let heads = window.spellings(in: self)
            guard heads.count >= 2 else { return [] }
            return forms.indices.compactMap { HeaderBlock(heads, form: $0, book: self) }
        }
    }

    /// Some form has a column of that name.
    func knows(_ header: HeaderText) -> Bool {
        header.readings.contains { all.contains($0.key) }
    }

    /// Some form has a column of that name, folded.
    func knows(key: String) -> Bool { all.contains(key) }

    /// What a head is in a form; nil for none of its columns.
    func match(_ header: HeaderText, inForm index: Int) -> Match? {
        for (place, reading) in header.readings.enumerated() {
            guard let id = fieldsByForm[index][reading.key], let field = fields[index][id] else {
                continue
            }
            if place > 0, let doubt = Self.doubt(reading, about: field) {
                return .unclear(field: id, bracket: doubt)
            }
            return .field(id, header.chosen(place))
        }
        return nil
    }

    /// What in a reading's brackets may make the column something else; nil for nothing.
    ///
    /// In columns that are no numbers every cell is held to a list, a date, the roster, whatever the bracket
    /// says; only another time makes a state or a day another's (活动场所状态（上年末）).
    private static func doubt(_ reading: HeaderText.Reading, about field: Field) -> String? {
        guard field.type.isNumber || field.type.isStateOrDay else { return nil }
        if field.type.isNumber, let unit = reading.unit, !MeasureUnit.fits(unit, field.unit) {
            let isRate = field.type == .percent && ["%", "百分比"].contains(unit)
            return isRate ? nil : unit
        }
        return reading.brackets.first { words in
            HeadQualifier.narrows(words, field, under: reading.key)
                || field.type.isNumber && !isInstruction(words)
                    && !HeadQualifier.repeats(words, field)
        }
    }

    /// What of a text above a column may make it something else; nil for nothing.
    ///
    /// Words that are part of the column's own head as it was understood say nothing more.
    func doubt(
        ofGroup group: HeaderText, over head: HeaderText, field: Field
    ) -> String? {
        guard field.type.isNumber || field.type.isStateOrDay else { return nil }
        let words = group.readings.last.map { [$0.key] + $0.brackets } ?? []
        return words.first {
            !head.wholeKey.holds($0) && HeadQualifier.narrows($0, field, under: head.wholeKey)
        }
    }

    /// How to fill in the column, which changes nothing of what it is.
    private static func isInstruction(_ bracket: String) -> Bool {
        let beginnings = [
            "必填", "选填", "可选", "填", "请填", "没有", "无则", "无填", "无的", "如无", "保留", "取整", "整数", "小数", "数字",
            "阿拉伯", "自动", "公式", "见", "注", "例", "如:", "截至", "截止", "月末", "期末", "至月末",
        ]
        return bracket.isEmpty || beginnings.contains { bracket.begins(with: $0) }
            || bracket.unicodeScalars.allSatisfy {
                $0.digit != nil || "-~≤≥<>.%".unicodeScalars.contains($0)
            }
    }
}

extension FieldType {
    /// One of a list, or a day: what holds at some time.
    var isStateOrDay: Bool {
        if case .enumeration = self { return true }
        return self == .date
    }
}
