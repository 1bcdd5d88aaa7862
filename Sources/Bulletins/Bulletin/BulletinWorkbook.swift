import Assessments
import Campaigns
import Workbooks

/// The bulletin of a period: the text, the rankings, a sheet a sector, who is missing, what went
/// back, and what the indicators mean.
struct BulletinWorkbook {
    let vocabulary: Vocabulary
    let facts: BulletinFacts

    var path: String {
        Self.path(
            of: facts.assessment.period, isDraft: facts.assessment.isDraft,
            campaign: vocabulary.campaign)
    }

    /// `五位一体通报-2020年06月.xlsx`; the name before the month is the setting `bulletin_name`.
    static func path(of period: Period, isDraft: Bool, campaign: Campaign) -> String {
        let name = campaign.settings["bulletin_name"] ?? "五位一体通报"
        let month = "\(padded(period.year, to: 4))年\(padded(period.month, to: 2))月"
        return "\(OutboxNames.safe(name))-\(month)\(isDraft ? "-草稿" : "").xlsx"
    }

    var draft: OutputDraft {
        let cover = CoverText(vocabulary: vocabulary, facts: facts)
        let reporting = ReportingSheets(vocabulary: vocabulary, facts: facts)
        var sheets = [
            CoverSheet(paragraphs: cover.paragraphs).sheet,
            RankingSheet(vocabulary: vocabulary, facts: facts).sheet,
        ]
        if let moves = MovesSheet(vocabulary: vocabulary, facts: facts) {
            sheets.append(moves.sheet)
        }
        if let trends = facts.trends, trends.hasHistory, !trends.groups.isEmpty {
            sheets += [
                ProgressSheet(facts: facts, trends: trends).sheet,
                SeriesSheet(trends: trends).sheet,
            ]
        }
        sheets += cover.sectors.flatMap {
            SectorSheet(vocabulary: vocabulary, facts: facts, sector: $0)?.sheets ?? []
        }
        sheets += [
            reporting.missing(named: "未报"), reporting.returned,
            IndicatorNotesSheet(vocabulary: vocabulary, facts: facts).sheet,
        ]
        let names = SheetNames.unique(sheets.map(\.name))
        for index in sheets.indices { sheets[index].name = names[index] }
        let properties = WorkbookDraft.Properties(
            title: cover.title, created: facts.assessment.asOf.date)
        return OutputDraft(
            path: path, workbook: WorkbookDraft(sheets: sheets, properties: properties))
    }
}
