package import Campaigns
package import Workbooks

/// Renders what is for the office alone: it goes to the office's folder, never to the Outbox.
///
/// Apart from `BulletinRenderer`, whose facts hold no record of an inspection and no suspicion to print.
package struct OfficeRenderer: Sendable {
    let vocabulary: Vocabulary

    package init(campaign: Campaign) {
        vocabulary = Vocabulary(campaign: campaign)
    }

    /// 疑似.xlsx: the period's suspicions, screen by screen.
    package func suspicions(_ list: SuspicionList) throws(WorkbookError) -> OutputFile {
        try encoded(SuspicionWorkbook(vocabulary: vocabulary, list: list).draft)
    }

    /// 暗访办理.xlsx: the records of inspections that want something, and how units have done.
    package func cases(_ list: CaseList) throws(WorkbookError) -> OutputFile {
        try encoded(CaseWorkbook(vocabulary: vocabulary, list: list).draft)
    }

    private func encoded(_ draft: OutputDraft) throws(WorkbookError) -> OutputFile {
        OutputFile(path: draft.path, bytes: try draft.workbook.encoded())
    }
}
