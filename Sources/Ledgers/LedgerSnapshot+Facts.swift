import Campaigns
import Findings
import Formulas
import GRDB
import Workbooks

extension LedgerSnapshot {
    /// Everything that was known of a period.
    func facts(of period: Period) throws -> PeriodFacts {
        var facts = PeriodFacts(period: period, asOf: asOf)
        for form in campaign.forms where [.units, .inspection].contains(form.nature) {
            facts.views[form.id] = try FormViewBuilder(
                snapshot: self, form: form, period: period, purpose: .assessment
            ).view()
        }
        facts.expected = expected(in: period)
        facts.views["submission"] = Self.submissionView(facts.expected)
        facts.withdrawals = try withdrawals(of: period)
        facts.resent = try resentFiles(of: period)
        let deliveries = try deliveries(of: period)
        facts.deliveries = deliveries.filter { $0.status != .stray }
        facts.strays = deliveries.filter { $0.status == .stray }
        let book = try inspections.get()
        facts.inspections = book.window(endingWith: period).map(\.record)
        facts.cases = try cases(in: period)
        facts.confirmedValues = try confirmedValues(in: period)
        let publications = try self.publications()
        let this = publications.firstIndex { $0.period == period }
        facts.dueDay = this.map { publications[$0].day } ?? asOf.date
        let bulletins = publications.map {
            InspectionBook.Bulletin(event: $0.event, day: $0.day, lastDay: $0.period.lastDay)
        }
        let now = InspectionBook.Bulletin(event: .max, day: asOf.date, lastDay: period.lastDay)
        facts.misreports = book.misreports(
            earlier: Array(bulletins.prefix(this ?? bulletins.count)),
            in: this.map { bulletins[$0] } ?? now)
        facts.repeatedExplanations = try repeated(in: period)
        facts.items = try items(through: period).items
        facts.objections = objections(in: period)
        let register = try registered(in: period)
        facts.awards = register.compactMap(\.award)
        facts.vetoes = register.compactMap(\.veto)
        facts.history = try history(before: period, publications.map(\.period))
        let previous = facts.history.first { $0.period == period.previous }
        facts.previousRanks = Dictionary(
            (previous?.ranks ?? []).map { ($0.unit, $0) }, uniquingKeysWith: { first, _ in first })
        return facts
    }

    // MARK: Expected returns

    /// One entry per expected return, in the order of forms, then units.
    private func expected(in period: Period) -> [ExpectedReturn] {
        let submitted = Dictionary(
            grouping: (headsByPeriod[period] ?? []).filter {
                $0.period == period && $0.status != .quarantined && $0.status != .stray
            }, by: \.form)
        return campaign.forms.flatMap { form in
            let entries = Dictionary(grouping: campaign.entries(of: form, in: period), by: \.unit)
            let submitted = Dictionary(grouping: submitted[form.id] ?? [], by: \.unit)
            return campaign.unitsExpected(for: form, in: period).map { unit in
                let first = submitted[unit.code]?.first
                let accepted = revisions(ofForm: form.id, unit: unit.code, in: period).first
                let lateness = accepted.map { self.lateness(of: $0, in: period) }
                var owed = ExpectedReturn(
                    form: form.id, unit: unit.code, isAccepted: accepted != nil,
                    isLate: lateness?.isLate ?? false, lateDays: lateness?.days ?? 0,
                    firstOKRows: first?.okRows ?? 0,
                    totalRows: first?.totalRows ?? entries[unit.code]?.count ?? 0)
                let key = ExpectedReturn.Key(form: form.id, unit: unit.code, period: period)
                owed.relief = acts.relief(of: key, asOf: asOf)
                return owed
            }
        }
    }

    /// What is not owed, or not yet, is neither on time nor not.
    private static func submissionView(_ expected: [ExpectedReturn]) -> FormView {
        FormView(
            name: "submission", columns: FormSchema.submission.sqlColumns,
            rows: expected.filter { !$0.isExcused }.map {
                [
                    .text($0.unit), .text($0.form), .integer($0.isAccepted && !$0.isLate ? 1 : 0),
                    .integer($0.firstOKRows), .integer($0.totalRows),
                ]
            })
    }

