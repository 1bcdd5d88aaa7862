/// The values of one row by field, each field once.
///
/// A year of returns has rows by the ten thousand with some twenty fields each: a sorted list is made faster
/// than a table of hashes, and is searched as fast.
package struct FieldValues: Hashable, Sendable {
    private struct Member: Hashable, Sendable {
        var field: String
        var value: FieldValue
    }

    /// In the order of the fields.
    private var members: [Member] = []

    package init() {}

    /// No values yet, and room for as many as another row has.
    package init(roomLike other: FieldValues?) {
        members.reserveCapacity(other?.members.count ?? 0)
    }

    package init(_ values: [String: FieldValue]) {
        members = values.map { Member(field: $0.key, value: $0.value) }
            .sorted { $0.field < $1.field }
    }

    package var isEmpty: Bool { members.isEmpty }

    /// The same as a table.
    package var dictionary: [String: FieldValue] {
        Dictionary(uniqueKeysWithValues: members.map { ($0.field, $0.value) })
    }

    package subscript(field: String) -> FieldValue? {
        get {
            let place = place(of: field)
            guard place < members.count, members[place].field == field else { return nil }
            return members[place].value
        }
        set {
            let place = place(of: field)
            let isThere = place < members.count && members[place].field == field
            switch newValue {
            case let value? where isThere: members[place].value = value
            case let value?: members.insert(Member(field: field, value: value), at: place)
            case nil: if isThere { members.remove(at: place) }
            }
        }
    }

    /// Puts in a value; the fastest where its field stands behind all others.
    package mutating func append(_ field: String, _ value: FieldValue) {
        if let last = members.last, last.field >= field {
            self[field] = value
        } else {
            members.append(Member(field: field, value: value))
        }
    }

    /// With another row's values for the fields that this one leaves open.
    package func completed(by other: FieldValues) -> FieldValues {
        guard !other.isEmpty else { return self }
        var values = self
        for member in other.members where self[member.field] == nil {
            values.append(member.field, member.value)
        }
        return values
    }

    /// Where a field stands, or would.
    private func place(of field: String) -> Int {
        var (low, high) = (0, members.count)
        while low < high {
            let middle = (low + high) / 2
            if members[middle].field < field { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension FieldValues: ExpressibleByDictionaryLiteral {
    package init(dictionaryLiteral elements: (String, FieldValue)...) {
        self.init(Dictionary(elements, uniquingKeysWith: { _, last in last }))
    }
}
