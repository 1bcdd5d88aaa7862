import Findings

extension PatchRun {
    /// Makes what waits and gives the package.
    mutating func finished(from original: [UInt8]) throws(WorkbookError) -> PatchedWorkbook {
        try flush()
        try eraseRedacted()
        if let styles, try styles.save(to: &store) { adopt("styles", styles.part) }
        if let strings, try strings.save(to: &store) { adopt("sharedStrings", strings.part) }
        if needsComputing { try forgetCalculationOrder() }
        if !store.isUnchanged { try dropSignatures() }
        try bookRelations.save(to: &store)
        try types.save(to: &store)
        return PatchedWorkbook(
            bytes: store.isUnchanged ? original : try store.finished(),
            changedParts: store.changedNames, addedParts: store.addedNames,
            removedParts: store.removedNames, remarks: remarks, formerStyles: formerStyles)
    }

    /// Empties the shared strings that were redacted, unless another cell holds them too.
    private mutating func eraseRedacted() throws(WorkbookError) {
        guard !redacted.isEmpty else { return }
        var unused = redacted
        for part in book.sheets.compactMap(\.part) {
            let markup = try store.markup(of: part)
            for element in markup.descendants("c") where markup.value("t", of: element) == "s" {
                if let value = markup.child("v", of: element),
                    let index = wholeNumber(markup.content(of: value))
                {
                    unused.remove(index)
                }
            }
        }
        var strings = try loadedStrings()
        strings.erase(unused)
        self.strings = strings
    }

    /// Gives a new part of the workbook its relationship, which may have been there, and its type.
    private mutating func adopt(_ kind: String, _ part: String) {
        if bookRelations.part(kind) == nil {
            _ = bookRelations.add(type: book.family.relationship(kind), to: part)
        }
        types.add(part, type: OfficeNames.type(kind))
    }

    /// Takes the calculation chain out, which names cells with formulas, and has programs compute
    /// (ECMA-376 Part 1, 18.6).
    private mutating func forgetCalculationOrder() throws(WorkbookError) {
        for entry in bookRelations.entries where entry.kind == "calcChain" && !entry.isExternal {
            bookRelations.remove(entry.id)
            types.remove(entry.target)
            store.remove(entry.target)
        }
        try book.computeOnLoad(in: &store)
    }

    /// Takes out what was signed, for it no longer holds (ECMA-376 Part 2, 10).
    private mutating func dropSignatures() throws(WorkbookError) {
        var root = try Relations(of: "", in: &store)
        let origins = root.entries.filter { $0.type.hasSuffix("/digital-signature/origin") }
        guard !origins.isEmpty else { return }
        for origin in origins {
            root.remove(origin.id)
            for signature in try Relations(of: origin.target, in: &store).entries
            where !signature.isExternal {
                types.remove(signature.target)
                store.remove(signature.target)
            }
            types.remove(origin.target)
            store.remove(PartName.relationships(of: origin.target))
            store.remove(origin.target)
        }
        try root.save(to: &store)
        remark(.signatureRemoved, sheet: nil)
    }

    /// Some worksheet holds a formula; a look at the bytes, which may find one too many.
    mutating func hasFormulas() throws(WorkbookError) -> Bool {
        for part in book.sheets.compactMap(\.part) {
            let bytes = try store.raw(part)
            for (index, byte) in bytes.enumerated()
            where byte == UInt8(ascii: "f") && index > 0 && index + 1 < bytes.count {
                let before = bytes[index - 1]
                let behind = bytes[index + 1]
                if before == UInt8(ascii: "<") || before == UInt8(ascii: ":"),
                    behind <= 32 || behind == UInt8(ascii: ">") || behind == UInt8(ascii: "/")
                {
                    return true
                }
            }
        }
        return false
    }
}
