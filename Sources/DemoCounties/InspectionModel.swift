import Campaigns
import Workbooks

/// 暗访: what inspectors saw, mostly what was reported, sometimes not.
///
/// What counts a month is looked at in its last days, what is a state in the middle of the month after;
/// so each observation can be held against exactly one return.
struct InspectionModel: Sendable {
    let seed: UInt64
    let situation: SituationModel
    let calendar: WorkCalendar

    /// An item of the shipped campaign: where it looks, and what is seen where the report was too good.
    private struct Item {
        var id: String
        var sector: String
        var field: String
        /// Held against the month before the visit.
        var isState = false
    }

    private static let items = [
        Item(id: "I06", sector: "rural", field: "study_cnt"),
        Item(id: "I03", sector: "rural", field: "fs_days"),
        Item(id: "I05", sector: "rural", field: "site_open_days"),
        Item(id: "I10", sector: "rural", field: "dec_done"),
        Item(id: "I18", sector: "organ", field: "committee"),
        Item(id: "I20", sector: "organ", field: "dues_paid"),
        Item(id: "I13", sector: "community", field: "inservice_act"),
        Item(id: "I17", sector: "social_org", field: "act_cnt"),
        Item(id: "I02", sector: "rural", field: "sys_built", isState: true),
        Item(id: "I04", sector: "rural", field: "site_status", isState: true),
        Item(id: "I07", sector: "rural", field: "file_done", isState: true),
        Item(id: "I12", sector: "community", field: "grid_done", isState: true),
        Item(id: "I14", sector: "enterprise", field: "sixhave", isState: true),
        Item(id: "I16", sector: "enterprise", field: "status", isState: true),
    ]

    /// What comes of a report that was too good.
    private struct Outcome {
        var verdict: String
        var severity: String
        var feedback: String
    }

    private static let outcomes = [
        Outcome(verdict: "虚报", severity: "严重", feedback: "无异议"),
        Outcome(verdict: "待认定", severity: "较重", feedback: "未反馈"),
        Outcome(verdict: "属实不符", severity: "一般", feedback: "无异议"),
        Outcome(verdict: "口径不一", severity: "一般", feedback: "有异议"),
        Outcome(verdict: "笔误", severity: "一般", feedback: "无异议"),
    ]

    /// The rows of a month; `entries` are those that may be visited, of all sectors.
    ///
    /// In the first month of a demo there is no earlier return to hold a state against; only its last
    /// month has a misreport.
    func rows(
        entries: [RosterEntry], units: [String: Unit], in period: Period, isFirst: Bool,
        isLast: Bool
    ) -> [SheetRow] {
        var random = SplitMix64(seed, "inspection", period.description)
        var rows: [SheetRow] = []
        var outcomes = Self.outcomes.dropFirst(isLast ? 0 : 2)
        var visited: Set<String> = []
        for turn in 0..<3 {
            for item in Self.items where !(item.isState && isFirst) {
                let month = item.isState ? period.previous : period
                let candidates = random.shuffled(
                    entries.filter {
                        $0.sector == item.sector && $0.isValid(on: month.lastDay)
                            && !visited.contains($0.unit + item.id)
                    })
                let isBad = turn == 0 && !item.isState && !outcomes.isEmpty
                let found = candidates.lazy.compactMap { entry in
                    reported(item, entry, month, atLeast: isBad ? 1 : 0).map { (entry, $0) }
                }.first
                guard let (entry, value) = found, let unit = units[entry.unit] else { continue }
                visited.insert(entry.unit + item.id)
                let outcome = isBad ? outcomes.popFirst() : nil
                var row = record(
                    item, of: entry, unit: unit, value: value, outcome: outcome,
                    on: date(of: item, in: period, random: &random))
                let number = padded(rows.count + 1, to: 3)
                let stamp = padded(period.year, to: 4) + padded(period.month, to: 2)
                row["visit_id"] = .text("AF\(stamp)-\(number)")
                if outcome != nil { row["evidence"] = .text("ZP\(stamp)-\(number)") }
                row["team"] = .text(random.pick(["A1", "A2", "B1"]))
                row["time_slot"] = .text(random.pick(["上午", "下午"]))
                rows.append(SheetRow(entry: entry, values: row))
            }
        }
        return rows
    }

    private func reported(
        _ item: Item, _ entry: RosterEntry, _ month: Period, atLeast least: Int
    ) -> SheetValue? {
        guard let value = situation.values(of: entry, in: month)[item.field] else { return nil }
        switch value {
        case .integer(let number): return number >= least ? value : nil
        case .text: return least == 0 ? value : nil
        default: return nil
        }
    }

    private func record(
        _ item: Item, of entry: RosterEntry, unit: Unit, value: SheetValue, outcome: Outcome?,
        on date: CivilDate
    ) -> [String: SheetValue] {
        let sectors = [
            "rural": "农村", "community": "社区", "enterprise": "非公", "social_org": "社会组织",
            "organ": "机关",
        ]
        var row: [String: SheetValue] = [
            "visit_date": .date(date), "sector": .text(sectors[entry.sector] ?? ""),
            "unit_code": .text(entry.code), "unit_name": .text(entry.name),
            "duty_unit": .text(unit.shortName), "item": .text(item.id),
            "observed": .text(value.text), "reported_value": .text(value.text),
            "result": .text("相符"),
            "direction": .text("不适用"), "severity": .blank, "evidence": .blank,
            "feedback": .text("无异议"), "verdict": .text("相符"), "rectify_due": .blank,
            "note": .blank,
        ]
        guard let outcome, case .integer(let number) = value else { return row }
        row["observed"] = .text(String(number > 5 ? number / 2 : 0))
        row["result"] = .text("不符")
        row["direction"] = .text("多报")
        row["severity"] = .text(outcome.severity)
        row["feedback"] = .text(outcome.feedback)
        row["verdict"] = .text(outcome.verdict)
        row["rectify_due"] = .date(date.adding(days: 15))
        return row
    }

    /// A workday: one of the month's last three, or one in its middle.
    private func date(
        of item: Item, in period: Period, random: inout SplitMix64
    ) -> CivilDate {
        let days = (0..<period.days).map { period.firstDay.adding(days: $0) }
            .filter(calendar.isWorkday)
        if item.isState { return random.pick(Array(days.dropFirst(5).prefix(8))) }
        return random.pick(Array(days.suffix(3)))
    }
}
