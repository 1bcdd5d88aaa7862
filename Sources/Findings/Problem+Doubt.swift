extension Problem {
    /// The sentences about what was read as it stands and may have been meant otherwise.
    var messageOfDoubt: Bilingual {
        switch self {
        case .replacedFile(let first):
            Bilingual(
                "与先前的“\(first)”完全相同，那一份已由后来的代替，没有重新采用",
                "is the same file as the earlier “\(first)”, which a later one has replaced; not taken again"
            )
        case .struckValue(let column, let found, 1):
            Bilingual(
                "“\(column)”的“\(found.clipped)”里有划掉的内容，仍按值读了",
                "“\(found.clipped)” in “\(column)” is struck out, all or in part, and was read all the same"
            )
        case .struckValue(let column, let found, let count):
            Bilingual(
                "“\(column)”的“\(found.clipped)”等\(count)格里有划掉的内容，仍按值读了",
                "\(count) cells of the row, “\(found.clipped)” in “\(column)” first, are struck out, all or in part, and were read all the same"
            )
        case .codeNameMismatch(let code, let name, let entry, let found):
            Bilingual(
                "“\(code)”填的是“\(entry)”的代码，这一行按它计了；“\(name)”写的却是花名册上没有的“\(found.clipped)”",
                "“\(code)” holds the code of “\(entry)”, and the row was counted as its; “\(name)” says “\(found.clipped)”, which is not on the roster"
            )
        case .strangeNames(let column, let rows):
            Bilingual(
                "“\(column)”一列的\(rows)个名称没有一个在花名册上，各行按代码计了",
                "of the \(rows) names under “\(column)” not one is on the roster; the rows were counted by their codes"
            )
        default:
            check.title
        }
    }
}
