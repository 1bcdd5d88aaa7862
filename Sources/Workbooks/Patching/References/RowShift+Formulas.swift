extension RowShift {
    /// A formula in UTF-8 without `=` after the shift; nil where it stays as it is.
    ///
    /// `isHere` tells whether a sheet is the one whose rows shift.
    func formula(
        _ formula: [UInt8], isHere: (FormulaReference.Sheet) -> Bool
    ) -> [UInt8]? {
        FormulaText.rewritten(formula) { reference in
            isHere(reference.sheet) ? change(of: reference) : .keep
        }
    }

    /// A formula of the block as it stands in one of its copies: what refers to a row of the block
    /// without `$` refers to the same row of the copy, all else shifts as anywhere.
    func formula(
        _ formula: [UInt8], inCopy copy: Int, isHere: (FormulaReference.Sheet) -> Bool
    ) -> [UInt8]? {
        guard let block else { return nil }
        let distance = (copy + 1) * block.count
        return FormulaText.rewritten(formula) { reference in
            guard isHere(reference.sheet) else { return .keep }
            guard let first = reference.first.row, block.contains(first.number),
                block.contains(reference.last?.row?.number ?? first.number)
            else { return change(of: reference) }
            // An absolute row names the first of the block, wherever the formula is copied to.
            if first.isAbsolute, reference.last == nil { return .keep }
            var moved = reference
            if !first.isAbsolute { moved.first.row?.number += distance }
            if let last = reference.last?.row, !last.isAbsolute {
                moved.last?.row?.number += distance
            }
            return .replace(moved)
        }
    }

    /// A formula that stands in the block itself: an area within the block means the block's own
    /// rows and not those of the copies.
    func formula(
        ofBlock formula: [UInt8], isHere: (FormulaReference.Sheet) -> Bool
    ) -> [UInt8]? {
        FormulaText.rewritten(formula) { reference in
            guard isHere(reference.sheet) else { return .keep }
            if let block, let first = reference.first.row, block.contains(first.number),
                block.contains(reference.last?.row?.number ?? first.number), !first.isAbsolute
            {
                return .keep
            }
            return change(of: reference)
        }
    }

    private func change(of reference: FormulaReference) -> FormulaText.Change {
        guard let first = reference.first.row else { return .keep }
        var shifted = reference
        guard let last = reference.last?.row else {
            guard let row = row(first.number) else { return .invalid }
            shifted.first.row?.number = row
            return .replace(shifted)
        }
        let isOrdered = first.number <= last.number
        let old = isOrdered ? first.number...last.number : last.number...first.number
        guard let new = rows(old, isExtended: true) else { return .invalid }
        shifted.first.row?.number = isOrdered ? new.lowerBound : new.upperBound
        shifted.last?.row?.number = isOrdered ? new.upperBound : new.lowerBound
        return .replace(shifted)
    }
}
