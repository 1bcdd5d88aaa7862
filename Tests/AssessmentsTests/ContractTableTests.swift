import Assessments
import Campaigns
import Findings
import Formulas
import Ledgers
import Testing
import Workbooks

/// The tables promised to other programs.
struct ContractTableTests {
    private func county() throws -> TestCounty {
        var county = try TestCounty()
        county.indicators = [TestCounty.indicator()]
        county.add("A", done: 80)
        county.add("B", done: 90)
        return county
    }

    private func tables(_ county: TestCounty) throws -> ContractTables {
        ContractTables(try county.assess(), facts: try county.facts, campaign: county.campaign)
    }

    /// A table of the Outbox by its name.
    private func table(_ name: String, _ county: TestCounty) throws -> ContractTable {
        try #require(tables(county).outbox.first { $0.file == name + ".csv" })
    }

    private func delivery(
        _ unit: String?, form: String? = "rural", file: String, day: Int = 1,
        status: Delivery.Status = .accepted, lateDays: Int? = nil, revision: Int = 0,
        findings: [Finding] = []
    ) throws -> Delivery {
        Delivery(
            form: form, unit: unit, period: Period("2020-06"), file: file, sheet: nil,
            received: Moment(
                try #require(CivilDate(year: 2020, month: 7, day: day)), secondOfDay: 9 * 3600),
            status: status, isLate: lateDays != nil, lateDays: lateDays ?? 0, revision: revision,
            rows: 1, findings: findings)
    }

    private func finding(
        _ code: String, _ severity: Severity, at place: Place,
        subject: Finding.Subject? = nil
    ) -> Finding {
        Finding(
            code: code, severity: severity, at: place, subject: subject,
            message: Bilingual("说明" + code, code))
    }

    @Test func `排名 has a row a unit in the promised columns`() throws {
        var county = try county()
        county.expected[0] = TestCounty.accepted("A", lateDays: 1)
        county.previous = [
            PublishedRank(
                unit: "B", group: "乡镇组", rank: 2, score: "1.00", weights: "R01=10/10")
        ]
        let table = try table("排名", county)
        #expect(
            table.rows == [
                [
                    "group", "rank", "code", "name", "score", "base_score", "deductions",
                    "bonus", "applicable_weight", "previous_rank", "change", "light",
                ],
                [
                    "乡镇组", "1", "B", "B镇", "90.00", "90.00", "0.00", "0.00", "10", "2", "1",
                    "green",
                ],
                [
                    "乡镇组", "2", "A", "A镇", "79.50", "80.00", "0.50", "0.00", "10", "", "新",
                    "yellow",
                ],
            ])
    }

