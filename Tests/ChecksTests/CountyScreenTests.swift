import Campaigns
import Checks
import Findings
import Ledgers
import Testing

/// The screens over the county's returns together: where each fires, and the nearest county where it must not.
struct CountyScreenTests {
    /// Every village has figures of its own.
    private func county() throws -> ScreenCounty {
        var county = try ScreenCounty()
        county.fill("days") { 14 + ($0 * 7 + $1 * 5 + $2 * 3) % 9 }
        county.fill("visits") { 20 + ($0 * 11 + $1 * 13 + $2 * 5) % 17 }
        return county
    }

    // MARK: Two sheets alike

    private func twins(rows: Int) throws -> ScreenCounty {
        var county = try county()
        for (one, other) in zip(county.villages(of: 2), county.villages(of: 5)).prefix(rows) {
            county.months[0][other] = county.months[0][one]
        }
        return county
    }

    @Test func `the figures of another township are flagged with both of them`() throws {
        let found = try twins(rows: 10).suspicions()
        #expect(found.map(\.finding.code) == ["F601", "F601"])
        #expect(found.map(\.flag.unit) == ["T2", "T5"])
        #expect(
            found.map(\.finding.message.chinese) == [
                "10行中有10行的当月数字与“第5”的完全一样", "10行中有10行的当月数字与“第2”的完全一样",
            ])
        #expect(found.allSatisfy { $0.finding.severity == .suspicion && !$0.isTrial })
    }

    @Test(arguments: [(8, 2), (7, 0), (4, 0)])
    func `so many rows in ten have to agree`(rows: Int, flags: Int) throws {
        #expect(try twins(rows: rows).found().count == flags)
    }

    @Test func `rows that many have are no sign of copying`() throws {
        var county = try county()
        county.fill("days", month: 0) { _, _, _ in 22 }
        county.fill("visits", month: 0) { _, _, _ in 20 }
        #expect(try county.found() == [])
    }

    @Test func `what is carried from month to month is not compared`() throws {
        var county = try ScreenCounty()
        county.fill("cadres") { township, village, _ in
            [2, 5].contains(township) ? 5 + village : 30 * township + village
        }
        county.fill("days") { township, _, month in 10 + township * (month + 1) % 7 }
        #expect(try county.found() == [])
    }

    @Test func `sheets that say the same of every village are alike by chance`() throws {
        var county = try county()
        for code in county.villages(of: 2) + county.villages(of: 5) {
            county.months[0][code] = ["days": .integer(16), "visits": .integer(23)]
        }
        #expect(try county.found() == [])
    }

    // MARK: Heaping

    private func heaping(_ county: ScreenCounty) throws -> [Suspicion] {
        try county.suspicions().filter { $0.flag.screen == "heaping" }
    }

    /// In June 22 working days less a tenth are 19.8, so 20 is the least that will do.
    private func heaped(_ rows: Int, elsewhere: (Int, Int) -> Int = { 15 + ($0 * 3 + $1) % 8 })
        throws -> ScreenCounty
    {
        var county = try county()
        county.fill("days", month: 0) { township, village, _ in
            township == 3 && village <= rows ? 20 : elsewhere(township, village)
        }
        return county
    }

    @Test func `figures exactly at what an indicator asks for are flagged where others' are not`()
        throws
    {
        let found = try heaping(heaped(10))
        #expect(found.map(\.flag.unit) == ["T3"])
        #expect(found.map(\.flag.fields) == [["days"]])
        let message = try #require(found.first?.finding.message.chinese)
        #expect(message.hasPrefix("“坐班天数”10行中有10行恰好是标准线20，全县其他单位只有"))
    }

    @Test func `a few at the threshold are chance`() throws {
        #expect(try heaping(heaped(5)).isEmpty)
    }

    @Test func `where everybody stands at it nobody is flagged`() throws {
        let county = try heaped(10) { _, village in village % 5 == 0 ? 21 : 20 }
        #expect(try heaping(county).isEmpty)
    }

    @Test func `the most that there can be is no threshold to heap at`() throws {
        let county = try heaped(10) { township, village in 12 + (township * 3 + village) % 8 }
        #expect(try heaping(county).isEmpty)
    }

    @Test func `a rule's threshold counts like an indicator's`() throws {
        let rule = Rule(
            id: "V1", form: "rural", kind: .row, severity: .query,
            test: .sql("cur.visits < :visits_min"), message: Bilingual("少", "few"))
        var county = try ScreenCounty(rules: [rule], settings: ["visits_min": "25"])
        county.fill("days") { 10 + ($0 * 7 + $1 * 5 + $2 * 3) % 9 }
        county.fill("visits") { township, village, _ in
            township == 3 ? 25 : 20 + (township * 11 + village * 13) % 17
        }
        let found = try county.suspicions()
        #expect(
            found.map { "\($0.flag.screen) \($0.flag.unit) \($0.flag.fields)" } == [
                "heaping T3 [\"visits\"]"
            ])
    }

    // MARK: A base that shrinks

    private func shrunk(
        base: (Double, Double) = (80, 60), rate: (Double, Double) = (0.6, 0.8),
        indicator: String = "R2", isCountedAnew: Bool = false
    ) throws -> ScreenCounty {
        var county = try county()
        county.fill("cadres") { _, village, month in 5 + village + (isCountedAnew ? month % 2 : 0) }
        county.rates = [
            UnitRate(
                indicator: indicator, unit: "T4", before: .init(base: base.0, rate: rate.0),
                now: .init(base: base.1, rate: rate.1))
        ]
        return county
    }

    @Test func `a stated base that falls while the rate rises is flagged`() throws {
        let found = try shrunk().suspicions()
        #expect(found.map(\.finding.code) == ["F603"])
        #expect(found.map(\.flag.fields) == [["cadres", "files"]])
        #expect(
            found.map(\.finding.message.chinese)
                == ["“R2 建档率”的底数由80减为60，完成率由60.0%升到80.0%"])
    }

    @Test func `not where the rate does not rise, the fall is small, or the base is the roster's`()
        throws
    {
        #expect(try shrunk(rate: (0.8, 0.8)).found() == [])
        #expect(try shrunk(base: (80, 72)).found() == [])
        #expect(try shrunk(base: (8, 6)).found() == [])
        #expect(try shrunk(indicator: "R1").found() == [])
        #expect(try shrunk(isCountedAnew: true).found() == [])
    }

    @Test func `not where the roster has lost a village, nor after a month of silence`() throws {
        var closed = try shrunk()
        let village = try #require(closed.campaign.roster.firstIndex { $0.code == "T4V1" })
        closed.campaign.roster[village].validTo = closed.june.previous.lastDay
        #expect(try closed.found() == [])
        var silent = try shrunk()
        for code in silent.villages(of: 4) { silent.months[1][code] = nil }
        #expect(try silent.found() == [])
    }

    // MARK: Outliers

    private func outlying(_ figure: Int, usual: Int = 30, months: Int = 7) throws -> ScreenCounty {
        var county = try ScreenCounty(months: months)
        county.fill("visits") { usual + ($0 * 11 + $1 * 13 + $2 * 5) % 7 }
        county.months[0]["T6V2"]?["visits"] = .integer(figure)
        return county
    }

    @Test func `a figure far above its own months and the county's is flagged`() throws {
        let found = try outlying(95).suspicions()
        #expect(found.map(\.flag.subject) == ["T6V2"])
        #expect(found.map(\.finding.code) == ["F604"])
        #expect(try outlying(55).found() == [])
        #expect(try outlying(1).found() == [])
    }

    @Test func `a few months, and small numbers, tell nothing`() throws {
        #expect(try outlying(95, months: 4).found() == [])
        #expect(try outlying(9, usual: 0).found() == [])
    }

    @Test func `who has always been large is no outlier, nor who catches up`() throws {
        var large = try outlying(95)
        for month in large.months.indices { large.months[month]["T6V2"]?["visits"] = .integer(92) }
        large.months[0]["T6V2"]?["visits"] = .integer(95)
        #expect(try large.found() == [])
        var late = try outlying(34)
        for month in late.months.indices.dropFirst() {
            late.months[month]["T6V2"]?["visits"] = .integer(1)
        }
        #expect(try late.found() == [])
    }

    @Test func `figures that never change have a scatter all the same`() throws {
        var county = try ScreenCounty()
        county.fill("visits") { _, _, _ in 40 }
        county.months[0]["T6V2"]?["visits"] = .integer(60)
        #expect(try county.found() == [])
        county.months[0]["T6V2"]?["visits"] = .integer(90)
        #expect(try county.found() == ["F604 T6 T6V2"])
    }

    @Test func `a unit whose villages all rise together is flagged as a whole`() throws {
        var county = try ScreenCounty()
        county.fill("visits") { 4 + ($0 + $1 + $2) % 3 }
        for (index, code) in county.villages(of: 6).enumerated() {
            county.months[0][code]?["visits"] = .integer(12 + index % 3)
        }
        #expect(try county.found() == ["F604 T6"])
    }

    // MARK: How they are weighed

    @Test func `a rule on trial counts and is not shown, a retired one is silent`() throws {
        func rule(_ state: Rule.State) -> Rule {
            Rule(
                id: "V67", form: "*", kind: .screen, severity: .suspicion,
                test: .builtIn(.twinSheets), state: state)
        }
        var county = try twins(rows: 10)
        county.campaign.rules = [rule(.trial)]
        #expect(try county.suspicions().map(\.isTrial) == [true, true])
        county.campaign.rules = [rule(.active)]
        #expect(try county.found() == ["V67 T2", "V67 T5"])
        #expect(try county.suspicions().map(\.flag.screen) == ["twin_sheets", "twin_sheets"])
        county.campaign.rules = [rule(.retired)]
        #expect(try county.found() == [])
    }

    /// 40 honest counties, a flag a form and township at most: how many of them are raised.
    @Test func `honest counties raise few flags`() throws {
        var flags: [String: Int] = [:]
        for seed in 1...40 {
            var dice = Dice(UInt64(seed))
            var county = try ScreenCounty(townships: 16, villages: 12)
            var size: [String: Int] = [:]
            for entry in county.campaign.roster { size[entry.code] = dice.roll(3...60) }
            for month in county.months.indices {
                for entry in county.campaign.roster {
                    let usual = size[entry.code] ?? 10
                    county.months[month][entry.code] = [
                        "days": .integer(min(22, 16 + dice.roll(0...8))),
                        "visits": .integer(dice.roll(usual * 7 / 10...usual * 13 / 10)),
                        "cadres": .integer(4 + usual % 4), "files": .integer(dice.roll(0...4)),
                    ]
                }
            }
            for suspicion in try county.suspicions() {
                flags[suspicion.flag.screen, default: 0] += 1
            }
        }
        // 640 returns of townships: not one in two hundred.
        #expect(flags.values.reduce(0, +) <= 3, "\(flags)")
    }
}
