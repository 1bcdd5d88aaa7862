extension Problem {
    /// One sentence in both languages: names the column as the sheet does, quotes what was found, says
    /// what was expected; no blame, no final full stop.
    package var message: Bilingual {
        switch self {
        case .unreadableFile(let reason):
            reason.message
        case .wrongPeriod(let found, let source, let other, let otherSource):
            Bilingual(
                "\(source.chinese)写的是\(found.clipped)，\(otherSource.chinese)写的是\(other)",
                "\(source.english) says \(found.clipped), but \(otherSource.english) says \(other)")
        case .unknownUnit(let found?, _):
            Bilingual(
                "认不出填报单位“\(found.clipped)”",
                "the reporting unit “\(found.clipped)” is not on the list")
        case .unknownUnit(nil, _):
            Bilingual("找不到填报单位", "the reporting unit is not stated")
        case .unexpectedForm(let unit, let form, nil):
            Bilingual("\(unit)不填报《\(form)》", "\(unit) does not report the form “\(form)”")
        case .unexpectedForm(let unit, let form, let closed?):
            closed.stillReports(form, as: unit)
        case .unknownForm(let best?, let missing):
            Bilingual(
                "认不出是哪张表；最像《\(best)》，但缺\(missing.quotedChinese)",
                "not recognised as a form; nearest is “\(best)”, which lacks \(missing.quotedEnglish)"
            )
        case .unknownForm(nil, _):
            Bilingual("没有一张工作表像本活动的报表", "no sheet resembles a form of this campaign")
        case .ambiguousForm(let one, let other):
            Bilingual(
                "既像《\(one)》又像《\(other)》，不能确定", "resembles both “\(one)” and “\(other)”")
        case .rivalSheets(let form, let sheets):
            Bilingual(
                "\(sheets.quotedChinese)都像《\(form)》，说不清要报哪一张",
                "\(sheets.quotedEnglish) all resemble “\(form)”")
        case .missingColumn(let column, _, _):
            Bilingual("缺少“\(column)”一列", "the column “\(column)” is missing")
        case .severalSheets(let taken, let others):
            Bilingual(
                "有\(others.count + 1)张工作表都像本表，采用了“\(taken)”，未用\(others.quotedChinese)",
                "\(others.count + 1) sheets resemble the form; “\(taken)” was taken, "
                    + "\(others.quotedEnglish) left")
        case .hiddenContent(let what):
            Bilingual("有隐藏的内容（\(what)），已计入", "hidden content (\(what)) was counted in")
        case .formulaUncomputed(let column, let error?):
            Bilingual("“\(column)”是公式，结果为\(error)", "“\(column)” is a formula that gives \(error)")
        case .formulaUncomputed(let column, nil):
            Bilingual("“\(column)”是公式，没有算出结果", "“\(column)” is a formula without a result")
        case .wrongTotal(let column, let total, let sum):
            Bilingual(
                "“\(column)”的合计填\(total)，各行相加是\(sum)",
                "the total of “\(column)” is \(total), its rows add up to \(sum)")
        case .incompleteTotal(let row, let columns):
            Bilingual(
                "\(columns.quotedChinese)的合计都少了第\(row)行的数",
                "the totals of \(columns.quotedEnglish) all lack the figures of row \(row)")
        case .personalData(let kind):
            kind.message
        case .hiddenPersonalData(let kind, let hiding):
            Bilingual(
                "\(hiding.chinese)\(kind.message.chinese)",
                "\(hiding.english) \(kind.message.english)")
        case .notAReturn(let reason):
            Bilingual(
                "\(reason.message.chinese)，没有取用", "\(reason.message.english); it was not taken")
        case .resubmission(let earlier, false):
            Bilingual("代替先前报送的“\(earlier)”", "replaces the earlier “\(earlier)”")
        case .resubmission(let earlier, true):
            Bilingual(
                "代替先前报送的“\(earlier)”，这个月已经通报，改了的数写进更正通报",
                "replaces the earlier “\(earlier)” of a month that was published: what differs goes into a correction"
            )
        case .duplicateFile(let first):
            Bilingual("与“\(first)”完全相同，未重复处理", "is the same file as “\(first)”; not taken again")
        case .equalReceipt(let other):
            Bilingual(
                "与“\(other)”同时收到而内容不同；按文件名这一份在后，收下的以它为准",
                "differs from “\(other)” but was received at the same time; this one comes later by its name and counts, if it is accepted"
            )
        case .contestedReceipt(let name, let files): Self.contested(name, files)
        case .receiptElsewhere(let path, let files): Self.elsewhere(path, files)
        case .earlyReceipt(let file, let received, let month):
            Bilingual(
                "登记“\(file)”\(received)收到，而它报的是\(month)，那时这个月还没有开始，这一行不算",
                "“\(file)” is registered as received at \(received), but it reports on \(month), which had not begun: the line does not count"
            )
        case .misplacedRegister:
            Bilingual(
                "收件登记只认直接放在Inbox下的；放在文件夹里的不算，报表的收件时间不按它",
                "only a receipt register that lies in the Inbox itself counts, this one in a folder does not"
            )
        case .unknownPeriod:
            Bilingual("找不到报告期（哪一年哪一月）", "the period (year and month) is not stated anywhere")
        case .unitConflict(let found, let source, let other, let otherSource):
            Bilingual(
                "\(source.chinese)写的是“\(found.clipped)”，\(otherSource.chinese)写的是“\(other)”",
                "\(source.english) says “\(found.clipped)”, but \(otherSource.english) says “\(other)”"
            )
        case .noRows:
            Bilingual("表里没有填数据", "no data has been filled in")
        case .misplacedRecord(let form, let folder):
            Bilingual(
                "《\(form)》只从“\(folder)”文件夹收取", "“\(form)” is taken from the folder “\(folder)” only"
            )
        case .doubledColumn(let field, let one, let other):
            Bilingual(
                "“\(one)”和“\(other)”两列都像“\(field)”",
                "both “\(one)” and “\(other)” resemble “\(field)”")
        case .unknownColumn(let column):
            Bilingual(
                "“\(column)”一列不属于本表，未采用",
                "the column “\(column)” is not of this form; not taken")
        case .futurePeriod(let period):
            Bilingual("报告期\(period)还没有开始", "the period \(period) has not begun")
        case .unfilledForm(let form):
            Bilingual(
                "《\(form)》这张空表还没有填，没有算作报送",
                "the blank form “\(form)” is not filled in and does not count as a return")
        case .nothingFilled(let forms):
            Bilingual(
                "\(forms.map { "《\($0)》" }.joined())都还没有填",
                "none of the forms is filled in: \(forms.joined(separator: ", "))")
        case .damagedText(let reason, let reasonEnglish):
            Bilingual(reason, reasonEnglish)
        case .unclearHeader(let column, let field, let words, let isAbove):
            Bilingual(
                "“\(column)”像“\(field)”一列，但\(isAbove ? "上面" : "括号里")的“\(words)”说不清是不是同一回事",
                "“\(column)” resembles “\(field)”, but “\(words)”\(isAbove ? " above it" : "") "
                    + "may make it something else")
        case .turnedSheet(let form):
            Bilingual(
                "《\(form)》的栏目排成了竖列，每个填报对象占了一列",
                "the columns of “\(form)” stand as rows, each subject in a column")
        case .tablesOnOneSheet(let form, let other):
            Bilingual(
                "《\(form)》下面接着另一张表" + (other.map { "《\($0)》" } ?? "") + "，没有读",
                "below “\(form)” another table begins" + (other.map { ", “\($0)”" } ?? "")
                    + "; it was not read")
        case .foreignFile:
            Bilingual(
                "不是本活动的报表，没有采用，也不算退回扣分",
                "is no return of this campaign; it was not taken, and costs no points")
        case .headMisfit(let columns, let rows):
            Bilingual(
                "\(rows)行数据和表头对不上：\(columns.quotedChinese)下面填的多半不是这一栏的内容",
                "\(rows) rows do not fit the heads: most of what stands under "
                    + "\(columns.quotedEnglish) is something else")
        case .movedRows(let first, let last):
            Bilingual(
                "数据像是整体低了一行：第\(first)行有名称，一个数也没有，第\(last)行有数，没有名称",
                "the figures seem to stand one row too low: row \(first) has a name and nothing else, "
                    + "row \(last) figures and no name")
        case .unknownRows(let column, let rows):
            Bilingual(
                "“\(column)”一列的\(rows)行没有一个在本单位的花名册上",
                "of the \(rows) rows under “\(column)” not one is on the unit's roster")
        case .unreadRows(let rows):
            Bilingual(
                "表下面的第\(rows.map(String.init).joined(separator: "、"))行不像报表的行，没有读",
                "below the table, row \(rows.map(String.init).joined(separator: ", ")) resembles no row of "
                    + "it and was not read")
        case .missingValue(let column):
            Bilingual("“\(column)”必填，这里是空的", "“\(column)” is required but empty")
        case .markedNotApplicable(let column):
            Bilingual(
                "“\(column)”标成了不适用，但这一格必须填",
                "“\(column)” is marked as not applicable but must be filled in")
        case .dateForNumber(let column, let found):
            Bilingual(
                "“\(column)”应填数字，这里被表格软件当成了日期\(found.clipped)",
                "“\(column)” needs a number but the spreadsheet took it for the date \(found.clipped)"
            )
        case .notANumber(let column, let found):
            Bilingual(
                "“\(column)”应填数字，这里是“\(found.clipped)”",
                "“\(column)” needs a number but holds “\(found.clipped)”")
        case .approximation(let column, let found):
            Bilingual(
                "“\(column)”应填准数，这里是“\(found.clipped)”",
                "“\(column)” needs an exact number but holds “\(found.clipped)”")
        case .unitInValue(let column, let found, let read):
            Bilingual(
                "“\(column)”填的“\(found.clipped)”按\(read)计",
                "“\(found.clipped)” in “\(column)” was read as \(read)")
        case .unknownChoice(let column, let found, let choices):
            Bilingual(
                "“\(column)”只能填\(choices.quotedChinese)，这里是“\(found.clipped)”",
                "“\(column)” takes \(choices.quotedEnglish) but holds “\(found.clipped)”")
        case .outOfRange(let column, let found, let minimum, let maximum):
            outOfRangeMessage(column, found, minimum, maximum)
        case .amountScale(let column, let found, let median):
            Bilingual(
                "“\(column)”为\(found.clipped)，远高于全县中位数\(median)，疑似元与万元误填",
                "“\(column)” is \(found.clipped) against a county median of \(median); yuan for ten thousand yuan?"
            )
        case .badDate(let column, let found, .unreadable):
            Bilingual(
                "“\(column)”应填日期，这里是“\(found.clipped)”",
                "“\(column)” needs a date but holds “\(found.clipped)”")
        case .badDate(let column, let found, .impossible):
            Bilingual(
                "“\(column)”的“\(found.clipped)”不是一个存在的日期",
                "“\(found.clipped)” in “\(column)” is no real date")
        case .badDate(let column, let found, .yearless(let day)):
            Bilingual(
                "“\(column)”的“\(found.clipped)”没有写年份，说不清是不是\(day)",
                "“\(found.clipped)” in “\(column)” names no year; nobody can tell whether it is \(day)"
            )
        case .badDate(let column, let found, .ambiguous(let one, let other)):
            Bilingual(
                "“\(column)”的“\(found.clipped)”说不清是\(one)还是\(other)",
                "“\(found.clipped)” in “\(column)” may be \(one) or \(other)")
        case .badDate(let column, let found, .after(let last)):
            Bilingual(
                "“\(column)”填了\(found.clipped)，最晚只能是\(last)",
                "\(found.clipped) in “\(column)” is later than \(last)")
        case .damagedCode(let column, let found):
            Bilingual(
                "“\(column)”的代码被表格软件改坏，现为“\(found.clipped)”",
                "the code in “\(column)” was damaged by the spreadsheet, now “\(found.clipped)”")
        case .codeCheckDigit(let column, let found):
            Bilingual(
                "“\(column)”的“\(found.clipped)”像是抄错了一位（校验位不符）",
                "“\(found.clipped)” in “\(column)” seems to have a wrong digit (the check digit does not fit)"
            )
        case .notAnInteger(let column, let found):
            Bilingual(
                "“\(column)”应填整数，这里是\(found.clipped)",
                "“\(column)” needs an integer but holds \(found.clipped)")
        case .ambiguousPercent(let column, let found):
            Bilingual(
                "“\(column)”是比率，“\(found.clipped)”说不清是\(found.clipped)%还是\(found.clipped)倍",
                "“\(column)” is a rate; “\(found.clipped)” may be \(found.clipped)% or \(found.clipped) times"
            )
        case .mergedValue(let column, let cells):
            Bilingual(
                "“\(column)”在\(cells)合并成一格，说不清各格是多少",
                "“\(column)” lies in a cell merged over \(cells); the value of each is unknown")
        case .dittoValue(let column):
            Bilingual(
                "“\(column)”要逐行填写，不能写“同上”", "“\(column)” is filled in row by row, without “ditto”")
        case .observedValue(let column, let found, let about, _):
            Bilingual(
                "“\(column)”的“\(found.clipped)”不是“\(about)”的写法",
                "“\(found.clipped)” in “\(column)” is no value of “\(about)”")
        case .struckValue, .codeNameMismatch, .strangeNames, .replacedFile:
            messageOfDoubt
        case .unknownName(let column, let found, _):
            Bilingual(
                "“\(column)”里的“\(found.clipped)”不在单位名单上",
                "“\(found.clipped)” in “\(column)” is not on the list")
        case .duplicateNumber(let column, let number):
            Bilingual(
                "“\(column)”的“\(number.clipped)”填了不止一行",
                "“\(number.clipped)” stands in “\(column)” of more than one row")
        default:
            messageOfWhole
        }
    }

    /// The sentences about whole returns and about the campaign's tables.
    private var messageOfWhole: Bilingual {
        switch self {
        case .absentEntry(let name):
            Bilingual("花名册上的“\(name)”没有填报", "“\(name)” is on the roster but not in the return")
        case .duplicateEntry(let name):
            Bilingual("“\(name)”填了不止一行", "“\(name)” stands in more than one row")
        case .unknownEntry(let found, let candidates, _) where !candidates.isEmpty:
            Bilingual(
                "“\(found.clipped)”可能是\(candidates.quotedChinese)，不能替您选",
                "“\(found.clipped)” may be \(candidates.quotedEnglish); it is not ours to choose")
        case .unknownEntry(let found, _, _):
            Bilingual("花名册上没有“\(found.clipped)”", "“\(found.clipped)” is not on the roster")
        case .namelessRow(let column):
            Bilingual("“\(column)”是空的，不知道这一行是谁的", "“\(column)” is empty: whose row is it?")
        case .closedEntry(let name, let target?):
            Bilingual(
                "“\(name)”已并入“\(target)”，仍在填报",
                "“\(name)” was merged into “\(target)” but is reported")
        case .closedEntry(let name, nil):
            Bilingual("“\(name)”已停用，仍在填报", "“\(name)” is closed but still reported")
        case .late(let days, let due):
            Bilingual("应于\(due)前报送，迟\(days)个工作日", "was due \(due); \(days) working days late")
        case .reportedByTwo(let name, let other):
            Bilingual("“\(name)”由“\(other)”负责填报", "“\(name)” is reported by “\(other)”")
        case .noReturns(let period):
            Bilingual(
                "\(period)一张报表也没有收到，没有计分，没有写通报",
                "not one return has come for \(period): nothing was scored, no bulletin was written"
            )
        case .notRestarted(let column, let before, let now):
            Bilingual(
                "“\(column)”各行都不少于上年末（合计\(before)，这里\(now)），像是没有从1月重新累计",
                "every row of “\(column)” has no less than at the end of last year (\(before) in all, now \(now)): "
                    + "it seems not to count from January")
        case .sameAsLastMonth(let share):
            Bilingual("与上月相同的行占\(share)", "\(share) of the rows equal last month's")
        case .noVariance(let rows):
            Bilingual("\(rows)行的月度数字完全一样", "the monthly figures of all \(rows) rows are alike")
        case .mutualEvidence(let one, let other):
            Bilingual("“\(one)”有数而“\(other)”为零", "“\(one)” is above zero while “\(other)” is zero")
        case .sameSlip(let rows, let slip):
            Bilingual(
                "有\(rows)行对不上，都像是同一个原因：\(slip.chinese)",
                "\(rows) rows do not agree, and all seem to have one cause: \(slip.english)")
        case .suspected(let suspected): suspected.message
        case .officeSheet(let sheet): sheet.message
        default:
            tableMessage
        }
    }

    private func outOfRangeMessage(
        _ column: String, _ found: String, _ minimum: String?, _ maximum: String?
    ) -> Bilingual {
        switch (minimum, maximum) {
        case (let minimum?, let maximum?):
            Bilingual(
                "“\(column)”应在\(minimum)到\(maximum)之间，这里是\(found.clipped)",
                "“\(column)” should be between \(minimum) and \(maximum) but is \(found.clipped)")
        case (let minimum?, nil):
            Bilingual(
                "“\(column)”不应小于\(minimum)，这里是\(found.clipped)",
                "“\(column)” is \(found.clipped), below \(minimum)")
        case (nil, let maximum?):
            Bilingual(
                "“\(column)”不应大于\(maximum)，这里是\(found.clipped)",
                "“\(column)” is \(found.clipped), above \(maximum)")
        case (nil, nil):
            Bilingual(
                "“\(column)”超出范围，这里是\(found.clipped)",
                "“\(column)” is out of range: \(found.clipped)")
        }
    }
}

extension Problem.PersonalData {
    /// Says the kind and never the value.
    var message: Bilingual {
        switch self {
        case .identityNumber: Bilingual("有身份证号码", "holds an identity number")
        case .mobileNumber: Bilingual("有手机号码", "holds a mobile number")
        case .bankCard: Bilingual("有银行卡号", "holds a bank card number")
        case .header:
            Bilingual(
                "有姓名、身份证或电话一类的列",
                "has a column of names, identity numbers or telephones")
        }
    }
}

extension [String] {
    /// `“甲”、“乙”`.
    package var quotedChinese: String { map { "“\($0)”" }.joined(separator: "、") }
    /// `“a”, “b”`.
    package var quotedEnglish: String { map { "“\($0)”" }.joined(separator: ", ") }
}

extension String {
    /// On one line, the first 60 characters: a cell with a whole page in it makes no page of a message.
    var clipped: String {
        let line = onOneLine
        return line.utf8.count <= 60 || line.count <= 60 ? line : line.prefix(60) + "……"
    }
}
