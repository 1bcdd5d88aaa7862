import Campaigns
import Checks
import Findings
import Formulas
import Ledgers
import Testing

/// Slips injected into random rows that hold everything, on forms of the shipped campaign.
struct SlipPropertyTests {
    enum Injection: CaseIterable {
        case extraZero, missingZero, units, swap, shiftRight, shiftLeft
    }

    @Test(arguments: ["rural", "community", "enterprise", "social_org", "organ"])
    func `注入一个笔误：提了就一定是它，照改后各项都对得上；没有错的行从不提`(id: String) throws {
        var county = try RandomRows(form: id)
        var named: [Injection: Int] = [:]
        var failed: [Injection: Int] = [:]
        for round in 0..<60 {
            let (row, past) = try county.validRow()
            #expect(try county.proposals(for: row, past) == [])
            let injection = Injection.allCases[round % Injection.allCases.count]
            guard let wrong = county.inject(injection, into: row), wrong.values != row.values
            else { continue }
            let told = try county.findings(in: wrong, past)
            guard !told.isEmpty else { continue }
            failed[injection, default: 0] += 1
            let proposals = Set(try county.proposals(for: wrong, past))
            #expect(proposals.count <= 1)
            guard let proposal = proposals.first else { continue }
            let mended = try #require(county.applying(proposal, to: wrong), "\(proposal)")
            // Exactly one slip makes everything hold, and undoing the injected one does.
            #expect(mended.values == row.values, "\(injection): \(proposal)")
            #expect(try county.findings(in: mended, past) == [], "\(proposal)")
            named[injection, default: 0] += 1
        }
        #expect(failed.values.reduce(0, +) >= 15, "\(failed)")
        #expect(named.values.reduce(0, +) >= 3, "\(named) of \(failed)")
    }
}

/// Rows of one entry that hold everything, and what is proposed where they do not.
struct RandomRows {
    let county: ShippedCounty
    let form: Form
    let engine: RuleEngine
    private var random = SplitMix(seed: 20_200_706)

    init(form id: String) throws {
        county = try ShippedCounty()
        form = try county.form(id)
        engine = RuleEngine(campaign: county.campaign)
    }

    /// The fields that can slip, in the order of the sheet.
    private var line: [Field] {
        form.fields.filter { field in
            switch field.type {
            case .integer, .decimal, .date, .enumeration, .text, .note: true
            default: false
            }
        }
    }

    // MARK: Rows

    /// A row without a finding, and last month's view; drawn until there is one.
    mutating func validRow() throws -> (ReturnRow, FormView) {
        struct NoValidRow: Error { var codes: [String: Int] }
        var rejected: [String: Int] = [:]
        for _ in 0..<400 {
            let values = randomValues()
            var earlier = values
            for field in form.fields where field.isCumulative {
                if case .real(let value) = values[field.id] {
                    earlier[field.id] = .real((value * 8).rounded() / 10)
                } else if case .integer(let value) = values[field.id] {
                    earlier[field.id] = .integer(value * 8 / 10)
                }
            }
            for field in form.fields
            where field.type == .integer && !field.isCumulative && !field.carries {
                if case .integer(let value) = values[field.id] {
                    earlier[field.id] = .integer(
                        max(0, value - Int.random(in: 0...1, using: &random)))
                }
            }
            let row = ReturnRow(
                number: 2, subject: county.entry(of: form)?.code, values: FieldValues(values))
            let past = county.view(of: form, earlier)
            let codes = try findings(in: row, past)
            if codes.isEmpty { return (row, past) }
            for code in codes { rejected[code, default: 0] += 1 }
        }
        throw NoValidRow(codes: rejected)
    }

