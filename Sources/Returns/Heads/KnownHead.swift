import Campaigns
import Synchronization

/// A text of the top of a sheet with what the forms make of it as a head.
final class KnownHead: Sendable {
    /// As it stands on the sheet.
    let raw: String
    let text: HeaderText
    /// By form; nil where it is none of its columns.
    let matches: [HeaderBook.Match?]
    /// By form, whether it is one of its columns.
    let isOf: [Bool]
    /// By form, whether it heads a column of mere numbering.
    let isSerial: [Bool]
    /// Some form has a column of that name.
    let isKnown: Bool
    /// It is a column of some form, or one of mere numbering in some.
    let saysOfForms: Bool
    /// A name that is written on in the row below may make it a head that is known.
    let mayBegin: Bool
    /// It names a column, or the row below may make it a name that does.
    var isBeginning: Bool { isKnown || mayBegin }
    /// It may end a name that stands above it without being part of it: a bracket, a unit, a mark.
    let mayEnd: Bool
    /// It may stand below a name: some head that is known ends with it, or it may end any, as the second
    /// half of a bracket does.
    let mayGoOn: Bool

    init(
        raw: String, text: HeaderText, matches: [HeaderBook.Match?], isKnown: Bool, mayBegin: Bool,
        isEnding: Bool
    ) {
        self.raw = raw
        self.text = text
        self.matches = matches
        isOf = matches.map { $0 != nil }
        let isPlainlySerial = HeadRows.isSerial(text)
        isSerial = matches.map { match in
            guard case .field(_, let chosen)? = match else { return isPlainlySerial }
            return HeadRows.isSerial(chosen)
        }
        self.isKnown = isKnown
        saysOfForms = isOf.contains(true) || isSerial.contains(true)
        self.mayBegin = mayBegin
        let isWord = text.wholeKey.unicodeScalars.first.map { scalar in
            (0x4E00...0x9FFF).contains(scalar.value) || scalar.properties.isAlphabetic
                || scalar.digit != nil
        }
        mayEnd = !(isWord ?? false) || MeasureUnit.named(text.wholeKey) != nil
        mayGoOn = isEnding || mayEnd || text.wholeKey.utf8.last == UInt8(ascii: ")")
    }
}

/// A text is the same head as long as it is remembered.
extension KnownHead: Hashable {
    static func == (one: KnownHead, other: KnownHead) -> Bool { one === other }

    func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

/// A text of the top of a sheet in its column.
struct HeadCell: Hashable {
    let column: Int
    let head: KnownHead
}

/// The heads that were looked at before, by their raw text.
final class HeadMemory: Sendable {
    private let heads = Mutex(TextTable<KnownHead>())
    /// A county has some thousands of texts; a hostile sheet may have any number, and long ones.
    private static let capacity = 20_000
    private static let longest = 200

    func head(_ raw: String, _ make: () -> KnownHead) -> KnownHead {
        guard raw.utf8.count <= Self.longest else { return make() }
        if let head = heads.withLock({ $0[raw] }) { return head }
        let head = make()
        heads.withLock { heads in
            if heads.count < Self.capacity { heads.add(raw, head) }
        }
        return head
    }
}
