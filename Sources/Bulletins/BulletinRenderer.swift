package import Assessments
package import Campaigns
package import Workbooks

/// Renders what goes to the Outbox: plain functions of the campaign and the facts of a period.
///
/// ```swift
/// let renderer = BulletinRenderer(campaign: campaign)
/// let files = try renderer.bulletin(facts) + renderer.feedback(facts)
/// ```
/// Same inputs, same bytes; nothing is read and nothing is written here. No rendering holds a
/// suspicion, a finding of a rule on trial or a record of an inspection; what is not for a unit alone
/// holds no value of a single row, but for the items of the three lists, which the county runs.
package struct BulletinRenderer: Sendable {
    let vocabulary: Vocabulary

    package init(campaign: Campaign) {
        vocabulary = Vocabulary(campaign: campaign)
    }

    /// The bulletin (通报): `五位一体通报-2020年06月.xlsx`.
    package func bulletin(_ facts: BulletinFacts) throws(WorkbookError) -> [OutputFile] {
        try encoded([BulletinWorkbook(vocabulary: vocabulary, facts: facts).draft])
    }

    /// The bulletin's file name.
    package func bulletinName(of period: Period, isDraft: Bool) -> String {
        BulletinWorkbook.path(of: period, isDraft: isDraft, campaign: vocabulary.campaign)
    }

    /// Each unit's own slice (反馈), for every unit that is ranked, owes a return or sent a file.
    package func feedback(_ facts: BulletinFacts) throws(WorkbookError) -> [OutputFile] {
        try encoded(
            vocabulary.campaign.units.compactMap {
                FeedbackWorkbook(vocabulary: vocabulary, facts: facts, unit: $0)?.draft
            })
    }

    /// The receipts (回执) of every unit that sent a file, or to which the office granted something, and
    /// those of files whose unit nobody knows, for the county's clerk.
    package func receipts(
        _ receipts: [Receipt], owed: [OwedReturn] = [], of period: Period, asOf moment: Moment
    ) throws(WorkbookError) -> [OutputFile] {
        let workbook = ReceiptWorkbook(
            vocabulary: vocabulary, period: period, asOf: moment, owed: owed)
        return try encoded(
            vocabulary.campaign.units.compactMap { workbook.draft(for: $0, receipts: receipts) }
                + [workbook.strays(among: receipts)].compactMap { $0 })
    }

    /// Where returned files go (退回), in their order; names that occur again are numbered.
    package func returnedPaths(_ files: [(unit: String?, file: String)]) -> [String] {
        vocabulary.names.returnedPaths(files)
    }

    /// A returned file with its errors marked (退回), at one of `returnedPaths`.
    package func returned(
        _ file: ReturnedFile, at path: String
    ) throws(WorkbookError) -> OutputFile {
        try ReturnedWorkbook(vocabulary: vocabulary, file: file).output(at: path)
    }

    /// The list of returns that are missing (未报清单), and the register of items (三清单) where there are
    /// any.
    package func lists(_ facts: BulletinFacts) throws(WorkbookError) -> [OutputFile] {
        try encoded(
            [MissingListWorkbook(vocabulary: vocabulary, facts: facts).draft]
                + [ListsWorkbook(vocabulary: vocabulary, facts: facts)?.draft].compactMap { $0 })
    }

    /// A year's scores (年度考核): the county's table, then a scorecard (述职) for each unit.
    package func year(_ year: YearAssessment) throws(WorkbookError) -> [OutputFile] {
        try encoded(
            [YearWorkbook(vocabulary: vocabulary, year: year).draft]
                + year.groups.flatMap { group in
                    group.scorecards.map {
                        YearUnitWorkbook(
                            vocabulary: vocabulary, year: year, group: group, card: $0
                        ).draft
                    }
                })
    }

    private func encoded(_ drafts: [OutputDraft]) throws(WorkbookError) -> [OutputFile] {
        var files: [OutputFile] = []
        for draft in drafts {
            files.append(
                OutputFile(
                    path: draft.path, bytes: try draft.workbook.encoded(), unit: draft.unit))
        }
        return files
    }
}