    private mutating func randomValues() -> [String: FieldValue] {
        var values = county.plainValues(of: form)
        for field in form.fields {
            switch field.type {
            case .integer:
                var most = 30
                if case .number(let maximum, _) = field.maximum { most = min(most, Int(maximum)) }
                if case .sql(let sql) = field.maximum, sql.hasPrefix(":") { most = 4 }
                values[field.id] = .integer(Int.random(in: 0...most, using: &random))
            case .decimal:
                values[field.id] = .real(Double(Int.random(in: 1...99, using: &random)) / 10)
            case .enumeration(let list):
                let choices = county.campaign.choices[list]?.values ?? []
                values[field.id] = choices.randomElement(using: &random).map(FieldValue.text)
            case .note:
                values[field.id] = nil
            default: break
            }
        }
        // What hangs on other cells is rarely right by chance.
        for field in form.fields {
            guard case .sql(let sql) = field.maximum, case .integer(let most) = values[sql] else {
                continue
            }
            values[field.id] = .integer(Int.random(in: 0...max(0, most), using: &random))
        }
        for (paid, due) in [
            ("pay_paid", "pay_due"), ("fund_paid", "fund_due"), ("allow_paid", "allow_due"),
            ("office_paid", "office_due"), ("serve_paid", "serve_due"),
        ] {
            guard case .real(let owed) = values[due], form.field(paid) != nil else { continue }
            values[paid] = .real(
                (owed * Double.random(in: 0.5...1, using: &random) * 10).rounded() / 10)
        }
        for (field, value) in [
            ("org_type", "联合组建"), ("cover_type", "已建党组织"), ("status", "正常"),
            ("above_scale", "是"), ("site_status", "达标"), ("backward", "否"),
            ("fs_assigned", "是"),
        ] where form.field(field) != nil {
            values[field] = .text(value)
        }
        return values
    }

    // MARK: Slips

    mutating func inject(_ injection: SlipPropertyTests.Injection, into row: ReturnRow)
        -> ReturnRow?
    {
        var row = row
        let numbers = form.fields.filter {
            $0.type.isNumber && (row.values[$0.id]?.sql.number ?? 0) > 0
        }
        switch injection {
        case .extraZero, .missingZero, .units:
            let able = numbers.filter { injection != .units || $0.unit == "万元" }
            guard let field = able.randomElement(using: &random),
                let old = row.values[field.id]?.sql.number
            else { return nil }
            let factor: (Double, Double) =
                switch injection {
                case .extraZero: (10, 1)
                case .missingZero: (1, 10)
                default: (10_000, 1)
                }
            let new = (old * factor.0 / factor.1 * 1e8).rounded() / 1e8
            if field.type == .integer {
                guard let whole = Int(exactly: new) else { return nil }
                row.values[field.id] = .integer(whole)
            } else {
                row.values[field.id] = .real(new)
            }
            return row
        case .swap:
            let pairs = zip(line, line.dropFirst()).filter {
                $0.0.type == $0.1.type && $0.0.type != .text
            }
            guard let (one, other) = pairs.randomElement(using: &random),
                row.values[one.id] != nil, row.values[other.id] != nil
            else { return nil }
            let value = row.values[one.id]
            row.values[one.id] = row.values[other.id]
            row.values[other.id] = value
            return row
        case .shiftRight:
            let start = Int.random(in: 0..<line.count - 2, using: &random)
            var texts = line.map { text(of: $0, in: row) }
            texts.remove(at: texts.count - 1)
            texts.insert("", at: start)
            return retyped(row, texts)
        case .shiftLeft:
            // Left out has to be what need not be there.
            guard line.dropLast().last.map({ row.values[$0.id] != nil }) ?? false else {
                return nil
            }
            let blank = line.indices.dropLast(2).filter { row.values[line[$0].id] == nil }
            guard let start = blank.randomElement(using: &random) else { return nil }
            var texts = line.map { text(of: $0, in: row) }
            texts.remove(at: start)
            texts.insert("", at: texts.count - 1)
            return retyped(row, texts)
        }
    }

    private func text(of field: Field, in row: ReturnRow) -> String {
        if row.changes.contains(where: { $0.field == field.id }) { return "" }
        return switch row.values[field.id] {
        case nil: ""
        case .notApplicable: "—"
        case let value?: value.description
        }
    }

