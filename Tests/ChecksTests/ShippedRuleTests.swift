import Campaigns
import Checks
import Files
import Findings
import Formulas
import Foundation
import TestSupport
import Testing
import Workbooks

/// Every rule in SQL of the shipped campaign, by the cases of `rule-cases.csv`: whole returns go in,
/// findings with code, severity and cells come out.
struct ShippedRuleTests {
    struct Case {
        var number: Int
        var rule: String
        var breaks: Bool
        var current: [String: SQLValue]
        var previous: [String: SQLValue]
        var roster: [String: SQLValue]
    }

    static func cases() throws -> [Case] {
        let book = try WorkbookReader.read(
            Fixture.bytes("rule-cases.csv"), fileName: "rule-cases.csv")
        let grid = try #require(book.sheets.first)
        return try grid.rows.dropFirst().map { row in
            var texts: [Int: String] = [:]
            for cell in row.cells { texts[cell.column] = cell.value.text }
            return Case(
                number: row.number, rule: texts[1] ?? "", breaks: texts[2] == "yes",
                current: try #require(flatJSON(texts[3] ?? "{}")),
                previous: try #require(flatJSON(texts[4] ?? "{}")),
                roster: try #require(flatJSON(texts[5] ?? "{}")))
        }
    }

    /// Rules over the engine's own columns, which no return holds: `ShippedInspectionTests`.
    static let inspectionRules: Set = ["V59", "V60", "V61"]

    @Test func `每条规则的每个例子，该报的报在所读的格子上，不该报的不报`() throws {
        let county = try ShippedCounty()
        let rules = Dictionary(uniqueKeysWithValues: county.campaign.rules.map { ($0.id, $0) })
        let engine = RuleEngine(campaign: county.campaign)
        var broken: Set<String> = []
        var told: [[String]] = []
        var kept: Set<String> = []
        var toldOtherwise: Set<String> = []
        for example in try Self.cases() where !Self.inspectionRules.contains(example.rule) {
            let rule = try #require(rules[example.rule], "line \(example.number)")
            let form = try county.form(rule.form)
            var county = county
            let isOwnCounty = try Self.apply(example, to: &county, form)
            let submission = try county.plainReturn(of: form.id, example.current)
            // Other rules have no past, so that a blank is a blank and nothing is carried.
            let previous =
                rule.kind == .month
                ? county.view(
                    of: form,
                    county.changing(county.plainValues(of: form), example.previous, in: form))
                : nil
            let found = try (isOwnCounty ? RuleEngine(campaign: county.campaign) : engine)
                .findings(for: submission, previous: previous, asOf: county.asOf)
            let own = found.filter { $0.code == rule.id }
            let fields = Self.fields(readBy: rule, in: form)
            let missing = found.filter { $0.check == .missingValue }.flatMap(\.place.cells)
            if !example.breaks {
                #expect(own == [], "line \(example.number)")
                kept.insert(rule.id)
            } else if !Set(county.cells(fields, in: submission)).isDisjoint(with: missing) {
                // A required cell is blank: that is said, and nothing that follows from it.
                #expect(own == [], "line \(example.number)")
                toldOtherwise.insert(rule.id)
            } else {
                #expect(own.count == 1, "line \(example.number)")
                #expect(own.map(\.severity) == [rule.severity], "line \(example.number)")
                #expect(
                    own.map(\.place.cells) == [county.cells(fields, in: submission)],
                    "line \(example.number)")
                #expect(own.allSatisfy { !$0.message.chinese.contains("{") })
                #expect(own.allSatisfy { !$0.message.english.contains("{") })
                broken.insert(rule.id)
                told += own.map { finding in
                    [
                        finding.code, finding.severity.rawValue, finding.place.cellList,
                        finding.message.chinese, finding.advice.chinese, finding.message.english,
                        finding.advice.english,
                    ]
                }
            }
        }
        try Self.compare(told)
        #expect(toldOtherwise == ["V62"])
        let inSQL = Set(rules.values.filter { $0.query != nil }.map(\.id))
        #expect(broken == inSQL.subtracting(Self.inspectionRules))
        #expect(kept == inSQL.subtracting(Self.inspectionRules))
    }

    /// Word for word what each broken case is told, in `rule-findings.csv`; `RECORD_RULES=1` writes it anew.
    private static func compare(_ told: [[String]]) throws {
        let header = [
            "finding", "severity", "cells", "message_zh", "advice_zh", "message_en", "advice_en",
        ]
        let bytes = CSVWriter.file([header] + told)
        if ProcessInfo.processInfo.environment["RECORD_RULES"] != nil {
            let root = #filePath.split(separator: "/ChecksTests/").first.map(String.init) ?? "."
            try Files.write(bytes, to: root + "/Fixtures/rule-findings.csv")
            Issue.record(
                "rule-findings.csv was written anew; read it, then run without RECORD_RULES")
        }
        #expect(Fixture.bytes("rule-findings.csv") == bytes, "stale: run with RECORD_RULES=1")
    }

    @Test func `试行的规则查而不示`() throws {
        let county = try ShippedCounty()
        let submission = try county.plainReturn(
            of: "rural", ["site_status": .text("达标"), "site_open_days": .integer(3)])
        let found = try RuleEngine(campaign: county.campaign)
            .findings(for: submission, asOf: county.asOf)
        let (shown, trial) = RuleBook(county.campaign)
            .dressed(found, form: "rural", period: county.june)
        #expect(shown == [])
        #expect(trial.map(\.code) == ["V66"])
    }

    /// Gives roster and units the attributes of a case; whether there were any.
    private static func apply(
        _ example: Case, to county: inout ShippedCounty, _ form: Form
    ) throws -> Bool {
        var roster = example.roster
        var unit: [String: SQLValue] = [:]
        for (name, value) in example.current where form.field(name) == nil {
            if name.hasPrefix("roster_") {
                roster[String(name.dropFirst("roster_".count))] = value
            } else if name.hasPrefix("unit_") {
                unit[String(name.dropFirst("unit_".count))] = value
            }
        }
        guard !roster.isEmpty || !unit.isEmpty else { return false }
        let entry = try #require(county.entry(of: form))
        for index in county.campaign.roster.indices
        where county.campaign.roster[index].code == entry.code {
            for (name, value) in roster {
                county.campaign.roster[index].attributes[name] =
                    value.isNull ? nil : value.description
            }
        }
        for index in county.campaign.units.indices
        where county.campaign.units[index].code == entry.unit {
            for (name, value) in unit {
                county.campaign.units[index].attributes[name] =
                    value.isNull ? nil : value.description
            }
        }
        return true
    }

    /// The fields after `cur.` in the text of a rule, found without SQLite.
    private static func fields(readBy rule: Rule, in form: Form) -> Set<String> {
        guard case .sql(let sql) = rule.test else { return [] }
        let names = sql.split(separator: "cur.", omittingEmptySubsequences: false).dropFirst()
            .map { String($0.prefix { $0.isLetter || $0.isNumber || $0 == "_" }) }
        return Set(names.filter { form.field($0) != nil })
    }
}
