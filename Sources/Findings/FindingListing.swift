/// A long list cut to what a person reads, with the exact number of what is left out.
///
/// What repeats down a column, three hundred empty cells, is shown a few times and then counted; the
/// list as a whole ends after so many entries. What other programs read is never cut.
package struct FindingListing<Element> {
    package enum Entry {
        case shown(Element)
        /// So many more of the same kind as an element that was shown.
        case alike(Element, count: Int)
        /// So many more of any kind.
        case rest(count: Int)
    }

    package private(set) var entries: [Entry] = []

    /// Keeps the order of the elements; what is alike is counted behind the last one shown of its kind.
    package init(
        _ elements: [Element], perKind limit: Int, inAll total: Int,
        kind: (Element) -> FindingKind
    ) {
        let kinds = elements.map(kind)
        let counts = Dictionary(kinds.map { ($0, 1) }, uniquingKeysWith: +)
        var shown: [FindingKind: Int] = [:]
        var left = elements.count
        for (element, kind) in zip(elements, kinds) {
            let number = shown[kind, default: 0]
            guard number < limit else { continue }
            guard entries.count < total else { break }
            shown[kind] = number + 1
            entries.append(.shown(element))
            left -= 1
            let others = (counts[kind] ?? 0) - limit
            if number + 1 == limit, others > 0 {
                entries.append(.alike(element, count: others))
                left -= others
            }
        }
        if left > 0 { entries.append(.rest(count: left)) }
    }
}

/// What makes findings alike: the code, and the columns of the sheet that they stand in.
package struct FindingKind: Hashable, Sendable {
    package var code: String
    package var file: String
    package var sheet: String?
    package var columns: Set<Int>

    package init(code: String, file: String, sheet: String?, cells: [CellReference]) {
        self.code = code
        self.file = file
        self.sheet = sheet
        columns = Set(cells.map(\.column))
    }
}

extension FindingListing<Finding> {
    package init(_ findings: [Finding], perKind limit: Int, inAll total: Int) {
        self.init(findings, perKind: limit, inAll: total) { finding in
            FindingKind(
                code: finding.code, file: finding.place.file, sheet: finding.place.sheet,
                cells: finding.place.cells)
        }
    }
}
