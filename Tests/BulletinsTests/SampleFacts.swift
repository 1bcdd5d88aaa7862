import Assessments
import Bulletins
import Campaigns
import Findings
import Workbooks

extension SampleCounty {
    static func facts(isDraft: Bool = false) -> BulletinFacts {
        let indicators = titles.enumerated().map { result(of: $0.element, at: $0.offset) }
        let previous = indicators.enumerated().compactMap { index, indicator in
            indicator.rows.last.map { row -> (String, String) in
                let change = index % 3 == 0 ? "0.850000000000" : row.rate
                return (indicator.id, index == 4 ? "0.950000000000" : change)
            }
        }
        return BulletinFacts(
            assessment: Assessment(
                period: period, asOf: asOf, isDraft: isDraft, groups: groups(isDraft: isDraft),
                indicators: indicators, weights: "w1", talks: []),
            previousRates: Dictionary(previous, uniquingKeysWith: { first, _ in first }),
            owed: owed, receipts: receipts,
            inspections: InspectionCounts(
                closed: 42, consistent: 39, misreports: [.init(unit: "T17", count: 1)]))
    }

    private static func result(
        of title: (id: String, sector: String, title: String, phase: Indicator.Phase), at index: Int
    ) -> IndicatorResult {
        let isSuspended = title.id == "O03"
        let members = units.filter { unit in
            switch title.sector {
            case "rural", "community": unit.kind != "department"
            default: true
            }
        }
        var rows: [IndicatorRow] = []
        var sum = 0
        for (place, unit) in members.enumerated() where !isSuspended {
            var row = IndicatorRow(code: unit.code, name: unit.shortName)
            let value = unit.code == "T18" && title.sector == "rural" ? 0 : arbitrary(index, place)
            row.numerator = index == 4 ? "\(value * 123).5" : String(value)
            row.denominator = index == 4 ? "12300" : "100"
            row.rate = fraction(value)
            row.k = title.phase == .annual ? "" : fraction(value)
            row.weight = unit.kind == "department" ? "4" : "3"
            row.light = row.k.isEmpty ? nil : light(value)
            row.isSilent = value == 0
            sum += value
            rows.append(row)
        }
        if !rows.isEmpty {
            var county = IndicatorRow(code: "county", name: "全县")
            county.numerator = String(sum)
            county.denominator = String(100 * members.count)
            county.rate = "0.\(padded(sum * 10_000 / (100 * members.count), to: 4))00000000"
            county.k = county.rate
            county.light = light(sum / members.count)
            rows.append(county)
        }
        return IndicatorResult(
            id: title.id, title: title.title, sector: title.sector,
            form: title.sector == "reporting" ? "submission" : title.sector,
            suspendedBy: isSuspended ? ["study_days_year"] : [], rows: rows)
    }

    private static func fraction(_ value: Int) -> String {
        "\(value / 100).\(padded(value % 100, to: 2))0000000000"
    }

    private static func light(_ value: Int) -> Light {
        value >= 90 ? .green : value >= 70 ? .yellow : .red
    }

    private static func groups(isDraft: Bool) -> [RankGroup] {
        ["乡镇组", "办事处组", "县直部门组"].map { name in
            let members = units.filter { $0.rankGroup == name }
            let standings = members.enumerated().map { place, unit in
                standing(of: unit, at: place, among: members.count, isDraft: isDraft)
            }
            return RankGroup(name: name, standings: standings)
        }
    }

