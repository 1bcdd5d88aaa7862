import Campaigns

/// Rows right below one another at the top of a sheet that may be a block of column heads.
struct HeadWindow {
    /// The texts of each row from left to right, the lowest row first.
    let rows: [[HeadCell]]
    /// The numbers of the rows, with those above from which heads are merged down into them.
    let numbers: ClosedRange<Int>

    /// So many rows a block of heads has at most.
    static let mostRows = 3

    /// The ways to read the head of a column, the fullest first.
    struct Spellings {
        let column: Int
        let heads: [KnownHead]
    }

    /// The texts of a column, the lowest first; what is merged over two rows stands there once.
    private typealias Levels = [KnownHead]

    /// Walks over the columns that hold a text, from left to right.
    private func forEachColumn(_ body: (_ column: Int, _ levels: Levels) -> Void) {
        var next = Array(repeating: 0, count: rows.count)
        var levels: Levels = []
        while true {
            var column = Int.max
            for row in rows.indices where next[row] < rows[row].count {
                column = min(column, rows[row][next[row]].column)
            }
            guard column < Int.max else { return }
            levels.removeAll(keepingCapacity: true)
            for row in rows.indices where next[row] < rows[row].count {
                let cell = rows[row][next[row]]
                guard cell.column == column else { continue }
                next[row] += 1
                if let upper = levels.last, upper.raw.isSame(as: cell.head.raw) { continue }
                levels.append(cell.head)
            }
            body(column, levels)
        }
    }

    /// For every column that has a head, its spellings: the lowest head with all that stand above it in
    /// front, then with ever fewer, the lowest alone last; those are left out that no form can know.
    ///
    /// What is merged over two rows, and what is written on in the row below (村干部, then 人数), is one
    /// head.
    func spellings(in book: HeaderBook) -> [Spellings] {
        var spellings: [Spellings] = []
        forEachColumn { column, levels in
            let longer = levels.indices.dropFirst().reversed()
                .filter { Self.isOneHead(levels, from: $0) }
                .flatMap { Self.joined(levels[...$0]).map(book.head) }
            spellings.append(Spellings(column: column, heads: longer + levels.prefix(1)))
        }
        return spellings
    }

    /// Texts of one head, the lowest first, as it is read aloud; where a bracket ends one above the lowest, also
    /// with the bracket at the end: 村干部报酬（万元） over 应发 is 村干部报酬应发（万元）.
    private static func joined(_ levels: ArraySlice<KnownHead>) -> [String] {
        let plain = levels.reversed().map(\.raw).joined()
        guard let lowest = levels.first else { return [] }
        var (names, brackets) = ("", "")
        for upper in levels.dropFirst().reversed() {
            let (whole, name) = (upper.text.wholeKey, upper.text.bareKey)
            guard whole.begins(with: name) else { return [plain] }
            names += name
            brackets += whole.dropFirst(name.count)
        }
        return brackets.isEmpty ? [plain] : [plain, names + lowest.raw + brackets]
    }

    /// Some form may know the texts from the lowest up to one as one head.
    private static func isOneHead(_ levels: Levels, from index: Int) -> Bool {
        levels[index].mayBegin && levels[0].mayGoOn
            || levels[index].isKnown && levels[index - 1].mayEnd
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
        forEachColumn { _, levels in
            heads += 1
            let isOpen = levels.indices.dropFirst().contains { Self.isOneHead(levels, from: $0) }
            guard isOpen || levels[0].saysOfForms else { return }
            for form in found.indices {
                if isOpen || levels[0].isOf[form] { own[form] += 1 }
                if isOpen || levels[0].isSerial[form] { serial[form] += 1 }
            }
        }
        return found.indices.contains { form in
            let columns = book.forms[form].fields.count + heads - serial[form]
            let likeness = 2 * Double(own[form]) / Double(max(1, columns))
            return likeness > found[form] && likeness >= least
        }
    }
}
