import Campaigns

extension HeaderBlock {
    /// With what stands above the heads: units for the columns that say none, and words that may make a
    /// column something else.
    ///
    /// What stands over the names of the rows as well is a title.
    func with(_ groups: HeadGroups, book: HeaderBook) -> HeaderBlock {
        guard !groups.above.isEmpty else { return self }
        let form = book.forms[formIndex]
        let naming = book.outlines[formIndex].naming.compactMap { columns[$0] }
        let titles = Set(naming.flatMap { groups.above[$0] ?? [] })
        var block = self
        for (column, above) in groups.above.sorted(by: { $0.key < $1.key }) {
            for group in above where !titles.contains(group) {
                guard let field = block.field(of: column).flatMap(form.field),
                    let head = block.heads[column]
                else { break }
                if let words = book.doubt(ofGroup: group.text, over: head, field: field) {
                    block.doubt(Doubt(field: field.id, column: column, words: words, isAbove: true))
                    break
                }
                if field.type.isNumber || field.type.isStateOrDay {
                    block.groups.append(
                        Doubt(
                            field: field.id, column: column, words: group.text.wholeKey,
                            isAbove: true))
                }
                guard field.type.isNumber, head.unit == nil, let unit = group.text.unit,
                    MeasureUnit.mayChange(unit, field.unit)
                else { continue }
                block.measure(column, in: unit, book: book, isAbove: true)
            }
        }
        return block
    }

    /// Takes the column from its field.
    private mutating func doubt(_ doubt: Doubt) {
        columns[doubt.field] = nil
        unclear.append(doubt)
    }

    /// Columns under the name of a month or a year that is not the sheet's are doubtful.
    mutating func doubtGroups(not period: Period) {
        for group in groups
        where columns[group.field] == group.column
            && !HeadQualifier.agrees(group.words, with: period)
        {
            doubt(group)
        }
    }
}