    @Test func `指标 has a row a unit and one of the county an indicator`() throws {
        let table = try table("指标", county())
        #expect(
            table.rows == [
                [
                    "indicator", "title", "code", "name", "numerator", "denominator", "rate", "k",
                    "weight", "light",
                ],
                [
                    "R01", "指标R01", "A", "A镇", "80", "100", "0.800000000000",
                    "0.800000000000", "10", "yellow",
                ],
                [
                    "R01", "指标R01", "B", "B镇", "90", "100", "0.900000000000",
                    "0.900000000000", "10", "green",
                ],
                [
                    "R01", "指标R01", "county", "全县", "170", "200", "0.850000000000",
                    "0.850000000000", "", "yellow",
                ],
            ])
    }

    @Test func `收件 has a row a file and revision and one a missing return`() throws {
        var county = try county()
        county.expected = [
            TestCounty.missing("A"), TestCounty.accepted("B"),
            TestCounty.missing("B", form: "ledger"),
        ]
        county.deliveries = [
            try delivery(nil, form: nil, file: "x.xls", status: .returned),
            try delivery("B", file: "b2.xlsx", day: 7, lateDays: 0, revision: 2),
            try delivery("B", file: "b1.xlsx", revision: 1),
            try delivery("A", file: "a.xlsx", status: .quarantined),
        ]
        let table = try table("收件", county)
        #expect(
            table.rows == [
                [
                    "form", "code", "name", "file", "received_at", "status", "late_days",
                    "revision",
                ],
                ["rural", "A", "A镇", "a.xlsx", "2020-07-01T09:00:00", "quarantined", "", ""],
                ["rural", "A", "A镇", "", "", "missing", "", ""],
                ["rural", "B", "B镇", "b1.xlsx", "2020-07-01T09:00:00", "accepted", "", "1"],
                ["rural", "B", "B镇", "b2.xlsx", "2020-07-07T09:00:00", "accepted", "0", "2"],
                ["ledger", "B", "B镇", "", "", "missing", "", ""],
                ["", "", "", "x.xls", "2020-07-01T09:00:00", "returned", "", ""],
            ])
    }

    @Test func `nothing is missing before the period closes`() throws {
        var county = try county()
        county.expected = [TestCounty.missing("A"), TestCounty.missing("B")]
        county.asOf = Moment(try #require(CivilDate("2020-07-01")), secondOfDay: 0)
        #expect(try table("收件", county).rows.count == 1)
        #expect(try table("清单", county).rows.count == 1)
        #expect(try county.standing("A").deductions == "0.00")
    }

    @Test func `问题 has errors and queries alone`() throws {
        var county = try county()
        let cells = Place(
            file: "a.xlsx", sheet: "农村",
            cells: [CellReference(row: 7, column: 3), CellReference(row: 7, column: 5)])
        let village = Finding.Subject(code: "A1", name: "A1村")
        county.deliveries = [
            try delivery(
                "A", file: "a.xlsx", status: .returned,
                findings: [
                    finding("V12", .error, at: cells, subject: village),
                    finding("V22", .query, at: Place(file: "a.xlsx")),
                    finding("V49", .suspicion, at: Place(file: "a.xlsx")),
                    finding("V10", .note, at: Place(file: "a.xlsx")),
                    finding("V66", .query, at: Place(file: "a.xlsx")),
                ]),
            try delivery(
                "B", file: "b.csv",
                findings: [
                    finding(
                        "V12", .error,
                        at: Place(
                            file: "b.csv", cells: [CellReference(row: 4, column: 1)], line: 9))
                ]),
        ]
        var campaign = county.campaign
        campaign.rules = [
            Rule(
                id: "V66", form: "*", kind: .row, severity: .query, test: .sql("1"), state: .trial)
        ]
        let table = ContractTables(
            try county.assess(), facts: try county.facts, campaign: campaign
        ).problems
        #expect(
            table.rows == [
                [
                    "finding", "severity", "file", "sheet", "cell", "form", "code", "subject",
                    "message",
                ],
                ["V22", "query", "a.xlsx", "", "", "rural", "A", "A镇", "说明V22"],
                ["V12", "error", "a.xlsx", "农村", "C7;E7", "rural", "A1", "A1村", "说明V12"],
                ["V12", "error", "b.csv", "", "9", "rural", "B", "B镇", "说明V12"],
            ])
    }

    @Test func `清单 has tasks and missing returns, and never a talk`() throws {
        var county = try county()
        county.expected = [TestCounty.missing("A"), TestCounty.accepted("B")]
        county.deliveries = [try delivery("A", file: "a.xlsx", status: .returned)]
        county.settings["talk_indicators"] = "R01"
        county.tasks = [
            CampaignTask(
                id: "TK01", title: "方案", who: ["township"], due: CivilDate("2020-07-07"),
                quote: "原文"),
            CampaignTask(id: "TK02", title: "台账", who: ["B镇"], due: nil, quote: ""),
        ]
        let table = try table("清单", county)
        #expect(
            table.rows == [
                ["list", "unit", "subject", "text", "source", "due", "state", "reason"],
                ["task", "A A镇", "TK01", "方案", "原文", "2020-07-07", "due", ""],
                ["task", "B B镇", "TK01", "方案", "原文", "2020-07-07", "due", ""],
                ["task", "B B镇", "TK02", "台账", "", "", "open", ""],
                [
                    "missing", "A A镇", "rural", "2020年6月《农村月报》未报", "收件", "2020-07-05",
                    "open", "退回1次，未报合格件",
                ],
            ])
    }

    @Test func `the office's list has the talks in the same columns`() throws {
        var county = try county()
        county.settings["talk_indicators"] = "R01"
        county.rows[0].done = .real(10)
        let office = try tables(county).officeLists
        let outbox = try table("清单", county)
        #expect(office.rows[0] == outbox.rows[0])
        #expect(
            office.rows.dropFirst() == [
                [
                    "talk", "A A镇", "", "建议约谈", "2020年6月通报", "", "suggested",
                    "R01 指标R01红灯",
                ]
            ])
    }

    @Test func `every row of every table has a value for every column`() throws {
        let tables = try tables(county()).outbox
        #expect(tables.map(\.file) == ["排名.csv", "指标.csv", "收件.csv", "问题.csv", "清单.csv"])
        for table in tables { #expect(Set(table.rows.map(\.count)).count == 1) }
    }
}
