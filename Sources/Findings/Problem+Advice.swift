extension Problem {
    /// What to do now, one sentence in both languages; empty where nothing is to be done.
    package var advice: Bilingual {
        switch self {
        case .unreadableFile(let reason):
            reason.advice
        case .wrongPeriod:
            Bilingual(
                "核对是不是误交了上月的表，改成一致后重报",
                "check whether last month's sheet was sent; make them agree")
        case .unknownUnit(_, let proposals), .unknownName(_, _, let proposals):
            Self.proposal(
                proposals, otherwise: Bilingual("按花名册上的全称或简称填写", "use the name on the list"))
        case .unexpectedForm:
            Bilingual("核对填报单位和报表是否拿错", "check the unit and the form")
        case .unknownForm, .ambiguousForm:
            Bilingual("使用下发的空表填报，不要改表头", "fill in the form as issued and leave its header alone")
        case .missingColumn(_, let proposals):
            Self.proposal(
                proposals,
                otherwise:
                    Bilingual(
                        "补上这一列，表头照下发的空表写",
                        "add the column under the header of the issued form"))
        case .severalSheets:
            Bilingual("只留下本期要报的一张", "leave only the sheet of this period")
        case .hiddenContent:
            Bilingual("取消隐藏后核对一遍", "unhide it and look it over")
        case .formulaUncomputed:
            Bilingual("改成数字，或在表格软件里重新计算后保存", "type the number, or recalculate and save")
        case .wrongTotal:
            Bilingual("核对合计和各行", "check the total and the rows")
        case .personalData:
            Bilingual("删去个人信息后重报；原件已隔离", "remove it and send again; the file is in quarantine")
        case .hiddenPersonalData(_, let hiding):
            hiding.advice
        case .notAReturn(let reason):
            reason.advice
        case .equalReceipt:
            Bilingual("在收件登记里写明先后，或只留一份", "state the order in the receipt register, or leave one")
        case .unknownPeriod:
            Bilingual(
                "在标题或文件名里写明年月，如“2020年6月”",
                "state year and month in the title or the file name")
        case .unitConflict:
            Bilingual("改成一致后重报", "make them agree and send again")
        case .noRows:
            Bilingual("填好后重报", "fill it in and send again")
        case .misplacedRecord:
            Bilingual("由县里移到该文件夹", "for the county office to move")
        case .doubledColumn:
            Bilingual("留下一列，另一列删去或改名", "leave one, delete or rename the other")
        case .futurePeriod:
            Bilingual("核对年月", "check year and month")
        case .damagedText:
            Bilingual("用表格软件打开核对后另存", "open it in a spreadsheet program, look it over and save")
        case .missingValue:
            Bilingual(
                "没有就填0；不适用就填“—”并在备注说明",
                "put 0 if there is none; — and a note if it does not apply")
        case .notANumber, .dittoValue, .ambiguousPercent, .notAnInteger:
            Bilingual("只填阿拉伯数字", "use digits only")
        case .approximation:
            Bilingual("填核实过的准数，不写约、余、左右", "put the verified number, without about or over")
        case .unknownChoice:
            Bilingual("从可选项里选一个", "take one of the choices")
        case .outOfRange:
            Bilingual("核对后改正", "check and correct it")
        case .amountScale:
            Bilingual(
                "本列以万元计，核对后改正或在备注说明",
                "the column is in ten thousand yuan; correct it or explain")
        case .badDate:
            Bilingual("写成2020-06-30这样的日期", "write a date such as 2020-06-30")
        case .damagedCode:
            Bilingual("把单元格设为文本格式后重新填写代码", "format the cell as text and type the code again")
        case .codeCheckDigit:
            Bilingual("对照证照核对；确实如此请在备注说明", "compare the certificate; explain if it is right")
        case .mergedValue:
            Bilingual("取消合并，每行各填各的数", "unmerge the cell and fill in each row")
        case .absentEntry:
            Bilingual("补上这一行；已撤并的请向县里说明", "add the row; if it was merged away, tell the county")
        case .duplicateEntry:
            Bilingual("留下正确的一行", "leave the row that is right")
        case .unknownEntry(_, _, let proposals):
            Self.proposal(
                proposals,
                otherwise:
                    Bilingual(
                        "照花名册写全称，并填代码",
                        "use the roster's name and fill in the code"))
        case .closedEntry:
            Bilingual("不再填报这一行；有异议请向县里说明", "drop the row; tell the county if you disagree")
        case .reportedByTwo:
            Bilingual("不属本单位填报的请删去", "delete what is not yours to report")
        case .missingReturn:
            Bilingual("尽快补报", "send it")
        case .tableColumnUnknown(_, _, let nearest?):
            Bilingual("是不是“\(nearest)”", "did you mean “\(nearest)”")
        case .tableReference(_, _, _, let nearest?):
            Bilingual("是不是“\(nearest)”", "did you mean “\(nearest)”")
        case .tableAmbiguous:
            Bilingual("只留在一处，或写成能区别的名称", "leave it in one place, or make the names differ")
        case .tableReserved:
            Bilingual("换一个名称", "take another name")
        case .formulaPortability(_, _, let instead):
            Bilingual("改用\(instead)", "use \(instead)")
        default:
            Bilingual("", "")
        }
    }

    private static func proposal(_ names: [String], otherwise: Bilingual) -> Bilingual {
        names.isEmpty
            ? otherwise
            : Bilingual("是不是\(names.quotedChinese)", "did you mean \(names.quotedEnglish)")
    }
}
