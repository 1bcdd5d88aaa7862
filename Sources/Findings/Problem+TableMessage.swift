extension Problem {
    /// The sentence on what is wrong in the campaign's own tables; the check's title where that says all.
    var tableMessage: Bilingual {
        switch self {
        case .tableMissing(let table):
            Bilingual("缺少“\(table)”表", "the table “\(table)” is missing")
        case .tableColumnMissing(let table, let column):
            Bilingual(
                "“\(table)”表缺“\(column)”列",
                "the table “\(table)” lacks the column “\(column)”")
        case .tableColumnUnknown(let table, let column, _):
            Bilingual(
                "“\(table)”表没有“\(column)”这一列",
                "the table “\(table)” has no column “\(column)”")
        case .tableValue(let column, let found, let expected):
            Bilingual(
                "“\(column)”应为\(expected.chinese)，这里是“\(found.clipped)”",
                "“\(column)” should be \(expected.english) but is “\(found.clipped)”")
        case .tableDuplicate(let column, let found):
            Bilingual(
                "“\(column)”的“\(found.clipped)”出现了两次",
                "“\(found.clipped)” stands twice in “\(column)”")
        case .tableReference(let column, let found, let table, _):
            Bilingual(
                "“\(column)”的“\(found.clipped)”在“\(table)”里找不到",
                "“\(found.clipped)” in “\(column)” is not in “\(table)”")
        case .formulaError(let column, let reason):
            Bilingual(
                "“\(column)”的公式有误：\(reason)",
                "the formula in “\(column)” does not work: \(reason)")
        case .formulaPortability(let column, let construct, _):
            Bilingual(
                "“\(column)”的公式用了“\(construct)”，换一个数据库会算出别的结果",
                "the formula in “\(column)” uses “\(construct)”, which other engines read differently"
            )
        case .tableAmbiguous(let column, let found, let one, let other):
            Bilingual(
                "“\(column)”的“\(found.clipped)”同时指“\(one)”和“\(other)”",
                "“\(found.clipped)” in “\(column)” stands for both “\(one)” and “\(other)”")
        case .tableReserved(let column, let found):
            Bilingual(
                "“\(column)”的“\(found.clipped)”是系统自己用的名称",
                "“\(found.clipped)” in “\(column)” is a name that Tongbao uses itself")
        case .weightTotal(let column, let sum):
            Bilingual("“\(column)”合计\(sum)，不是100", "“\(column)” adds up to \(sum), not 100")
        case .closedOwner(let unit, let day, let entries, _):
            Self.leftBehind(entries, by: unit, on: day)
        default:
            check.title
        }
    }
}
