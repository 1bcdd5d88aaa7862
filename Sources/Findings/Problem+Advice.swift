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
        case .unexpectedForm(_, _, let closed?):
            closed.advice
        case .unexpectedForm:
            Bilingual(
                "看看是不是拿错了表，或者填报单位写错了",
                "see whether it is the wrong form, or the wrong unit is stated")
        case .unknownForm, .ambiguousForm:
            Bilingual("用下发的空表填报，表头不要改动", "fill in the form as issued and leave its header alone")
        case .missingColumn(_, let proposals, let isIssued):
            Self.proposal(
                proposals,
                otherwise: isIssued
                    ? Bilingual(
                        "这张空表下发以后表改过，没有这一栏：领新的空表来填；是自己删掉的，补上",
                        "the form has been changed since this one was issued: ask for a new one; if the column was deleted, put it back"
                    )
                    : Bilingual(
                        "补上这一列，表头照下发的空表写",
                        "add the column under the header of the issued form"))
        case .rivalSheets:
            Bilingual(
                "只留下本期要报的一张；一个村一张的，合到一张表里，一村一行",
                "leave only the sheet of this period; put sheets of single rows together on one")
        case .severalSheets:
            Bilingual("只留下本期要报的一张", "leave only the sheet of this period")
        case .hiddenContent:
            Bilingual("取消隐藏后核对一遍", "unhide it and look it over")
        case .formulaUncomputed:
            Bilingual("改成数字，或在表格软件里重新计算后保存", "type the number, or recalculate and save")
        case .wrongTotal:
            Bilingual(
                "把合计和各行对一遍，改正填错的一处", "check the total against the rows and correct which is wrong")
        case .incompleteTotal:
            Bilingual(
                "多半是加了一行，合计的公式没有跟着改：把这一行加进去",
                "a row was probably added and the formula of the total left as it was: include the row"
            )
        case .personalData:
            Bilingual("删去个人信息后重报；原件已隔离", "remove it and send again; the file is in quarantine")
        case .resubmission(_, true):
            Bilingual(
                "要报的是别的月份的，改好标题的月份再报，并告诉县里",
                "if another month is meant, mend the month in its title, send it again and tell the county"
            )
        case .duplicateFile:
            Bilingual(
                "数没有变就不用再报；要更正的，改好后再报；后来报过别的、要改回这一份的，改动一处再报",
                "nothing to do if nothing changed; otherwise send it once it is corrected; to go back to this one after another, change something in it"
            )
        case .replacedFile:
            Bilingual(
                "要改回这一份的，改动一处（如在备注里写一句）再报；不是的不用管，回执已写明",
                "to go back to this one, change something in it (a remark will do) and send it; else nothing: the receipt says so"
            )
        case .hiddenPersonalData(_, let hiding):
            hiding.advice
        case .notAReturn(let reason):
            reason.advice
        case .equalReceipt:
            Bilingual(
                "应以那一份为准的，由县里在收件登记里写明先后",
                "if the other one is meant, the county states the order in the receipt register")
        case .contestedReceipt:
            Bilingual(
                "在登记表里写上文件夹；没有写清以前，各按第一次看到的时间算",
                "put the folder before the name; until then each counts from when it was first seen"
            )
        case .receiptElsewhere:
            Bilingual("改对路径", "correct the path")
        case .earlyReceipt:
            Bilingual(
                "核对年月日，在登记表里改正；没有改以前，按第一次看到的时间算",
                "correct the date in the register; until then it counts from when it was first seen"
            )
        case .misplacedRegister:
            Bilingual(
                "要算的写进Inbox下的收件登记",
                "put what is meant to count into the register in the Inbox itself")
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
            Bilingual(
                "核对标题和文件名里的年月", "check year and month in the title and the file name")
        case .unfilledForm:
            Bilingual(
                "要报的填好后，把整个文件再交一次", "fill it in, if it is owed, and send the whole file again")
        case .nothingFilled:
            Bilingual(
                "填好并保存后再交，看看是不是交错了文件", "fill it in and save it, or see whether it is the wrong file"
            )
        case .damagedText:
            Bilingual("用表格软件打开核对后另存", "open it in a spreadsheet program, look it over and save")
        case .unclearHeader(_, let field, let words, isAbove: true):
            Bilingual(
                "内容就是“\(field)”的，去掉上面的“\(words)”；不是的另起一列",
                "if it is “\(field)”, take “\(words)” away above it; else give it a column of its own"
            )
        case .unclearHeader(_, let field, _, isAbove: false):
            Bilingual(
                "内容就是“\(field)”的，把表头改成“\(field)”；不是的另起一列",
                "if it is “\(field)”, write that as the head; else give it a column of its own")
        case .turnedSheet:
            Bilingual(
                "用下发的空表，一个填报对象填一行",
                "use the form as issued, one row for each subject")
        case .tablesOnOneSheet:
            Bilingual("一张工作表只放一张表，另一张移到新的工作表", "put each table on a sheet of its own")
        case .foreignFile:
            Bilingual(
                "本活动的报表请用下发的空表填报；别的表请交给要表的单位",
                "use the issued form for this campaign; send other tables to whoever asked for them"
            )
        case .headMisfit:
            Bilingual(
                "看看是不是整列错开了一格，或者少了一列，照下发的空表对齐",
                "see whether the columns are shifted by one or one is missing; align them with the form"
            )
        case .movedRows(let first, let last):
            Bilingual(
                "核对各行的数是不是上一行的：是的，把数据整块上移一行；不是的，补上第\(first)行的数和第\(last)行的名称",
                "see whether each row holds the figures of the one above: if so, move them up by one; else fill in "
                    + "row \(first) and the name of row \(last)")
        case .unknownRows:
            Bilingual(
                "核对是不是拿错了表，或者把别的内容填进了这一列",
                "check whether it is the right sheet and the right column")
        case .missingValue:
            Bilingual(
                "没有就填0；不适用就填“—”并在备注说明",
                "put 0 if there is none; — and a note if it does not apply")
        case .markedNotApplicable:
            Bilingual("按实际填写，没有就填0", "fill in the figure, 0 if there is none")
        case .notANumber(_, let found) where found.hasSuffix("%"):
            Bilingual(
                "不填百分数；格子是百分比格式的，先把格式改成“常规”，再填数",
                "no percentages here; if the cell's format is percent, make it general and type the number again"
            )
        case .notANumber:
            Bilingual(
                "只填阿拉伯数字，不带别的字；没有就填0", "digits alone, nothing beside them; 0 if there is none")
        case .notAnInteger:
            Bilingual("填整数，不带小数", "put a whole number")
        case .dateForNumber:
            Bilingual("把单元格设为“常规”或“数值”格式后重新填数", "format the cell as a number and type it again")
        case .ambiguousPercent(_, let found):
            Bilingual(
                "带上百分号，如“\(found.clipped)%”",
                "write the percent sign, such as “\(found.clipped)%”")
        case .dittoValue:
            Bilingual("照实填写这一行自己的内容", "fill in what this row has")
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
        case .badDate(_, _, .after):
            Bilingual(
                "核对年月日；还没有到的日子下期再报",
                "check the date; what is still to come belongs in the next return")
        case .badDate(_, _, .yearless):
            Bilingual("写上年份，如2021-01-31", "put the year, as in 2021-01-31")
        case .badDate(_, _, .impossible):
            Bilingual("核对年月日", "check day, month and year")
        case .badDate(_, _, .unreadable):
            Bilingual("写成2020-06-30这样的日期", "write a date such as 2020-06-30")
        case .damagedCode:
            Bilingual(
                "把单元格设为文本格式后重新填写代码；花名册上的代码也可以整列清空，按名称认",
                "format the cell as text and type the code again; codes of the roster may also be emptied, the names are enough"
            )
        case .codeCheckDigit:
            Bilingual("对照证照核对；确实如此请在备注说明", "compare the certificate; explain if it is right")
        case .mergedValue:
            Bilingual("取消合并，各格各填各的数", "unmerge the cells and fill in each")
        case .absentEntry:
            Bilingual("补上这一行；已撤并的请向县里说明", "add the row; if it was merged away, tell the county")
        case .duplicateNumber:
            Bilingual(
                "一个编号只留一行；是另一件事的，另编一个号", "leave one row a number; another item needs another number"
            )
        case .namelessRow:
            Bilingual(
                "填上是谁的；多出来的数请删去", "put the name; delete figures that belong to nobody")
        case .unreadRows:
            Bilingual(
                "本表的数请移到表里，一行填全；只是附在后面的，不用改",
                "move what belongs to the table up into it as whole rows; an appendix may stay")
        case .duplicateEntry:
            Bilingual("留下正确的一行", "leave the row that is right")
        case .unknownEntry(_, _, let proposals):
            Self.proposal(
                proposals,
                otherwise:
                    Bilingual(
                        "照花名册写全称，并填代码",
                        "use the roster's name and fill in the code"))
        case .codeNameMismatch:
            Bilingual(
                "核对这一行是谁的：名称写错的照花名册改，代码写错的改代码；名称确实变了的，在备注里说明",
                "see whose row it is: correct the name or the code; if the name has changed, explain it in the note"
            )
        case .strangeNames:
            Bilingual(
                "看看这一列填的是不是别的内容，照花名册填名称",
                "see whether something else stands in this column; put the roster's names")
        case .closedEntry:
            Bilingual("不再填报这一行；有异议请向县里说明", "drop the row; tell the county if you disagree")
        case .reportedByTwo:
            Bilingual("不属本单位填报的请删去", "delete what is not yours to report")
        case .notRestarted:
            Bilingual(
                "累计数只算今年1月起的：带着上年的减去上年末的数；确实今年就有这么多的，在备注里写明",
                "count from January of this year: take off what stood at the end of last year; if it is right, "
                    + "say so in the remarks")
        case .sameSlip:
            Bilingual(
                "照这个原因改过来，各行都对得上，请核对；不是的话，逐行核对",
                "with that put right all of them agree; please check, row by row if it is not so")
        case .struckValue:
            Bilingual(
                "不要的内容请删去，要的请取消删除线", "delete what is not meant; take the strikethrough off what is")
        case .observedValue(_, _, _, let expected):
            expected
        case .officeSheet(let sheet):
            sheet.advice
        case .closedOwner(_, _, _, let successor):
            Self.handOver(to: successor)
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
