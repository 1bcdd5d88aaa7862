import Foundation
import Testing

/// Figures of June worked out by hand from the files that were sent in, never from our own output.
///
/// Each case says which cells it adds up. June 2020 has 21 working days: 22 from Monday to Friday, less
/// the 25th and 26th (端午节), plus Sunday the 28th (a make-up day).
struct RecomputedFigureTests {
    private let county: ShippedCounty

    init() throws {
        county = try ShippedCounty.get()
    }

    // 农村月报 砚湾镇 2020年6月.csv, 村组干部党员集中学习（次）, lines 5–16: 1 1 1 0 3 1 1 1 2 1 2 0, so ten of
    // twelve villages have one or more. But 暗访 AF202006-001 saw 0 in 庙盘坎村 (line 14 reports 1) on 30
    // June, 无异议 and 虚报: the seen value stands. 9/12.
    @Test func `a seen value that was confirmed replaces the reported one`() throws {
        try expect("R09", "610999107000", "9", "12", rate: "0.750000000000", k: "0.750000000000")
    }

    // 工商务局 (BM0113) has sent first secretaries to four villages (co_unit in the roster): 桥盘嘴村 15
    // days (鹤畔镇, corrected file, N6), 柿涧塬村 20 (栗沟镇, corrected file, Q13), 杨门渡村 19 (茗岔镇, O9),
    // 窑槽滩村 20 (藤湾乡, P10). Asked are min(20, 21 − 1) = 20 days: two of four.
    @Test func `a village counts to the department that sent its secretary`() throws {
        try expect("R08", "BM0113", "2", "4", rate: "0.500000000000", k: "0.500000000000")
    }

    // 水利局, June and May (sheet 机关): branch 1 has 16 members and no committee meeting in June (G5 = 0),
    // so it fails. Branch 2 has 38 and one (G6 = 1); of the quarter the members' meetings are 1 in May + 0
    // in June (F6), the lectures 1 + 0 (I6), and the record is kept (V6 是). One of two.
    @Test func `a quarter is the sum of its months so far`() throws {
        try expect("O01", "BM0104", "1", "2", rate: "0.500000000000", k: "0.500000000000")
    }

    // 应发 and 实发 of the eight townships with communities: 城关 59.76 and 59.41, 晴岭 59.52 and 53.51,
    // 棠洄 60.00 and 54.06 (their 合计 rows), 槐垭 18.72 and 18.72, 桑渡 9.36 and 9.36, 鹿岭 10.92 and 10.92,
    // 荻溪 10.08 and 10.08 (one community each), 砚湾 14.58 and 10.36 (the corrected file; the first one's
    // formula had no result). No row has more paid than due. 226.42 ÷ 242.94.
    @Test func `the county is the ratio of the sums`() throws {
        try expect("C01", "county", "226.42", "242.94", rate: "0.931999670701", k: "0.931999670701")
    }

    // 城关镇2020年6月农村月报.xlsx, J4:J15 and K4:K15, their sums in row 16: 113.5 due in the year, 36.66
    // paid. Half of the year is over: k = (36.66 ÷ 113.5) ÷ (6/12).
    @Test func `a yearly target is asked for by the twelfth`() throws {
        try expect(
            "R05", "610999100000", "36.66", "113.5", rate: "0.322995594714", k: "0.645991189427")
    }

    // 枫畔镇 sent no return on enterprises for June. In May (非公月报 枫畔镇 2020年5月.xlsx, R4:R7) it had 12, 8,
    // 2 and 4 full members: three enterprises with three or more, which the roster carries on. Nothing is
    // reported of them now.
    @Test func `silence counts nothing above and everything below`() throws {
        try expect("E01", "610999106000", "0", "3", rate: "0.000000000000", k: "0.000000000000")
    }

    // 锦垣镇 owes four returns: 农村 (accepted 3 July), 非公 (3 July), 三清单 (3 July) and 机关, of which the
    // first came as .xls and went back; the second came on 6 July at 15:06, after the 5th at 17:00.
    @Test func `a return that is good only after the due time is not on time`() throws {
        try expect("X01", "610999110000", "3", "4", rate: "0.750000000000", k: "0.750000000000")
    }

    // 枫畔镇: twelve villages, of which 柏鞍垭村 (C11 blank) was bad in the first file: 11; two social
    // organisations (2) and one branch (1) good at once; four enterprises not sent (0). 14 of 19.
    @Test func `rows are good where they were good the first time`() throws {
        try expect("X02", "610999106000", "14", "19", rate: "0.736842105263", k: "0.736842105263")
    }

    // 城关镇 in the records of May and June (April has none): 不符 马垄寨村 (AF202005-002), 下碥坝村
    // (AF202006-002), 鹤头坎村 (-004); 相符 迎宾路社区 (-012), 川流电子 (-013), 锦和社区 (-021).
    @Test func `what was seen is compared over three months`() throws {
        try expect("X03", "610999100000", "3", "6", rate: "0.500000000000", k: "0.500000000000")
    }

    // 三清单 桑渡镇 2020年6月.csv: due or done are 01 (done 24 June, due 1 May: too late), 02, 03, 07, 08
    // (all done before due), 06 (due 2 June, not done). 04 and 05 are due in August and September.
    @Test func `a task is kept when it is done by its day`() throws {
        try expect("X04", "610999103000", "4", "6", rate: "0.666666666667", k: "0.666666666667")
    }

    // 100 × Σ weight × k ÷ Σ weight over the rows of 指标.csv is the base score of every unit, and less
    // deductions, plus bonus, its score.
    @Test(arguments: ["2020-05", "2020-06"])
    func `scores follow from the figures`(period: String) throws {
        let figures = try county.table("指标", of: period)
        for row in try county.table("排名", of: period).rows {
            let own = figures.rows.filter { $0["code"] == row["code"] && $0["k"] != "" }
            let weight = own.map { number($0, "weight") }.reduce(0, +)
            let points = own.map { number($0, "weight") * number($0, "k") }.reduce(0, +)
            let base = 100 * points / weight
            #expect(weight == number(row, "applicable_weight"), "\(row)")
            #expect(abs(base - number(row, "base_score")) < 0.005_001, "\(row)")
            let score = base - number(row, "deductions") + number(row, "bonus")
            #expect(abs(score - number(row, "score")) < 0.005_001, "\(row)")
        }
    }

    private func number(_ row: [String: String], _ column: String) -> Double {
        Double(row[column] ?? "") ?? .nan
    }

    private func expect(
        _ indicator: String, _ code: String, _ numerator: String, _ denominator: String,
        rate: String, k: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let row = try county.table("指标", of: "2020-06").row(["indicator": indicator, "code": code])
        let printed = ["numerator", "denominator", "rate", "k"].map { row[$0] }
        #expect(printed == [numerator, denominator, rate, k], sourceLocation: sourceLocation)
    }
}
