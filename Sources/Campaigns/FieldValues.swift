/// The typed values of a row by field; a field that was left blank has none.
///
/// A row has some twenty. A list in the order of their names is made, walked through and compared for less
/// than a table of hashes, and is in the order in which it is written down.
package struct FieldValues: Hashable, Sendable {
    package struct Member: Hashable, Sendable {
        package let field: String
        package fileprivate(set) var value: FieldValue
    }

    /// In the order of the fields' names, each once.
    package private(set) var members: [Member] = []

    package init() {}

    /// No values yet, and room for as many as another row has.
    package init(roomLike other: FieldValues?) {
        members.reserveCapacity(other?.members.count ?? 0)
    }

    package init(_ values: [String: FieldValue]) {
        members = values.map(Member.init).sorted { $0.field < $1.field }
    }

    /// The values of a form's fields, given in the form's own order; nil for blank.
    package init(_ arranged: [FieldValue?], in order: FieldOrder) {
        members.reserveCapacity(arranged.count)
        for (field, ordinal) in order.places {
            if let value = arranged[ordinal] { append(field, value) }
        }
    }

    package var isEmpty: Bool { members.isEmpty }

    /// The same as a table, for what is asked by field and no order.
    package var byField: [String: FieldValue] {
        var values: [String: FieldValue] = Dictionary(minimumCapacity: members.count)
        for member in members { values[member.field] = member.value }
        return values
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

    package mutating func reserveCapacity(_ count: Int) { members.reserveCapacity(count) }

    /// The value of each field of a form, in the form's own order; nil for blank.
    package func arranged(in order: FieldOrder) -> [FieldValue?] {
        var arranged = [FieldValue?](repeating: nil, count: order.places.count)
        var next = order.places.startIndex
        for member in members {
            while next < order.places.endIndex, order.places[next].field != member.field {
                if member.field < order.places[next].field { break }
                next += 1
            }
            while next < order.places.endIndex, order.places[next].field == member.field {
                arranged[order.places[next].ordinal] = member.value
                next += 1
            }
        }
        return arranged
    }
}

extension FieldValues: ExpressibleByDictionaryLiteral {
    package init(dictionaryLiteral elements: (String, FieldValue)...) {
        self.init(Dictionary(uniqueKeysWithValues: elements))
    }
}

/// The fields of a form in the order of their names, with their places in the form.
package struct FieldOrder: Sendable {
    fileprivate let places: [(field: String, ordinal: Int)]

    package init(_ fields: [String]) {
        places = fields.enumerated().map { (field: $0.element, ordinal: $0.offset) }
            .sorted { $0.field < $1.field }
    }
}
