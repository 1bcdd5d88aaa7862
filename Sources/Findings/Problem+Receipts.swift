/// What is said of a line of the receipt register that names no one file.
extension Problem {
    /// How many paths make clear which files are meant.
    private static let pathsShown = 3

    static func contested(_ name: String, _ files: [String]) -> Bilingual {
        let path = (files.last ?? "").split(separator: "/").suffix(2).joined(separator: "/")
        return Bilingual(
            "叫“\(name)”的文件有\(files.count)份（\(list(files, "、", "等"))），说不清登记的是哪一份，这一行不算："
                + "写上文件夹，如“\(path)”",
            "\(files.count) files are called “\(name)” (\(list(files, ", ", ", …"))), which one is meant is not "
                + "clear, and the line counts for none: name the folder as well, such as “\(path)”")
    }

    static func elsewhere(_ path: String, _ files: [String]) -> Bilingual {
        Bilingual(
            "没有“\(path)”这个文件；同名的在\(list(files, "、", "等"))，这一行对它不算",
            "there is no “\(path)”; a file of that name is \(list(files, ", ", ", …")), for which the line does "
                + "not count")
    }

    /// The latest, for a name may be years old.
    private static func list(_ files: [String], _ separator: String, _ more: String) -> String {
        let shown = files.suffix(pathsShown).map { "“\($0)”" }.joined(separator: separator)
        return files.count > pathsShown ? shown + more : shown
    }
}
