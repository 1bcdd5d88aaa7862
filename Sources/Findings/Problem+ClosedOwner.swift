/// What is said of a unit that has ended: where the roster still gives it entries, where it still sends
/// returns.
extension Problem {
    /// A unit that is no more (撤销), with its last valid day and the one that it was merged into.
    package struct ClosedUnit: Hashable, Sendable {
        package var lastDay: String
        package var successor: String?

        package init(lastDay: String, successor: String?) {
            self.lastDay = lastDay
            self.successor = successor
        }

        func stillReports(_ form: String, as unit: String) -> Bilingual {
            Bilingual(
                "\(unit)到\(lastDay)为止，不再填报《\(form)》",
                "\(unit) ended on \(lastDay) and does not report the form “\(form)” any more")
        }

        var advice: Bilingual {
            guard let successor else {
                return Bilingual(
                    "这份不用再报；原来归它填的由哪个单位填，问县里",
                    "it is not owed any more; ask the county who reports what was its")
            }
            return Bilingual(
                "已并入\(successor)：原来归它填的，由\(successor)填在自己的表里报，这份不用再报",
                "it was merged into \(successor), which reports what was its in its own return; this one is not owed any more"
            )
        }
    }

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
            "每个在 valid_to 填同一天，另起一行：新代码，unit 填\(unit?.chinese ?? "接手的单位")，valid_from 填次日"
                + "（直接改 unit，已经通报的月份重写时也变）；不再有的只填 valid_to",
            "give each the same day in valid_to and a new row: a new code, \(unit?.english ?? "the unit that takes over")"
                + " as unit, valid_from on the next day (with another unit in the old row months that were told "
                + "change too once they are written again); of those that are no more fill in valid_to alone"
        )
    }
}
