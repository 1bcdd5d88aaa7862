import Campaigns
import Workbooks

extension LedgerSnapshot {
    /// The records of a period's match window, and older ones that are still open, by day, visit, item, object.
    func cases(in period: Period) throws -> [InspectionCase] {
        let book = try inspections.get()
        var wanted = book.window(endingWith: period)
        let first = wanted.first?.date
        let older = book.current.filter { entry in
            entry.date <= period.lastDay && first.map { entry.date < $0 } ?? true
                && !entry.record.isDecided && !entry.record.isMatch
        }
        let known = Set(wanted.map(\.matter))
        wanted = older.filter { !known.contains($0.matter) } + wanted
        return try wanted.map { try inspectionCase($0, book) }
    }

    private func inspectionCase(
        _ entry: InspectionBook.Entry, _ book: InspectionBook
    ) throws -> InspectionCase {
        InspectionCase(
            record: entry.record, form: entry.form, submission: entry.source.submission,
            ordinal: entry.source.ordinal, values: entry.values, isRuled: book.isRuled(entry),
            answerBy: campaign.calendar.day(
                afterWorkdays: campaign.settings.integer(.answerDays), since: entry.date),
            claim: try claim(of: entry, book))
    }

    private func claim(
        of entry: InspectionBook.Entry, _ book: InspectionBook
    ) throws -> InspectionCase.Claim? {
        guard let (id, field, period) = book.claim(of: entry), let form = campaign.form(id) else {
            return nil
        }
        let subject = entry.record.subject
        let row = try values(of: form, in: period)[subject]
        let unit = campaign.entry(subject)?.unit ?? entry.record.dutyUnit
        let standing = revisions(ofForm: id, unit: unit, in: period).last
        return InspectionCase.Claim(
            form: id, field: field, period: period, isReturned: standing != nil || row != nil,
            isReported: row != nil, value: row?[field], submission: standing?.id)
    }

    /// The values of a period that confirmed verdicts have replaced, by form, then roster, then field.
    func confirmedValues(in period: Period) throws -> [ConfirmedValue] {
        let book = try inspections.get()
        var values: [ConfirmedValue] = []
        for form in campaign.forms where form.sector != nil && form.nature == .units {
            let confirmed = book.confirmed(of: form, in: period)
            guard !confirmed.isEmpty else { continue }
            let reported = try self.values(of: form, in: period)
            for entry in campaign.entries(of: form, in: period) {
                guard let fields = confirmed[entry.code] else { continue }
                for field in form.fields {
                    guard let (value, record) = fields[field.id] else { continue }
                    values.append(
                        ConfirmedValue(
                            form: form.id, subject: entry.code, field: field.id,
                            reported: reported[entry.code]?[field.id], confirmed: value,
                            record: record))
                }
            }
        }
        return values
    }
}
