import Campaigns
import Testing
import Workbooks

@testable import DemoCounties

/// The rules of the shipped campaign, said once more in Swift, over fourteen months of values.
struct SituationTests {
    private typealias Case = (entry: RosterEntry, period: Period, values: [String: SheetValue])

    private static let county = DemoCounty()
    private static let months = DemoCounty.months(14)
    /// Every entry in every month, made once for all tests.
    private static let cases = Result { () throws -> [String: [Case]] in
        let model = SituationModel(
            seed: county.seed, calendar: try TemplateCampaign.load().calendar, units: county.units)
        var cases: [String: [Case]] = [:]
        for entry in county.roster {
            for period in months where entry.isValid(on: period.lastDay) {
                cases[entry.sector, default: []].append(
                    (entry, period, model.values(of: entry, in: period)))
            }
        }
        return cases
    }
    private let cases: [String: [Case]]

    init() throws {
        cases = try Self.cases.get()
    }

    private func forEach(
        _ sector: String, _ body: (RosterEntry, Period, [String: SheetValue]) -> Void
    ) {
        for (entry, period, values) in cases[sector] ?? [] { body(entry, period, values) }
    }

    /// Every month but an entry's first, with the values of the month before.
    private func forEachPair(
        _ sector: String,
        _ body: (RosterEntry, Period, _ before: [String: SheetValue], [String: SheetValue]) -> Void
    ) {
        let all = cases[sector] ?? []
        for (before, now) in zip(all, all.dropFirst()) where before.entry.code == now.entry.code {
            body(now.entry, now.period, before.values, now.values)
        }
    }

    /// Of every pair, the first is never more than the second.
    @Test(arguments: [
        ("rural", "file_done", "cadres"), ("rural", "train_cum", "cadres"),
        ("rural", "pay_paid", "pay_due"), ("rural", "fund_paid", "fund_due"),
        ("rural", "dec_done", "dec_due"), ("community", "grid_done", "grid_total"),
        ("community", "float_managed", "float_known"),
        ("community", "inservice_act", "inservice_reg"),
        ("community", "allow_paid", "allow_due"), ("social_org", "formal", "party_total"),
        ("social_org", "party_total", "employees"), ("social_org", "dev_cum", "dev_quota"),
        ("organ", "dues_paid", "dues_due"), ("organ", "dues_due", "members"),
    ])
    func `parts are no more than wholes`(sector: String, part: String, whole: String) {
        forEach(sector) { entry, period, values in
            let (small, large) = (values[part]?.amount ?? 0, values[whole]?.amount ?? -1)
            #expect(small <= large, "\(entry.code) \(period)")
        }
    }

    /// Sums of a year never fall within it.
    @Test(arguments: [
        ("rural", "pay_paid"), ("rural", "fund_paid"), ("rural", "train_cum"),
        ("rural", "sys_built"), ("community", "allow_paid"), ("community", "office_paid"),
        ("community", "serve_paid"), ("community", "model_cum"), ("enterprise", "sec_train"),
        ("social_org", "dev_cum"), ("organ", "sec_lecture"), ("organ", "dz_lecture"),
        ("organ", "dem_life"), ("organ", "org_life"), ("organ", "research"),
        ("organ", "study_days"), ("organ", "read_words"), ("organ", "read_books"),
    ])
    func `sums only rise until January`(sector: String, field: String) {
        forEachPair(sector) { entry, period, before, now in
            guard period.month > 1, let before = before[field]?.amount,
                let now = now[field]?.amount
            else { return }
            #expect(before <= now, "\(entry.code) \(period)")
        }
    }

    @Test func `a village's columns agree with one another and with the roster`() {
        forEach("rural") { entry, period, values in
            let isSent = entry.attributes["fs_village"] == "是"
            #expect(values["fs_assigned"] == .yes(isSent))
            #expect((values["fs_days"] == .dash) == !isSent)
            let isReady = values["site_status"] == .text("达标")
            #expect((values["site_open_days"] == .dash) == !isReady)
            if entry.attributes["site_base"] == "达标" { #expect(isReady) }
            #expect(
                (values["backward"] == .text("否")) == (entry.attributes["backward_base"] == "否"))
            for field in ["duty_days", "fs_days", "site_open_days"] {
                #expect((values[field]?.amount ?? 0) <= period.days * 100)
            }
        }
    }

    @Test func `what is reached stays reached`() {
        forEachPair("rural") { entry, period, before, values in
            for (field, value) in [
                ("site_status", "达标"), ("merge_status", "已到位"), ("backward", "已转化"),
            ] where before[field] == .text(value) {
                #expect(values[field] == .text(value), "\(entry.code) \(period)")
            }
        }
        for sector in ["enterprise", "social_org"] {
            forEachPair(sector) { entry, period, before, values in
                if before["org_type"] != .text("未组建") {
                    #expect(values["org_type"] == before["org_type"], "\(entry.code) \(period)")
                }
            }
        }
    }

    @Test func `without an organisation there is nothing of one`() {
        for sector in ["enterprise", "social_org"] {
            forEach(sector) { entry, period, values in
                let formal = values["formal"]?.amount ?? 0
                if values["org_type"] == .text("未组建") {
                    #expect(values["org_date"] == .dash)
                    #expect((values["act_cnt"]?.amount ?? 0) == 0)
                    #expect((values["star"]?.amount ?? 0) == 0)
                    #expect(values["cover_type"] != .text("已建党组织"))
                } else {
                    if case .date(let date)? = values["org_date"] {
                        #expect(date <= period.lastDay, "\(entry.code) \(period)")
                    } else {
                        Issue.record("no date of foundation: \(entry.code)")
                    }
                    if sector == "social_org" {
                        #expect(values["cover_type"] == .text("已建党组织"))
                    }
                }
                if values["org_type"] == .text("单独组建") { #expect(formal >= 300) }
                if values["status"] != .text("正常") {
                    #expect((values["act_cnt"]?.amount ?? 0) == 0)
                }
            }
        }
    }

    @Test func `branches read something and have members enough`() {
        forEach("organ") { entry, _, values in
            #expect(values["read_words"] != .dash || values["read_books"] != .dash)
            #expect((values["members"]?.amount ?? 0) >= 300, "\(entry.code)")
        }
    }

    @Test func `lists are dated and closed as the rules want`() {
        for unit in Self.county.units {
            for period in Self.months {
                let rows = LedgerModel(seed: Self.county.seed).rows(
                    of: unit, villages: [], in: period)
                #expect(rows.count >= 3)
                for row in rows {
                    guard case .date(let start)? = row.values["start_date"],
                        case .date(let due)? = row.values["due_date"]
                    else {
                        Issue.record("an undated row: \(unit.code)")
                        continue
                    }
                    #expect(start <= due && start <= period.lastDay)
                    let isFinished =
                        [.text("已完成"), .text("已销号")].contains(row.values["progress"])
                    if case .date(let done)? = row.values["done_date"] {
                        #expect(isFinished && start <= done && done <= period.lastDay)
                    } else {
                        #expect(!isFinished)
                    }
                    if row.values["progress"] == .text("已销号") {
                        #expect(row.values["verify"] == .text("通过"))
                    }
                }
            }
        }
    }
}
