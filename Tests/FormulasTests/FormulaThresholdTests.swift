import Formulas
import Testing

struct FormulaThresholdTests {
    @Test(arguments: [
        (
            "COUNT(*) FILTER (WHERE reported = 1 AND duty_days >= :ratio * :workdays)",
            ["duty_days :ratio * :workdays"]
        ),
        (
            "COUNT(*) FILTER (WHERE a >= LEAST(:x, :workdays - 1) AND b >= 6)",
            ["a LEAST(:x, :workdays - 1)", "b 6"]
        ),
        ("cur.site_status = '达标' AND cur.days < :days_min", ["cur.days :days_min"]),
        (":days_min > cur.days", ["cur.days :days_min"]), ("3 <= a", ["a 3"]),
        ("SUM(done)", []), ("cur.done <= cur.due", []), ("a > 3", []), ("a >= (", []),
    ])
    func `a threshold is what a column has to reach, and no other column`(
        sql: String, thresholds: [String]
    ) {
        let found = FormulaThreshold.all(in: sql).map { threshold in
            "\(threshold.table.map { $0 + "." } ?? "")\(threshold.column) \(threshold.bound)"
        }
        #expect(found == thresholds)
    }
}
