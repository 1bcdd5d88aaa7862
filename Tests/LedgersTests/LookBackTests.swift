import Campaigns
import Formulas
import Ledgers
import Testing

/// The views that rules look back at, made month after month, are those that are made from all months.
struct LookBackTests {
    let office: Office
    let past: LookBack
    private static let now = "2020-12-31"

    init() throws {
        office = try Office()
        past = LookBack(office.ledger, of: office.campaign, asOf: at(Self.now))
    }

    private func file(
        _ unit: String, _ period: String, _ rows: [ReturnRow], name: String? = nil,
        status: Delivery.Status = .accepted
    ) throws {
        let id = try office.file(
            "rural", unit, period, rows, seen: "2020-12-01T09:00", name: name, status: status)
        guard status == .accepted else { return }
        var submission = try #require(try office.ledger.submission(id: id))
        submission.rows = rows
        past.note(accepted: submission)
    }

    private func expectEqual(_ period: String, by past: LookBack? = nil) throws {
        let past = past ?? self.past
        let whole = try office.ledger.view(
            of: County.rural, in: month(period), of: office.campaign, asOf: at(Self.now),
            for: .rules)
        #expect(try past.view(of: County.rural, in: month(period)) == whole, "\(period)")
    }

    @Test func `What is carried through years of months is what each month says`() throws {
        let values: [FieldValue?] = [
            nil, .integer(3), nil, .notApplicable, .integer(0), nil, nil, .real(2.5),
        ]
        for number in 0..<18 {
            let period = Period(year: 2019 + number / 12, month: number % 12 + 1)?.description ?? ""
            try expectEqual(period)
            // In some months a unit sends nothing, in others what it sent goes back.
            for (place, unit) in ["T1", "T2"].enumerated() where (number + place) % 5 != 0 {
                let rows = ["v1", "v2", "v3", "v4"].filter { County.owner(of: $0) == unit }.map {
                    code in
                    let turn = number * 3 + place + code.utf8.count
                    var row: [String: FieldValue] = [:]
                    for (shift, field) in ["cadres", "pay_due", "site", "days"].enumerated() {
                        row[field] = values[(turn * 5 + shift * 3) % values.count]
                    }
                    return village(code, row)
                }
                let isReturned = (number + place) % 7 == 3
                try file(unit, period, rows, status: isReturned ? .returned : .accepted)
            }
            try expectEqual(period)
        }
    }

    @Test func `The order in which months are asked for changes none`() throws {
        for number in 1...12 {
            let period = Period(year: 2020, month: number)?.description ?? ""
            for unit in ["T1", "T2"] {
                let rows = ["v1", "v2", "v3", "v4"].filter { County.owner(of: $0) == unit }
                    .map { village($0, ["cadres": .integer(number), "pay_due": .integer(number)]) }
                try file(unit, period, rows)
            }
        }
        // More months than are remembered, there and back, as when old returns are judged again.
        for number in [8, 9, 10, 3, 9, 4, 12, 9, 1, 6, 9, 11, 2, 7, 12, 3, 9, 5, 8, 12] {
            try expectEqual(Period(year: 2020, month: number)?.description ?? "")
        }
    }

    @Test func `A return of an earlier month changes what later months carry`() throws {
        try file("T1", "2020-01", [village("v1", ["cadres": .integer(5)])])
        try file("T1", "2020-04", [village("v1", ["days": .integer(20)])])
        for period in ["2020-02", "2020-03", "2020-04", "2020-05"] { try expectEqual(period) }
        try file("T1", "2020-02", [village("v1", ["cadres": .integer(6)])])
        for period in ["2020-02", "2020-03", "2020-04", "2020-05"] { try expectEqual(period) }
        let carried = try past.view(of: County.rural, in: month("2020-05")).column("cadres")
        #expect(carried["v1"] == .integer(6))
    }

    @Test func `Of two revisions the one that the register has later stands`() throws {
        try office.ledger.record(
            register: [
                ReceiptEntry(file: "first.xlsx", received: at("2020-05-03"), note: ""),
                ReceiptEntry(file: "second.xlsx", received: at("2020-05-02"), note: ""),
            ], at: at("2020-12-01T09:00"))
        try file("T1", "2020-04", [village("v1", ["cadres": .integer(5)])], name: "a/first.xlsx")
        try file("T1", "2020-04", [village("v1", ["cadres": .integer(6)])], name: "b/second.xlsx")
        try expectEqual("2020-04")
        try expectEqual("2020-05")
        let carried = try past.view(of: County.rural, in: month("2020-05")).column("cadres")
        #expect(carried["v1"] == .integer(5))
    }

    @Test func `What the office took back is in no view, what lies elsewhere instead is`() throws {
        try file("T1", "2020-04", [village("v1", ["cadres": .integer(5)])], name: "a/first.xlsx")
        try file("T1", "2020-04", [village("v1", ["cadres": .integer(6)])], name: "b/second.xlsx")
        let second = try #require(try office.ledger.files(named: "b/second.xlsx").first)
        _ = try office.ledger.record(
            .withdraw(sha256: second.sha256, path: second.path, period: month("2020-04")),
            reason: "放错了地方", at: at("2020-12-02"))
        let later = LookBack(office.ledger, of: office.campaign, asOf: at(Self.now))
        try expectEqual("2020-04", by: later)
        try expectEqual("2020-05", by: later)
    }
}

extension County {
    fileprivate static func owner(of code: String) -> String? {
        roster.first { $0.code == code }?.unit
    }
}
