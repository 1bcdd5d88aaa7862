import Campaigns
import Synchronization
import Workbooks

/// What texts were read as, column by column: a county writes the same few thousand again and again, and
/// to understand one takes far longer than to find it.
///
/// Only values are kept, for a problem names the head above its cell; and only such as hang on nothing
/// but the text, the field and the period. Numbers hang on the unit of their head.
final class ReadingMemory: Sendable {
    private struct Key: Hashable {
        var form: String
        var field: String
        var text: RawText
        /// Where the reading hangs on it.
        var period: Period?
    }

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

    private let readings = Mutex<[Key: Reading]>([:])
    /// A hostile file may hold any number of texts, and long ones.
    private static let capacity = 50_000
    private static let longest = 200

    /// Reads a cell as a field of a form; `above`, the value of the row above, is what 同上 means.
    func read(
        _ cell: Cell?, as field: Field, of form: Form, header: HeaderText, above: FieldValue?,
        by reader: ValueReader
    ) -> ValueReader.Reading {
        guard case .string(let text)? = cell?.value, !field.type.isNumber,
            text.utf8.count <= Self.longest
        else { return reader.read(cell, as: field, header: header, above: above) }
        var key = Key(form: form.id, field: field.id, text: RawText(text))
        if let known = known(key) { return known }
        if field.type == .date {
            key.period = reader.period
            if let known = known(key) { return known }
        }
        let reading = reader.read(cell, as: field, header: header, above: above)
        guard let plain = Reading(reading), plain.change?.reason != .ditto else { return reading }
        // Whatever stands above, and in whatever period: 6月30日 is a day of the period's year.
        let elsewhere = ValueReader(campaign: reader.campaign, names: reader.names, period: nil)
        if self.reading(of: cell, field, header, by: elsewhere) == plain {
            key.period = nil
        } else if field.type != .date || self.reading(of: cell, field, header, by: reader) != plain
        {
            return reading
        }
        readings.withLock { readings in
            guard readings.count < Self.capacity else { return }
            readings[key] = plain
        }
        return reading
    }

    private func known(_ key: Key) -> ValueReader.Reading? {
        readings.withLock { $0[key] }?.reading
    }

    /// What a cell says where something that it cannot be stands above it.
    private func reading(
        of cell: Cell?, _ field: Field, _ header: HeaderText, by reader: ValueReader
    ) -> Reading? {
        Reading(reader.read(cell, as: field, header: header, above: .text("\u{1}")))
    }

    private let subjects = Mutex<[SubjectWords: RosterEntry]>([:])

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

/// By what a row says whom it is about.
struct SubjectWords: Hashable {
    var form: String
    /// The reporting unit, where it was recognised.
    var unit: String?
    var code: String?
    var name: String?
}
