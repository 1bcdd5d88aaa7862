/// The members of a JSON object, sorted by their keys, each key once.
///
/// Objects are written far more often than they are searched, and hold some twenty members: a sorted
/// list is made and written faster than a table of hashes, and is searched as fast.
struct JSONObject: Hashable, Sendable {
    struct Member: Hashable, Sendable {
        var key: String
        var value: JSON
    }

    private(set) var members: [Member]

    init() {
        members = []
    }

    /// Of members in any order; of several with one key the last one counts.
    init(_ members: [Member]) {
        self.members = members
        if isInOrder { return }
        self.members.sort { $0.key < $1.key }
        if isInOrder { return }
        let numbered = members.enumerated().sorted {
            ($0.element.key, $0.offset) < ($1.element.key, $1.offset)
        }
        self.members = []
        for (_, member) in numbered {
            if self.members.last?.key == member.key { self.members.removeLast() }
            self.members.append(member)
        }
    }

    private var isInOrder: Bool {
        zip(members, members.dropFirst()).allSatisfy { $0.key < $1.key }
    }

    subscript(key: String) -> JSON? {
        get {
            let place = place(of: key)
            guard place < members.count, members[place].key == key else { return nil }
            return members[place].value
        }
        set {
            let place = place(of: key)
            let isThere = place < members.count && members[place].key == key
            switch newValue {
            case let value? where isThere: members[place].value = value
            case let value?: members.insert(Member(key: key, value: value), at: place)
            case nil: if isThere { members.remove(at: place) }
            }
        }
    }

    /// Where a key stands, or would.
    private func place(of key: String) -> Int { members.firstPlace { $0.key >= key } }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    init(dictionaryLiteral elements: (String, JSON)...) {
        self.init(elements.map { Member(key: $0.0, value: $0.1) })
    }
}
