/// What is said of a unit that has ended while the roster still gives it entries.
extension Problem {
    /// How many names make clear which entries are meant.
    private static let namesShown = 3

    static func leftBehind(_ entries: [String], by unit: String, on day: String) -> Bilingual {
        let names = Array(entries.prefix(namesShown))
        let isAll = names.count == entries.count
        return Bilingual(
            "“\(unit)”有效到\(day)，花名册上仍有效的还有\(entries.count)个归它"
                + "（\(names.joined(separator: "、"))\(isAll ? "" : "等")），此后没有单位填报",
            "“\(unit)” is valid until \(day), but \(entries.count) entries of the roster stay with it ("
                + names.joined(separator: ", ") + (isAll ? "" : ", …")
                + "): nobody reports them afterwards")
    }

    static func handOver(to successor: String?) -> Bilingual {
        let unit = successor.map { Bilingual("“\($0)”", "“\($0)”") }
        return Bilingual(
            "把它们的 unit 改成\(unit?.chinese ?? "接手的单位")（等撤销前最后一个月截止、通报以后再改）；不再有的填 valid_to",
            "give them \(unit?.english ?? "the unit that takes over") as unit, once its last month has closed "
                + "and is published; fill in valid_to of those that are no more")
    }
}
