import Assessments
import Campaigns
import Workbooks

/// 清单/未报清单.xlsx: who is to be rung up, and the files whose unit nobody knows.
struct MissingListWorkbook {
    let vocabulary: Vocabulary
    let facts: BulletinFacts

    var draft: OutputDraft {
        let assessment = facts.assessment
        var sheets = [
            ReportingSheets(vocabulary: vocabulary, facts: facts).missing(named: "未报清单")
        ]
        let strays = facts.receipts.filter { $0.unit.flatMap(vocabulary.campaign.unit) == nil }
        if !strays.isEmpty {
            let receipts = ReceiptWorkbook(
                vocabulary: vocabulary, period: assessment.period, asOf: assessment.asOf)
            sheets.append(
                receipts.sheet(named: "单位不明", title: "认不出填报单位的文件", receipts: strays))
        }
        let title = "\(assessment.period.chinese)未报清单"
        return OutputDraft(
            path: "清单/未报清单.xlsx",
            workbook: WorkbookDraft(
                sheets: sheets,
                properties: WorkbookDraft.Properties(title: title, created: assessment.asOf.date)))
    }
}
