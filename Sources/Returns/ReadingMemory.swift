import Campaigns
import Synchronization
import Workbooks

/// What texts were read as, column by column: a county writes the same few thousand again and again, and
/// to understand one takes far longer than to find it.
final class ReadingMemory: Sendable {
    private let forms: [String: FormMemory]

    init(_ campaign: Campaign) {
        forms = Dictionary(
            campaign.forms.map { ($0.id, FormMemory($0)) }, uniquingKeysWith: { first, _ in first })
    }

    /// What is remembered of the columns of a form of the campaign.
    func form(_ form: Form) -> FormMemory { forms[form.id] ?? FormMemory(form) }

    private let subjects = Mutex<[SubjectWords: RosterEntry]>([:])
    private static let capacity = 50_000

    /// The roster entry that a row's code and name stand for; what stands for none is looked up again.
    func subject(
        _ words: SubjectWords, _ find: (SubjectWords) -> SubjectFinder.Result
    ) -> SubjectFinder.Result {
        if let known = subjects.withLock({ $0[words] }) { return .entry(known) }
        let result = find(words)
        if case .entry(let entry) = result {
            subjects.withLock { subjects in
                guard subjects.count < Self.capacity else { return }
                subjects[words] = entry
            }
        }
        return result
    }
}

/// What texts were read as in the columns of one form.
struct FormMemory: Sendable {
    /// As the campaign orders them.
    let fields: [FieldMemory]
    let order: FieldOrder

    init(_ form: Form) {
        fields = form.fields.map(FieldMemory.init)
        order = FieldOrder(form.fields.map(\.id))
    }
}

/// What texts were read as in the columns of one field.
///
/// Only values are kept, for a problem names the head above its cell; and only such as hang on nothing
/// but the text and, for a date, the period. Numbers hang on the unit of their head.
final class FieldMemory: Sendable {
    let field: Field
    let isNumber: Bool
    let isUnitName: Bool
    private let isDate: Bool

    private struct Reading {
        /// Nil for a text that says that there is nothing to say.
        var value: FieldValue?
        var change: ValueChange?

        /// Nil for what is not kept: problems, and values with a note.
        init?(_ reading: ValueReader.Reading) {
            switch reading {
            case .blank: break
            case .value(let value, let change, nil): (self.value, self.change) = (value, change)
            case .value, .problem: return nil
            }
        }

        var reading: ValueReader.Reading { value.map { .value($0, change, nil) } ?? .blank }
    }

    private struct Readings {
        private var common = TextTable<Reading>()
        /// What hangs on the period.
        private var byPeriod: [Period: TextTable<Reading>] = [:]
        /// A hostile file may hold any number of texts.
        private static let capacity = 5_000

        subscript(text: String, period: Period?) -> Reading? {
            guard let period else { return common[text] }
            return byPeriod[period]?[text]
        }

        mutating func add(_ text: String, _ reading: Reading, _ period: Period?) {
            if let period {
                guard byPeriod[period]?.count ?? 0 < Self.capacity else { return }
                byPeriod[period, default: TextTable()].add(text, reading)
            } else if common.count < Self.capacity {
                common.add(text, reading)
            }
        }
    }

    private let readings = Mutex(Readings())
    /// Texts are short.
    private static let longest = 200
    private static let something = FieldValue.text("\u{1}")

    init(_ field: Field) {
        self.field = field
        isNumber = field.type.isNumber
        isUnitName = field.type == .unitName
        isDate = field.type == .date
    }

    /// Reads a cell; `above`, the value of the row above, is what 同上 means.
    ///
    /// What a text was read as hangs on no head: neither is asked for where the text is known.
    func read(
        _ cell: Cell?, header: @autoclosure () -> HeaderText,
        above: @autoclosure () -> FieldValue?, by reader: ValueReader
    ) -> ValueReader.Reading {
        guard !isNumber, case .string(let text)? = cell?.value, text.utf8.count <= Self.longest,
            !(isDate && DateText.isPlain(text))
        else {
            let above = isNumber ? nil : above()
            return reader.read(cell, as: field, header: header(), above: above)
        }
        // 6月30日 is a day of the period's year, 2020-06-30 the same in any.
        let period = isDate && !DateText.beginsWithYear(text) ? reader.period : nil
        if let known = readings.withLock({ $0[text, period] }) { return known.reading }
        // With something above, so that what hangs on it shows.
        let reading = reader.read(cell, as: field, header: header(), above: Self.something)
        guard let plain = Reading(reading) else { return reading }
        guard plain.change?.reason != .ditto else {
            return reader.read(cell, as: field, header: header(), above: above())
        }
        readings.withLock { $0.add(text, plain, period) }
        return reading
    }
}

/// By what a row says whom it is about.
struct SubjectWords: Hashable {
    var form: String
    /// The reporting unit, where it was recognised.
    var unit: String?
    var code: String?
    var name: String?
}