    // MARK: Deliveries

    /// One entry per file and revision, by form, unit, receipt; those not recognised come last.
    ///
    /// Only the first accepted revision can be late: a returned one is no return yet, a later one only
    /// corrects.
    func deliveries(of period: Period) throws -> [Delivery] {
        let forms = Self.places(campaign.forms.map(\.id))
        let units = Self.places(campaign.units.map(\.code))
        let mine = (headsByPeriod[period] ?? []).filter { head in
            head.form.flatMap { campaign.form($0)?.nature } ?? .units == .units
                && !isForInspectors(head)
        }
        func key(_ head: SubmissionHead) -> (Int, Int) {
            (
                head.form.flatMap { forms[$0] } ?? forms.count,
                head.unit.flatMap { units[$0] } ?? units.count
            )
        }
        // Heads are in the order of receipt already; the offset keeps it.
        let sorted = mine.enumerated().sorted {
            let (one, other) = (key($0.element), key($1.element))
            return one == other ? $0.offset < $1.offset : one < other
        }
        let findings = try findings(in: period)
        let explanations = try explanations(in: period)
        let receipts = Dictionary(grouping: mine, by: ReceiptKey.init).mapValues(\.count)
        return sorted.map { _, head in
            let revisions = head.form.map {
                self.revisions(ofForm: $0, unit: head.unit, in: period)
            }
            let revision = (revisions?.firstIndex { $0.id == head.id } ?? -1) + 1
            let lateness = revision == 1 ? self.lateness(of: head, in: period) : (false, 0)
            var delivery = Delivery(
                form: head.form, unit: head.unit, period: head.period, file: head.path,
                sheet: head.sheet, received: head.received, status: head.status,
                isLate: lateness.0, lateDays: lateness.1, revision: revision,
                rows: head.rowCount,
                findings: (findings[head.verdict] ?? []).filter {
                    // Once the register has put the files in order, nothing is left to ask.
                    $0.check != .equalReceipt || receipts[ReceiptKey(head), default: 0] > 1
                })
            delivery.submission = head.id
            delivery.isStanding = revision > 0 && revision == revisions?.count
            if delivery.isStanding {
                delivery.explanations = explanations[head.verdict] ?? []
            }
            return delivery
        }
    }

    /// What two files have in common that came for one return at one moment.
    private struct ReceiptKey: Hashable {
        var form: String?
        var unit: String?
        var received: Moment

        init(_ head: SubmissionHead) {
            (form, unit, received) = (head.form, head.unit, head.received)
        }
    }

    /// A plan or a list of samples that lies in the Inbox by mistake is answered to nobody: every output
    /// would tell of it.
    private func isForInspectors(_ head: SubmissionHead) -> Bool {
        guard head.form == nil else { return false }
        return campaign.isForInspectors(path: head.path)
            || head.unit == nil && campaign.mayBeForInspectors(path: head.path)
    }

    private static func places(_ keys: [String]) -> [String: Int] {
        Dictionary(zip(keys, keys.indices), uniquingKeysWith: { first, _ in first })
    }

    // MARK: What was published

    /// The publications that were known, in the order in which they were made.
    func publications() throws -> [(period: Period, event: Int, day: CivilDate)] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT period, event, moment FROM publication
                JOIN event ON event.id = publication.event
                WHERE event <= ? ORDER BY event
                """, arguments: [horizon]
        ).map { row in
            guard let period = Period(row["period"] as String),
                let moment = Moment(stored: row["moment"])
            else { throw LedgerError.damaged("publication \(row["event"] as Int)") }
            return (period, row["event"], moment.date)
        }
    }

    func history(
        before period: Period, _ published: [Period]
    ) throws -> [PublishedMonth] {
        try published.filter { $0 < period }.sorted(by: >).compactMap { earlier in
            try PublishedMonth(of: earlier, knownBy: horizon, db)
        }
    }
}

extension FieldValue {
    /// The number with the digits that were written; nil for text and 不适用.
    var exact: ExactDecimal? {
        switch self {
        case .integer(let integer): ExactDecimal(integer)
        case .real(let real): ExactDecimal(real.description)
        case .text, .notApplicable: nil
        }
    }
}
