import Campaigns

/// Rows right below one another at the top of a sheet that may be a block of column heads.
struct HeadWindow {
    /// The texts from left to right, those of a column from the lowest row up; what is merged over two rows
    /// stands there once.
    let cells: [HeadCell]
    /// The numbers of the rows, with those above from which heads are merged down into them.
    let numbers: ClosedRange<Int>

    /// So many rows a block of heads has at most.
    static let mostRows = 3

    /// The ways to read the head of a column, the fullest first.
    struct Spellings {
        let column: Int
        let heads: [KnownHead]
    }

    /// - Parameters:
    ///   - rows: The texts of each row from left to right, the lowest row first.
    ///   - numbers: What becomes of `numbers`.
    init(_ rows: some Sequence<[HeadCell]>, numbers: ClosedRange<Int>) {
        cells = rows.reduce([]) { $0.isEmpty ? $1 : Self.joined($0, under: $1) }
        self.numbers = numbers
    }

    private static func joined(_ lower: [HeadCell], under upper: [HeadCell]) -> [HeadCell] {
        var joined: [HeadCell] = []
        joined.reserveCapacity(lower.count + upper.count)
        var next = 0
        for place in lower.indices {
            let cell = lower[place]
            while next < upper.count, upper[next].column < cell.column {
                joined.append(upper[next])
                next += 1
            }
            joined.append(cell)
            let isTop = place + 1 == lower.count || lower[place + 1].column != cell.column
            guard isTop, next < upper.count, upper[next].column == cell.column else { continue }
            if !upper[next].head.raw.isSame(as: cell.head.raw) { joined.append(upper[next]) }
            next += 1
        }
        joined += upper[next...]
        return joined
    }

    /// The texts of a column, the lowest first, by their places in `cells`.
    private typealias Levels = Range<Int>

    /// Walks over the columns that hold a text, from left to right.
    private func forEachColumn(_ body: (Levels) -> Void) {
        var start = 0
        while start < cells.count {
            var end = start + 1
            while end < cells.count, cells[end].column == cells[start].column { end += 1 }
            body(start..<end)
            start = end
        }
    }

    /// For every column that has a head, its spellings: the lowest head with all that stand above it in
    /// front, then with ever fewer, the lowest alone last; those are left out that no form can know.
    ///
    /// What is merged over two rows, and what is written on in the row below (村干部, then 人数), is one
    /// head.
    func spellings(in book: HeaderBook) -> [Spellings] {
        var spellings: [Spellings] = []
        forEachColumn { levels in
            let longer = levels.dropFirst().reversed()
                .filter { isOneHead(levels, from: $0) }
                .flatMap { Self.spellings(of: cells[levels.lowerBound...$0]).map(book.head) }
            let lowest = cells[levels.lowerBound]
            spellings.append(Spellings(column: lowest.column, heads: longer + [lowest.head]))
        }
        return spellings
    }

    /// Texts of one head, the lowest first, as it is read aloud; where a bracket ends one above the lowest, also
    /// with the bracket at the end: 村干部报酬（万元） over 应发 is 村干部报酬应发（万元）.
    private static func spellings(of levels: ArraySlice<HeadCell>) -> [String] {
        let plain = levels.reversed().map(\.head.raw).joined()
        guard let lowest = levels.first?.head else { return [] }
        var (names, brackets) = ("", "")
        for upper in levels.dropFirst().reversed().map(\.head) {
            let (whole, name) = (upper.text.wholeKey, upper.text.bareKey)
            guard whole.begins(with: name) else { return [plain] }
            names += name
            brackets += whole.dropFirst(name.count)
        }
        return brackets.isEmpty ? [plain] : [plain, names + lowest.raw + brackets]
    }

    /// Some form may know the texts from the lowest up to one as one head.
    private func isOneHead(_ levels: Levels, from place: Int) -> Bool {
        cells[place].head.mayBegin && cells[levels.lowerBound].head.mayGoOn
            || cells[place].head.isKnown && cells[place - 1].head.mayEnd
    }

    /// Whether the rows may be more like some form than what was found of it, and like it enough to matter.
    ///
    /// - Parameters:
    ///   - found: The greatest likeness so far, by form.
    ///   - least: What is less like a form says nothing.
    ///   - book: The heads of the forms.
    /// - Returns: True where every column whose head may be one of the form's being one would do; most rows
    ///   of data below a row of heads are told from them by that.
    func mayBeat(_ found: [Double], atLeast least: Double, in book: HeaderBook) -> Bool {
        var own = Array(repeating: 0, count: found.count)
        var serial = own
        var heads = 0
        forEachColumn { levels in
            heads += 1
            let lowest = cells[levels.lowerBound].head
            let isOpen = levels.dropFirst().contains { isOneHead(levels, from: $0) }
            guard isOpen || lowest.saysOfForms else { return }
            for form in found.indices {
                if isOpen || lowest.isOf[form] { own[form] += 1 }
                if isOpen || lowest.isSerial[form] { serial[form] += 1 }
            }
        }
        return found.indices.contains { form in
            let columns = book.forms[form].fields.count + heads - serial[form]
            let likeness = 2 * Double(own[form]) / Double(max(1, columns))
            return likeness > found[form] && likeness >= least
        }
    }
}
