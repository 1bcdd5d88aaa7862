import Bulletins
import Campaigns
import Checks
import Findings
import Ledgers

/// A period's suspicions in words: for the office's table, its workbook and the terminal.
struct SuspicionSheet {
    let campaign: Campaign
    let found: SuspicionDesk.Found

    static let header = [
        "finding", "file", "sheet", "cell", "code", "subject", "message", "id", "screen", "form",
        "unit", "unit_name", "outcome", "listing", "flagged_before", "confirmed_before",
        "dismissed_before", "precision_low",
    ]

    /// A flag with its screen's state.
    private struct Entry {
        var suspicion: Suspicion
        var outcome: FlagOutcome
        var record: ScreenRecord
        var state: SuspicionList.Screen.State
    }

    private var entries: [Entry] {
        zip(found.suspicions, found.outcomes).map { suspicion, outcome in
            let record = found.records[suspicion.flag.screen] ?? ScreenRecord()
            let state: SuspicionList.Screen.State =
                suspicion.isTrial
                ? .trial : record.isQuiet(campaign.settings) ? .quiet : .listed
            return Entry(suspicion: suspicion, outcome: outcome, record: record, state: state)
        }
    }

    /// The sheet; unfolded, the flags of quiet screens and of those on trial are listed as well.
    func list(
        of period: Period, asOf moment: Moment, isUnfolded: Bool = false
    ) -> SuspicionList {
        SuspicionList(
            period: period, asOf: moment,
            lines: entries.filter { isUnfolded || $0.state == .listed }.map(line),
            screens: screens(entries))
    }

    private func line(_ entry: Entry) -> SuspicionList.Line {
        let (finding, flag) = (entry.suspicion.finding, entry.suspicion.flag)
        let entryName = flag.subject.map { campaign.entry($0)?.name ?? $0 }
        return SuspicionList.Line(
            number: flag.id, screen: flag.screen, unit: flag.unit, form: flag.form,
            subject: entryName ?? "", message: finding.message.chinese,
            place: finding.place.file.isEmpty ? "" : finding.place.description,
            outcome: words(of: entry.outcome))
    }

    private func screens(_ entries: [Entry]) -> [SuspicionList.Screen] {
        var screens: [SuspicionList.Screen] = []
        for entry in entries {
            let name = entry.suspicion.flag.screen
            if let index = screens.firstIndex(where: { $0.name == name }) {
                screens[index].flags += 1
                continue
            }
            let finding = entry.suspicion.finding
            screens.append(
                .init(
                    name: name, code: finding.code,
                    title: finding.check?.title.chinese ?? title(ofRule: finding.code), flags: 1,
                    record: words(of: entry.record), state: entry.state))
        }
        return screens.sorted { ($0.code, $0.name) < ($1.code, $1.name) }
    }

    private func title(ofRule code: String) -> String {
        campaign.rules.first { $0.id == code }?.kind == .inspection ? "暗访与报表比" : "栏目互相矛盾"
    }

    /// `此前12个月提示9次，查实5次，不实2次，查实率不低于35.9%`.
    private func words(of record: ScreenRecord) -> String {
        let months = campaign.settings.count(.months)
        guard record.flagged > 0 else { return "此前\(months)个月没有提示过" }
        var words = "此前\(months)个月提示\(record.flagged)次，查实\(record.confirmed)次"
        guard let precision = record.precision else { return words + "，其余还没有核实" }
        words += "，不实\(record.dismissed)次"
        return words + "，查实率不低于\(WilsonInterval.percent(precision.low))（95%置信）"
    }

    private func words(of outcome: FlagOutcome) -> String {
        func by(_ reason: FlagOutcome.Reason) -> String {
            switch reason {
            case .act(let number, let reason): "第\(number)号：\(reason)"
            case .inspection(let visit, let item): "暗访\(visit) \(item)"
            }
        }
        return switch outcome {
        case .open: "待核实"
        case .confirmed(let reason): "属实（\(by(reason))）"
        case .dismissed(let reason): "不实（\(by(reason))）"
        }
    }

    // MARK: For programs

    /// 疑似.csv: a row a flag; the flags of a quiet screen, or of one on trial, are one row together.
    var table: [[String]] {
        let entries = entries
        let listed = entries.filter { $0.state == .listed }.map(row)
        let folded = screens(entries).filter { $0.state != .listed }.map { screen in
            let record = found.records[screen.name] ?? ScreenRecord()
            return [
                screen.code, "", "", "", "", "", screen.folded, "", screen.name, "", "", "", "",
            ]
                + [screen.state.rawValue] + counts(record)
        }
        return [Self.header] + listed + folded
    }

    private func row(_ entry: Entry) -> [String] {
        let (finding, flag) = (entry.suspicion.finding, entry.suspicion.flag)
        let outcome =
            switch entry.outcome {
            case .open: "open"
            case .confirmed: "confirmed"
            case .dismissed: "dismissed"
            }
        return [
            finding.code, finding.place.file, finding.place.sheet ?? "", finding.place.cellList,
            flag.subject ?? "", finding.subject?.name ?? "", finding.message.chinese, flag.id,
            flag.screen, flag.form, flag.unit, campaign.unit(flag.unit)?.name ?? "", outcome,
            entry.state.rawValue,
        ] + counts(entry.record)
    }

    private func counts(_ record: ScreenRecord) -> [String] {
        [
            String(record.flagged), String(record.confirmed), String(record.dismissed),
            record.precision.map { WilsonInterval.percent($0.low) } ?? "",
        ]
    }
}
