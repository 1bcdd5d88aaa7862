extension Check {
    /// A problem of this kind with plausible facts, so that its sentence and advice can be shown.
    ///
    /// No check is without one: the compiler asks for it.
    package var example: Problem {
        switch self {
        case .unreadableFile: .unreadableFile(.encrypted)
        case .wrongPeriod:
            .wrongPeriod(found: "2020年5月", in: .title, other: "2020年6月", otherIn: .fileName)
        case .unknownUnit: .unknownUnit(found: "城官镇", proposals: ["城关镇"])
        case .unexpectedForm:
            .unexpectedForm(
                unit: "县财政局", form: "农村基层党建工作月报表", closed: nil)
        case .unknownForm: .unknownForm(best: "农村基层党建工作月报表", missing: ["村名称"])
        case .ambiguousForm: .ambiguousForm(one: "农村基层党建工作月报表", other: "社区党建工作月报表")
        case .missingColumn: .missingColumn(column: "村干部人数", proposals: [], isIssued: false)
        case .severalSheets: .severalSheets(taken: "6月", others: ["5月"])
        case .hiddenContent: .hiddenContent(what: "第8行")
        case .formulaUncomputed: .formulaUncomputed(column: "累计应发村干部报酬", error: "#N/A")
        case .wrongTotal: .wrongTotal(column: "村干部人数", total: "61", sum: "62")
        case .personalData: .personalData(kind: .mobileNumber)
        case .resubmission: .resubmission(earlier: "城关镇/6月.xlsx", isTold: false)
        case .duplicateFile: .duplicateFile(first: "城关镇/6月.xlsx")
        case .equalReceipt: .equalReceipt(other: "城关镇/6月.xlsx")
        case .unclearReceipt:
            .contestedReceipt(
                name: "农村月报.xlsx",
                files: ["2020-06/城关镇/农村月报.xlsx", "2020-06/荻溪镇/农村月报.xlsx"])
        case .earlyReceipt:
            .earlyReceipt(
                file: "城关镇/6月更正.xlsx", received: "2019-07-04 09:00", month: "2020年6月")
        case .misplacedRegister: .misplacedRegister
        case .unknownPeriod: .unknownPeriod
        case .unitConflict:
            .unitConflict(found: "城关镇", in: .label, other: "东坪乡", otherIn: .folder)
        case .noRows: .noRows
        case .misplacedRecord: .misplacedRecord(form: "暗访检查记录表", folder: "暗访")
        case .doubledColumn: .doubledColumn(field: "正式党员数", one: "正式党员", other: "正式党员人数")
        case .unknownColumn: .unknownColumn(column: "包村领导")
        case .futurePeriod: .futurePeriod(period: "2020年8月")
        case .damagedText:
            .damagedText(
                reason: "第12行的引号没有配对", reasonEnglish: "line 12 has a stray quotation mark")
        case .unfilledForm: .unfilledForm(form: "社区党建工作月报表")
        case .nothingFilled: .nothingFilled(forms: ["农村基层党建工作月报表", "社区党建工作月报表"])
        case .unclearHeader:
            .unclearHeader(
                column: "正式党员（含预备）", field: "正式党员数", words: "含预备", isAbove: false)
        case .wrongLayout: .turnedSheet(form: "农村基层党建工作月报表")
        case .foreignFile: .foreignFile
        case .headMisfit: .headMisfit(columns: ["村干部人数", "已建制度数", "本月坐班天数"], rows: 12)
        case .notAReturn: .notAReturn(.document(.picture))
        case .unreadRows: .unreadRows([20, 21])
        case .missingValue: .missingValue(column: "村干部人数")
        case .notANumber: .notANumber(column: "村干部人数", found: "若干")
        case .approximation: .approximation(column: "村干部人数", found: "约7")
        case .unitInValue: .unitInValue(column: "村干部人数", found: "7人", read: "7")
        case .unknownChoice:
            .unknownChoice(column: "是否选派第一书记", found: "有一个", choices: ["是", "否"])
        case .outOfRange:
            .outOfRange(column: "本月坐班天数", found: "31", minimum: "0", maximum: "30")
        case .amountScale: .amountScale(column: "累计应发村干部报酬", found: "36000", median: "3.4")
        case .badDate: .badDate(column: "党组织成立日期", found: "2019-02-30", reason: .impossible)
        case .damagedCode: .damagedCode(column: "统一社会信用代码", found: "9.16E+17")
        case .codeCheckDigit: .codeCheckDigit(column: "统一社会信用代码", found: "91610999MA6X00009P")
        case .notAnInteger: .notAnInteger(column: "村干部人数", found: "7.5")
        case .ambiguousPercent: .ambiguousPercent(column: "参训率", found: "85")
        case .mergedValue: .mergedValue(column: "全年应拨运转经费", cells: "J6:J9")
        case .dittoValue: .dittoValue(column: "村干部人数")
        case .unknownName: .unknownName(column: "责任单位", found: "城官镇", proposals: ["城关镇"])
        case .duplicateNumber:
            .duplicateNumber(column: "清单编号", number: "CHENGGUAN-2020-W-04")
        case .observedValue:
            .observedValue(
                column: "现场核实值", found: "未达标", about: "活动场所状态",
                expected: Bilingual("写“达标”、“新建中”或“无场所”", "put “达标”, “新建中” or “无场所”"))
        case .struckValue: .struckValue(column: "村干部人数", found: "87", count: 1)
        case .absentEntry: .absentEntry(name: "东沟村")
        case .duplicateEntry: .duplicateEntry(name: "东沟村")
        case .unknownEntry:
            .unknownEntry(found: "东勾村", candidates: [], proposals: ["东沟村"])
        case .codeNameMismatch:
            .codeNameMismatch(code: "村代码", name: "村名称", entry: "东沟村", found: "东勾村")
        case .closedEntry: .closedEntry(name: "南沟村", mergedInto: "东沟村")
        case .late: .late(days: 2, due: "2020-07-05 18:00")
        case .reportedByTwo: .reportedByTwo(name: "岚川商会", other: "县工商联")
        case .noReturns: .noReturns(period: "2020年6月")
        case .notRestarted:
            .notRestarted(column: "累计实发干部补贴", before: "18.72", now: "20.28")
        case .sameAsLastMonth: .sameAsLastMonth(share: "100%")
        case .noVariance: .noVariance(rows: 12)
        case .mutualEvidence: .mutualEvidence(one: "本月参加服务在职党员数", other: "本月志愿服务次数")
        case .sameSlip:
            .sameSlip(
                rows: 12,
                slip: Bilingual(
                    "“累计应发村干部报酬”按元填了，本列以万元计",
                    "“累计应发村干部报酬” was given in 元, but the column is in 万元"))
        case .twinSheets: .suspected(.twinSheets(other: "东坪乡", rows: 9, total: 10))
        case .heaping:
            .suspected(
                .heaping(
                    column: "本月坐班天数", threshold: "20", rows: 11, total: 12,
                    elsewhere: "14.3%"))
        case .shrinkingBase:
            .suspected(
                .shrinkingBase(
                    indicator: "R03 村干部建档率", base: .init(before: "84", now: "61"),
                    rate: .init(before: "62.0%", now: "88.5%")))
        case .outlier:
            .suspected(
                .outlier(column: "本月参加服务在职党员数", found: "310", usual: "96", county: "88"))
        case .registerDropped:
            .officeSheet(
                .dropped(
                    file: "加分登记.xlsx",
                    matter: Bilingual(
                        "水利局 加分0.5 岚组通〔2020〕50号", "水利局 bonus 0.5 岚组通〔2020〕50号"),
                    instead: nil))
        case .registerRestated:
            .officeSheet(
                .restated(
                    file: "加分登记.xlsx",
                    before: Bilingual(
                        "水利局 加分0.5 岚组通〔2020〕50号", "水利局 bonus 0.5 岚组通〔2020〕50号"),
                    now: Bilingual(
                        "水利局 加分1 岚组通〔2020〕50号", "水利局 bonus 1 岚组通〔2020〕50号")))
        case .registerRepeated: .officeSheet(.repeated(file: "加分登记.xlsx", count: 3))
        case .registerDoubled:
            .officeSheet(.doubled(unit: "水利局", basis: "岚组通〔2020〕50号", row: 4))
        case .reviewDropped: .officeSheet(.unitDropped(file: "述职测评.xlsx", unit: "桑渡镇"))
        case .visitObject:
            .officeSheet(
                .objectClosed(
                    object: "上箐坪村 610999101211", day: "2021-02-20",
                    successor: "上箐坪村 610999102212"))
        case .visitStands:
            .officeSheet(
                .recordStands(
                    file: "暗访.xlsx（3f9a01c2）", record: "AF202006-002 I03 下碥坝村", instead: ["上碥坝村"]))
        case .tableMissing: .tableMissing(table: "forms")
        case .tableColumnMissing: .tableColumnMissing(table: "forms", column: "title")
        case .tableColumnUnknown:
            .tableColumnUnknown(table: "forms", column: "titel", nearest: "title")
        case .tableValue:
            .tableValue(
                column: "severity", found: "严重",
                expected: Bilingual("error、query或suspicion", "error, query or suspicion"))
        case .tableDuplicate: .tableDuplicate(column: "id", found: "V21")
        case .tableReference:
            .tableReference(column: "form", found: "rurel", table: "forms", nearest: "rural")
        case .formulaError: .formulaError(column: "when", reason: "no such column: cur.cadre")
        case .formulaPortability:
            .formulaPortability(column: "when", construct: "IIF", instead: "CASE")
        case .tableAmbiguous:
            .tableAmbiguous(column: "aliases", found: "城关", one: "城关镇", other: "城关社区")
        case .tableReserved: .tableReserved(column: "id", found: "reported")
        case .weightTotal: .weightTotal(column: "weight_township", sum: "98")
        case .closedOwner:
            .closedOwner(
                unit: "霜岔乡", lastDay: "2020-06-15", entries: ["东沟村", "西沟村"],
                successor: "锦垣镇")
        }
    }
}
