import Campaigns
import Findings
import Ledgers

/// What the office is asked where a sheet of its own takes away or repeats what the sheets before it said.
///
/// Such a sheet is answered in no 回执: what is asked stands in the report of the run that takes it in.
struct SheetChanges {
    let campaign: Campaign

    func findings(_ changes: [SheetChange], at place: Place) -> [Finding] {
        changes.map { Finding(.officeSheet(problem($0)), at: place) }
    }

    private func problem(_ change: SheetChange) -> Problem.OfficeSheet {
        switch change {
        case .dropped(let line, let file, let instead):
            .dropped(
                file: file, matter: words([line]),
                instead: instead.isEmpty ? nil : words(instead))
        case .restated(let before, let now, let file):
            .restated(file: file, before: words(before), now: words(now))
        case .repeated(let count, let file): .repeated(file: file, count: count)
        case .unitDropped(let unit, let file): .unitDropped(file: file, unit: name(unit))
        case .recordStands(let record, let file, let sha256, let instead):
            .recordStands(
                file: "\(file)（\(sha256.prefix(8))）",
                record: "\(record.visit) \(record.item) \(object(record.subject))",
                instead: instead.map(object))
        }
    }

    /// `水利局 加分0.5 岚组通〔2020〕50号`.
    private func words(_ lines: [RegisterLine]) -> Bilingual {
        Bilingual(
            lines.map { words($0, in: .chinese) }.joined(separator: "；"),
            lines.map { words($0, in: .english) }.joined(separator: "; "))
    }

    private func words(_ line: RegisterLine, in language: Language) -> String {
        let say = Say(language)
        let points = line.points.map { say("加分\($0)", "bonus \($0)") }
        let veto = line.isVeto ? say("一票否决", "veto") : nil
        return ([name(line.unit)] + [points, veto].compactMap(\.self) + [line.basis])
            .joined(separator: " ")
    }

    private func object(_ code: String) -> String { campaign.entry(code)?.name ?? code }

    private func name(_ unit: String) -> String { campaign.unit(unit)?.shortName ?? unit }
}
