import Bulletins
import Campaigns
import Checks
import Files
import Findings
import Formulas
import Ledgers
import Workbooks

/// Issues blank forms (空表): a workbook a unit, with what is known of it filled in.
package struct FormsDesk {
    private let options: RunOptions

    package init(_ options: RunOptions) {
        self.options = options
    }

    /// Writes the forms of some units, or of all that owe any.
    ///
    /// The ledger is only asked. Without a period it is the one after the latest closed, which is the one
    /// that is being reported. Units go by code or name; the folder is `空表/<period>` in the Outbox unless
    /// another is named.
    package func issue(
        units names: [String] = [], to folder: String? = nil
    ) throws(RunError) -> FormsReport {
        let workshop = try Workshop.look(options)
        let campaign = workshop.campaign
        let period = options.period ?? campaign.latestClosed(asOf: workshop.asOf).next
        let units = try units(named: names, in: campaign)
        if folder == nil { try OutboxMark(outbox: options.outbox).check(campaign) }
        let target = folder ?? "\(options.outbox)/空表/\(period)"
        try refuseInbox(target)
        let previous = workshop.hasLedger ? try previous(period, workshop) : nil
        let items = try ledgerWork { () throws(LedgerError) in
            try workshop.ledger.items(through: period, of: campaign, asOf: workshop.asOf)
        }
        var report = FormsReport(
            period: period.description, due: campaign.due(period).short, folder: target,
            hasLastMonth: previous != nil)
        let renderer = BulletinRenderer(campaign: campaign)
        let version = Ledger.version(of: workshop.sources)
        var issued: [(unit: Unit, forms: BlankForms)] = []
        for unit in units {
            let facts = BlankFormFacts(
                unit: unit, period: period, asOf: workshop.asOf, version: version,
                previous: previous, items: items.filter { $0.unit == unit.code })
            do throws(WorkbookError) {
                guard let forms = try renderer.blankForms(facts) else { continue }
                issued.append((unit, forms))
            } catch {
                throw .fault(
                    Bilingual(
                        "写不出空表：\(error.reason)",
                        "a blank form could not be written: \(error.reason)"))
            }
        }
        guard !issued.isEmpty else {
            throw .usage(
                Bilingual(
                    "\(period.chinese)没有要报的表", "there is nothing to report for \(period)"))
        }
        let changes = try FormsFolder(folder: target).put(
            issued.map(\.forms.file), areAll: names.isEmpty && folder == nil)
        for ((unit, forms), change) in zip(issued, changes) {
            report.files.append(
                .init(
                    unit: unit.code, name: unit.name, path: "\(target)/\(forms.file.path)",
                    forms: forms.forms, rows: forms.rows, isNew: change.isWritten,
                    kept: change.kept.map { "\(target)/\($0)" }))
            for (form, rules) in forms.leftToCounty {
                report.leftToCounty[form, default: []].formUnion(rules)
            }
        }
        report.leftToCounty = report.leftToCounty.filter { !$0.value.isEmpty }
        return report
    }

    private func units(
        named names: [String], in campaign: Campaign
    ) throws(RunError) -> [Unit] {
        guard !names.isEmpty else { return campaign.units }
        var units: [Unit] = []
        for name in names {
            let unit = try NameDesk(campaign).unit(name)
            if !units.contains(unit) { units.append(unit) }
        }
        return units
    }

    /// A blank form in the Inbox would be read as a return.
    private func refuseInbox(_ folder: String) throws(RunError) {
        guard FormsFolder(folder: folder).lies(inside: options.inbox) else { return }
        throw .usage(
            Bilingual(
                "空表不能写进收件文件夹 \(options.inbox)：会被当成报表收进来，请换个文件夹",
                "blank forms do not go into the Inbox \(options.inbox), where they would be read as returns; name another folder"
            ))
    }

    /// What rules of the period compare with, by form and entry.
    private func previous(
        _ period: Period, _ workshop: Workshop
    ) throws(RunError) -> [String: [String: [String: SQLValue]]] {
        var previous: [String: [String: [String: SQLValue]]] = [:]
        for form in workshop.campaign.forms where form.nature == .units && form.sector != nil {
            let earlier = RuleEngine.period(before: period, of: form)
            let view = try ledgerWork { () throws(LedgerError) in
                try workshop.ledger.view(
                    of: form, in: earlier, of: workshop.campaign, asOf: workshop.asOf, for: .rules)
            }
            previous[form.id] = RuleEngine.past(view, of: form, before: period)
        }
        return previous
    }
}