    /// The row as the reader would give it, were these the texts of its cells.
    private func retyped(_ row: ReturnRow, _ texts: [String]) -> ReturnRow {
        var row = row
        for (field, text) in zip(line, texts) {
            row.values[field.id] = nil
            row.unread[field.id] = nil
            row.changes.removeAll { $0.field == field.id }
            guard !text.isEmpty else {
                if field.type.isNumber, field.blank != .missing {
                    row.values[field.id] =
                        field.blank == .notApplicable
                        ? .notApplicable : field.type == .integer ? .integer(0) : .real(0)
                    row.changes.append(
                        ValueChange(field: field.id, raw: "", value: "0", reason: .blankWord))
                }
                continue
            }
            var value: FieldValue?
            switch field.type {
            case .integer: value = Int(text).map(FieldValue.integer)
            case .decimal: value = Double(text).map(FieldValue.real)
            case .enumeration(let list):
                value = (county.campaign.choices[list]?.spellings[Folding.key(text)])
                    .map(FieldValue.text)
            case .date: value = text.count == 10 ? .text(text) : nil
            default: value = .text(text)
            }
            if value == nil, text == "—" { value = .notApplicable }
            if let value { row.values[field.id] = value } else { row.unread[field.id] = text }
        }
        return row
    }

    /// A row with a proposal carried out, as it is worded.
    func applying(_ proposal: String, to row: ReturnRow) -> ReturnRow? {
        let quoted = proposal.split(separator: "“").dropFirst(proposal.hasPrefix("“") ? 0 : 1)
            .map { String($0.prefix { $0 != "”" }) }
        guard let field = form.fields.first(where: { $0.header == quoted.first }),
            let start = line.firstIndex(of: field)
        else { return nil }
        var mended = row
        if let reads = proposal.split(separator: "改成").dropFirst().first?.prefix(while: {
            $0 != "后"
        }) {
            guard let number = Double(reads) else { return nil }
            mended.values[field.id] = field.type == .integer ? .integer(Int(number)) : .real(number)
            return mended
        }
        var texts = line.map { row.unread[$0.id] ?? text(of: $0, in: row) }
        if proposal.contains("填反了") {
            guard line.indices.contains(start + 1) else { return nil }
            texts.swapAt(start, start + 1)
        } else if proposal.contains("往左移一格") {
            texts.remove(at: start)
            texts.append("")
        } else {
            texts.remove(at: texts.count - 2)
            texts.insert("", at: start)
        }
        return retyped(row, texts)
    }

    // MARK: Findings

    private func judged(_ row: ReturnRow, _ past: FormView) throws -> ([Finding], Submission) {
        var submission = county.submission(of: form, rows: [(row.subject, row.values)])
        submission.rows[0].unread = row.unread
        submission.rows[0].changes = row.changes
        let known = form.fields.filter { row.unread[$0.id] != nil }.map { field in
            Finding(
                .unknownChoice(column: field.header, found: "", choices: []),
                at: submission.places.place(of: [field.id], in: submission.rows[0]))
        }
        let found = try engine.findings(
            for: submission, known: known, previous: past, asOf: county.asOf)
        let shown = RuleBook(county.campaign)
            .dressed(known + found, form: form.id, period: county.june).shown
        let told = try engine.advised(
            shown, for: submission, known: known, previous: past, asOf: county.asOf)
        return (told, submission)
    }

    /// The codes of what the unit is told.
    func findings(in row: ReturnRow, _ past: FormView) throws -> [String] {
        try judged(row, past).0.filter { $0.severity == .error || $0.severity == .query }
            .map(\.code)
    }

    /// The proposals in the advice.
    func proposals(for row: ReturnRow, _ past: FormView) throws -> [String] {
        try judged(row, past).0.map(\.advice.chinese)
            .filter { $0.hasPrefix("很可能是") || $0.hasPrefix("可能是") }
            .map { String($0.split(separator: "；")[0]) }
    }
}

/// A small generator that gives the same numbers everywhere.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
