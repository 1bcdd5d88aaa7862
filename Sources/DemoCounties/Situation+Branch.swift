import Campaigns

extension Situation {
    /// 机关: a branch's month.
    func branch(_ unit: Unit) -> [String: SheetValue] {
        var traits = traits("branch")
        let level = quality.level("organ", month: month)
        let steady = quality.level("organ", month: 0)
        let members = unit.isDepartment ? traits.integer(9...42) : traits.integer(14...36)
        let exempt = traits.integer(0...1)
        let hasGroup = unit.attributes["has_dangzu"] == "是"
        let readsWords = traits.chance(0.6)
        let words = traits.integer(40...100)
        var random = monthly("branch")
        let unpaid = random.chance(level) ? random.integer(0...1) : random.integer(1...4)
        // The general meeting and the lecture are held once a quarter; the poor forget one.
        let meetsIn = traits.integer(1...2)
        let isMeeting = month % 3 == meetsIn % 3 || month % 3 == 2
        let due = members - exempt
        var values: [String: SheetValue] = [
            "dept": .text(unit.shortName),
            "members": .integer(members),
            "congress": .integer(isMeeting && random.chance(0.75 + 0.25 * level) ? 1 : 0),
            "committee": .integer(
                random.chance(0.8 + 0.2 * level) ? random.integer(1...2) : 0),
            "group_meet": .integer(random.integer(1...4)),
            "lecture": .integer(isMeeting && random.chance(0.75 + 0.25 * level) ? 1 : 0),
            "sec_lecture": .integer(sum("secretary") { $0.chance(0.1 + 0.25 * steady) ? 1 : 0 }),
            "dz_lecture": hasGroup
                ? .integer(sum("group") { $0.chance(0.2 * steady) ? 1 : 0 }) : .dash,
            "dem_life": hasGroup
                ? .integer(min(1, sum("meeting") { $0.chance(0.12) ? 1 : 0 })) : .dash,
            "org_life": .integer(min(2, sum("life") { $0.chance(0.15 + 0.1 * steady) ? 1 : 0 })),
            "research": .integer(min(4, sum("research") { $0.chance(0.15 * steady) ? 1 : 0 })),
            "study_days": .hundredths(sum("study") { 50 + 25 * $0.integer(0...6) }),
            "read_hours": .hundredths(25 * random.integer(8...24)),
            "read_words": .dash,
            "read_books": .dash,
            "dues_due": .integer(due),
            "dues_paid": .integer(max(0, due - unpaid)),
            "vol_cnt": .integer(random.integer(0...3)),
            "ledger_done": .yes(random.chance(0.72 + 0.28 * level)),
            "note": .blank,
        ]
        if readsWords {
            values["read_words"] = .hundredths(sum("words") { words * $0.integer(8...13) / 2 })
        } else {
            values["read_books"] = .hundredths(sum("books") { 50 * $0.integer(0...2) + 10 })
        }
        return values
    }
}
