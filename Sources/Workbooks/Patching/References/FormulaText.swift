/// Formulas with some of their references changed.
enum FormulaText {
    /// What becomes of a reference.
    enum Change {
        case keep
        case replace(FormulaReference)
        /// The cells are gone: `#REF!`.
        case invalid
    }

    /// The formula with the changes made; nil where nothing changes.
    static func rewritten(
        _ formula: [UInt8], _ change: (FormulaReference) -> Change
    ) -> [UInt8]? {
        var result: [UInt8] = []
        var index = 0
        for found in FormulaScanner.references(in: formula) {
            let text: String
            switch change(found.reference) {
            case .keep: continue
            case .replace(let reference):
                guard reference != found.reference else { continue }
                text = reference.text
            case .invalid: text = "#REF!"
            }
            result.append(contentsOf: formula[index..<found.range.lowerBound])
            result.append(contentsOf: text.utf8)
            index = found.range.upperBound
        }
        guard index > 0 else { return nil }
        result.append(contentsOf: formula[index...])
        return result
    }

    /// The formula as it reads in another cell: what has no `$` moves along.
    ///
    /// Beyond an edge of the sheet it goes on at the other, as Excel has it.
    static func moved(_ formula: [UInt8], rows: Int, columns: Int) -> [UInt8] {
        rewritten(formula) { reference in
            var reference = reference
            reference.first.move(rows: rows, columns: columns)
            reference.last?.move(rows: rows, columns: columns)
            return .replace(reference)
        } ?? formula
    }
}

extension FormulaReference.Corner {
    fileprivate mutating func move(rows: Int, columns: Int) {
        if let row, !row.isAbsolute {
            self.row?.number = Self.wrapped(row.number + rows, 1_048_576)
        }
        if let column, !column.isAbsolute {
            self.column?.number = Self.wrapped(column.number + columns, 16_384)
        }
    }

    private static func wrapped(_ number: Int, _ count: Int) -> Int {
        let rest = (number - 1) % count
        return (rest < 0 ? rest + count : rest) + 1
    }
}