    private static func standing(of unit: Unit, at place: Int, among count: Int, isDraft: Bool)
        -> Standing
    {
        var standing = Standing(unit: unit.code, name: unit.shortName)
        standing.applicableWeight = place == 2 ? "63.5" : "100"
        if unit.code == "D09" {
            standing.isUnranked = true
            standing.applicableWeight = "12"
            return standing
        }
        let hundredths = 9_612 - place * 213
        standing.score = "\(hundredths / 100).\(padded(hundredths % 100, to: 2))"
        standing.baseScore = standing.score
        standing.light = hundredths >= 9_000 ? .green : hundredths >= 7_000 ? .yellow : .red
        if place % 4 == 3 {
            standing.deductions = "2.90"
            standing.items = [
                DeductionItem(kind: .late, points: "0.50", count: 1),
                DeductionItem(kind: .missing, points: "2.00", count: 1),
                DeductionItem(kind: .returned, points: "0.40", count: 2),
            ]
        }
        if place == 0 { standing.bonus = "0.50" }
        guard !isDraft else { return standing }
        standing.rank = place == 5 ? 5 : place + 1
        standing.previousRank = place == 7 ? nil : (place + 3) % count + 1
        standing.change = standing.previousRank.map { .places($0 - place - 1) } ?? .new
        return standing
    }

    private static var owed: [OwedReturn] {
        forms.filter { $0.sector != nil }.flatMap { form in
            units.filter { form.submittedBy.contains($0.kind) }.enumerated().map { place, unit in
                OwedReturn(
                    form: form.id, unit: unit.code,
                    isAccepted: !(unit.code == "T18" && form.id == "rural" || place == 24),
                    isLate: place % 7 == 3, lateDays: place % 7 == 3 ? place % 3 : 0)
            }
        }
    }

    static var findings: [Finding] {
        let file = "农村/洄水乡农村月报（6月）.xlsx"
        func place(_ cell: String) -> Place {
            Place(file: file, sheet: "农村", cells: [CellReference(cell)].compactMap { $0 })
        }
        let subject = Finding.Subject(code: "610999201203", name: "石板沟村")
        return [
            Finding(
                .approximation(column: "村干部人数", found: "约5"), at: place("D6"), subject: subject),
            Finding(.missingValue(column: "本月坐班天数"), at: place("F7"), subject: subject),
            Finding(
                .notANumber(column: "本月集中学习次数", found: "两三"), at: place("G8"), subject: subject),
            Finding(
                code: "V24", severity: .error, at: place("H6"), subject: subject,
                message: Bilingual("“本月在岗天数”却填了17天", ""),
                advice: Bilingual("有第一书记的前一栏改为“是”，没有的后一栏填“—”", "")),
            Finding(
                .unitInValue(column: "村名称", found: "石板沟村委会", read: "石板沟村"), at: place("C6"),
                subject: subject),
            Finding(
                code: "V49", severity: .suspicion, at: place("A1"),
                message: Bilingual("疑似照抄上月的机密", "")),
            Finding(
                code: "V66", severity: .query, at: place("E6"), message: Bilingual("试行规则的话", "")),
        ]
    }

    static var receipts: [Receipt] {
        [
            Receipt(
                form: "rural", unit: "T18", period: period, file: "农村/洄水乡农村月报（6月）.xlsx",
                sheet: "农村", received: Moment(day(2020, 7, 3), secondOfDay: 50_000),
                status: .returned, rows: 12,
                evidence: [
                    .init(about: "form", source: "title", text: "农村基层党建工作月报表（2020年6月）"),
                    .init(about: "unit", source: "label", text: "填报单位（盖章）：洄水乡"),
                ], findings: findings),
            Receipt(
                form: "rural", unit: "T01", period: period, file: "农村/城关镇.xlsx", sheet: "农村",
                received: Moment(day(2020, 7, 2), secondOfDay: 34_000), status: .accepted,
                revision: 1, rows: 20,
                evidence: [.init(about: "form", source: "marker", text: "form=rural")]),
            Receipt(
                form: nil, unit: nil, period: nil, file: "新建文件夹/报表最终版.xls",
                received: Moment(day(2020, 7, 4), secondOfDay: 34_000), status: .returned,
                findings: [
                    Finding(
                        .unreadableFile(.legacyWorkbook), at: Place(file: "新建文件夹/报表最终版.xls"))
                ]),
        ]
    }
}
