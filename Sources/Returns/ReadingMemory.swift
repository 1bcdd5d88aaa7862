import Campaigns
import Synchronization
import Workbooks

/// What texts were read as, column by column: a county writes the same few thousand again and again, and
/// to understand one takes far longer than to find it.
final class ReadingMemory: Sendable {
    /// By form and, in it, by field, as the campaign orders them.
    private let fields: [String: [FieldMemory]]

    init(_ campaign: Campaign) {
        fields = Dictionary(
            campaign.forms.map { ($0.id, $0.fields.map(FieldMemory.init)) },
            uniquingKeysWith: { first, _ in first })
    }

    /// What is remembered of the columns of a form, in the order of its fields.
    func fields(of form: Form) -> [FieldMemory] { fields[form.id] ?? [] }

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

/// What texts were read as in the columns of one field.
///
/// Only values are kept, for a problem names the head above its cell; and only such as hang on nothing
/// but the text and, for a date, the period. Numbers hang on the unit of their head.
final class FieldMemory: Sendable {
    let field: Field
    let isNumber: Bool
    let isUnitName: Bool
    private let isDate: Bool

    private struct Reading: Equatable {
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
        /// By text.
        var common = TextTable<Reading>()
        /// Of dates that hang on the period.
        var byPeriod: [Period: TextTable<Reading>] = [:]
    }

    private let readings = Mutex(Readings())
    /// A hostile file may hold any number of texts, and long ones.
    private static let capacity = 5_000
    private static let longest = 200

    init(_ field: Field) {
        self.field = field
        isNumber = field.type.isNumber
        isUnitName = field.type == .unitName
        isDate = field.type == .date
    }

    /// Reads a cell; `above`, the value of the row above, is what 同上 means.
    func read(
        _ cell: Cell?, header: HeaderText, above: @autoclosure () -> FieldValue?,
        by reader: ValueReader
    ) -> ValueReader.Reading {
        guard !isNumber, case .string(let text)? = cell?.value, text.utf8.count <= Self.longest,
            !(isDate && DateText.isPlain(text))
        else { return reader.read(cell, as: field, header: header, above: above()) }
        if let known = known(text, in: reader.period) { return known }
        let reading = reader.read(cell, as: field, header: header, above: above())
        guard let plain = Reading(reading), plain.change?.reason != .ditto,
            // Whatever stands above.
            self.reading(of: cell, header, by: reader) == plain
        else { return reading }
        // 6月30日 is a day of the period's year, 2020-06-30 the same in any.
        let elsewhere = ValueReader(campaign: reader.campaign, names: reader.names, period: nil)
        let hangsOnPeriod = isDate && self.reading(of: cell, header, by: elsewhere) != plain
        readings.withLock { readings in
            if hangsOnPeriod, let period = reader.period {
                guard readings.byPeriod[period]?.count ?? 0 < Self.capacity else { return }
                readings.byPeriod[period, default: TextTable()].add(text, plain)
            } else if readings.common.count < Self.capacity {
                readings.common.add(text, plain)
            }
        }
        return reading
    }

    private func known(_ text: String, in period: Period?) -> ValueReader.Reading? {
        readings.withLock { readings -> Reading? in
            if let common = readings.common[text] { return common }
            return isDate ? period.flatMap { readings.byPeriod[$0]?[text] } : nil
        }?.reading
    }

    /// What a cell says where something that it cannot be stands above it.
    private func reading(
        of cell: Cell?, _ header: HeaderText, by reader: ValueReader
    ) -> Reading? {
        Reading(reader.read(cell, as: field, header: header, above: .text("\u{1}")))
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
