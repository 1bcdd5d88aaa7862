/// The built-in checks: the identities of everything that Tongbao itself can find.
///
/// The raw value is the name by which a campaign's `rules.when` refers to a check; the code is what a
/// clerk reads down the telephone. Neither is ever reused.
package enum Check: String, Sendable, CaseIterable {
    // Files: can it be read, whose is it, of which month.
    case unreadableFile = "unreadable_file"
    case wrongPeriod = "wrong_period"
    case unknownUnit = "unknown_unit"
    case unexpectedForm = "unexpected_form"
    case unknownForm = "unknown_form"
    case ambiguousForm = "ambiguous_form"
    case missingColumn = "missing_column"
    case severalSheets = "several_sheets"
    case hiddenContent = "hidden_content"
    case formulaUncomputed = "formula_uncomputed"
    case wrongTotal = "wrong_total"
    case personalData = "personal_data"
    case resubmission = "resubmission"
    case duplicateFile = "duplicate_file"
    case equalReceipt = "equal_receipt"
    case unclearReceipt = "unclear_receipt"
    case earlyReceipt = "early_receipt"
    case misplacedRegister = "misplaced_register"
    case unknownPeriod = "unknown_period"
    case unitConflict = "unit_conflict"
    case noRows = "no_rows"
    case misplacedRecord = "misplaced_record"
    case doubledColumn = "doubled_column"
    case unknownColumn = "unknown_column"
    case futurePeriod = "future_period"
    case damagedText = "damaged_text"
    case unfilledForm = "unfilled_form"
    case nothingFilled = "nothing_filled"
    case unclearHeader = "unclear_header"
    case wrongLayout = "wrong_layout"
    case foreignFile = "foreign_file"
    case headMisfit = "head_misfit"
    case notAReturn = "not_a_return"
    case unreadRows = "unread_rows"

    // Cells.
    case missingValue = "missing_value"
    case notANumber = "not_a_number"
    case approximation = "approximation"
    case unitInValue = "unit_in_value"
    case unknownChoice = "unknown_choice"
    case outOfRange = "out_of_range"
    case amountScale = "amount_scale"
    case badDate = "bad_date"
    case damagedCode = "damaged_code"
    case codeCheckDigit = "code_check_digit"
    case notAnInteger = "not_an_integer"
    case ambiguousPercent = "ambiguous_percent"
    case mergedValue = "merged_value"
    case dittoValue = "ditto_value"
    case unknownName = "unknown_name"
    case duplicateNumber = "duplicate_number"
    case observedValue = "observed_value"
    case struckValue = "struck_value"

    // Against the roster.
    case absentEntry = "absent_entry"
    case duplicateEntry = "duplicate_entry"
    case unknownEntry = "unknown_entry"
    case closedEntry = "closed_entry"
    case late = "late"
    case reportedByTwo = "reported_by_two"
    case noReturns = "no_returns"
    case codeNameMismatch = "code_name_mismatch"

    // Screens over whole returns.
    case notRestarted = "not_restarted"
    case sameAsLastMonth = "same_as_last_month"
    case noVariance = "no_variance"
    case mutualEvidence = "mutual_evidence"
    case sameSlip = "same_slip"

    // Screens over the county's returns together.
    case twinSheets = "twin_sheets"
    case heaping
    case shrinkingBase = "shrinking_base"
    case outlier

    // The office's own sheets, held against those before them.
    case registerDropped = "register_dropped"
    case registerRestated = "register_restated"
    case registerRepeated = "register_repeated"
    case registerDoubled = "register_doubled"
    case reviewDropped = "review_dropped"
    case visitStands = "visit_stands"
    case visitObject = "visit_object"

    // The campaign's own tables.
    case tableMissing = "table_missing"
    case tableColumnMissing = "table_column_missing"
    case tableColumnUnknown = "table_column_unknown"
    case tableValue = "table_value"
    case tableDuplicate = "table_duplicate"
    case tableReference = "table_reference"
    case formulaError = "formula_error"
    case formulaPortability = "formula_portability"
    case tableAmbiguous = "table_ambiguous"
    case tableReserved = "table_reserved"
    case weightTotal = "weight_total"
    case closedOwner = "closed_owner"

    /// What a check looks at; `rules.kind` of a row that names it says the same.
    package enum Scope: String, Sendable {
        case file, cell, roster, screen, campaign
    }

    package var code: String { entry.code }
    /// The severity where no rule of the campaign says otherwise.
    package var severity: Severity { entry.severity }
    package var scope: Scope { entry.scope }
    /// What the check finds, in a few words.
    package var title: Bilingual { Bilingual(entry.chinese, entry.english) }

    private var entry:
        (code: String, severity: Severity, scope: Scope, chinese: String, english: String)
    {
        switch self {
        case .unreadableFile:
            (
                "F101", .error, .file, "文件读不出",
                "the file cannot be read as a workbook"
            )
        case .wrongPeriod:
            (
                "F102", .error, .file, "报告期互相矛盾",
                "the file's statements of its period disagree"
            )
        case .unknownUnit:
            (
                "F103", .error, .file, "认不出填报单位",
                "the reporting unit is not recognised"
            )
        case .unexpectedForm: ("F104", .error, .file, "该单位不报此表", "this unit does not owe this form")
        case .unknownForm: ("F105", .error, .file, "认不出是哪张表", "no sheet is recognised as a form")
        case .ambiguousForm:
            ("F106", .error, .file, "说不清是哪一张表", "it is not clear which sheet or form is meant")
        case .missingColumn: ("F107", .error, .file, "缺必填列", "a required column is missing")
        case .severalSheets:
            (
                "F108", .query, .file, "多张工作表都像本表",
                "several sheets resemble the form"
            )
        case .hiddenContent:
            (
                "F109", .query, .file, "含隐藏的行列或工作表",
                "there are hidden rows, columns or sheets"
            )
        case .formulaUncomputed:
            (
                "F110", .error, .cell, "公式没有结果或为错误值",
                "a formula has no result or an error"
            )
        case .wrongTotal: ("F111", .query, .file, "合计与明细不符", "a total differs from its rows")
        case .personalData:
            (
                "F112", .error, .file, "疑含个人信息",
                "the file seems to hold personal data"
            )
        case .resubmission: ("F113", .note, .file, "同期重复报送", "a later file replaces an earlier one")
        case .duplicateFile:
            (
                "F114", .query, .file, "同一文件重复出现",
                "the same bytes lie under another path"
            )
        case .equalReceipt:
            (
                "F115", .query, .file, "同时收到两份不同的报表",
                "two different files were received at the same time"
            )
        case .unknownPeriod: ("F116", .error, .file, "认不出报告期", "the period is not stated anywhere")
        case .unitConflict:
            (
                "F117", .error, .file, "填报单位互相矛盾",
                "the file's statements of its unit disagree"
            )
        case .noRows: ("F118", .error, .file, "表中没有数据行", "the sheet has no data rows")
        case .misplacedRecord:
            (
                "F119", .error, .file, "内部登记表放错了文件夹",
                "an office record lies outside its folder"
            )
        case .doubledColumn: ("F120", .error, .file, "两列都像同一栏", "two columns resemble one field")
        case .unknownColumn: ("F121", .note, .file, "有本表之外的列", "a column is not of this form")
        case .futurePeriod: ("F122", .error, .file, "报告期尚未到", "the period has not begun")
        case .unfilledForm: ("F129", .note, .file, "空表还没有填", "a blank form is not filled in")
        case .nothingFilled: ("F130", .error, .file, "整份空表都没有填", "nothing in the file is filled in")
        case .damagedText:
            (
                "F123", .query, .file, "文本格式有误",
                "the text file has stray quotes or ragged lines"
            )
        case .unclearHeader:
            (
                "F124", .error, .file, "表头括号里或上面的话说不清",
                "what stands in brackets behind a column head or above it is not clear"
            )
        case .wrongLayout:
            (
                "F125", .error, .file, "表的排法不对",
                "the sheet is not laid out as the form is"
            )
        case .foreignFile:
            (
                "F126", .error, .file, "不是本活动的报表",
                "the file is no return of this campaign"
            )
        case .headMisfit:
            (
                "F127", .error, .file, "数据和表头对不上",
                "the rows do not fit the column heads"
            )
        case .notAReturn: ("F131", .error, .file, "不是报表的文件", "the file is no return")
        case .unreadRows:
            (
                "F132", .note, .file, "表下面附的几行没有读",
                "rows below the table were not read"
            )
        case .missingValue: ("F201", .error, .cell, "必填为空", "a required cell is empty")
        case .notANumber: ("F202", .error, .cell, "不是数字", "a number is expected")
        case .approximation:
            (
                "F203", .error, .cell, "填了约数",
                "an approximation where a number is expected"
            )
        case .unitInValue: ("F204", .note, .cell, "数字带了单位", "a number carries its unit")
        case .unknownChoice: ("F205", .error, .cell, "不在可选项中", "the value is none of the choices")
        case .outOfRange: ("F206", .error, .cell, "超出范围", "the value is out of range")
        case .amountScale:
            (
                "F207", .query, .cell, "疑似元与万元误填",
                "the amount looks like yuan for ten thousand yuan"
            )
        case .badDate: ("F208", .error, .cell, "日期不对", "the date is invalid or too late")
        case .damagedCode:
            (
                "F209", .error, .cell, "代码被表格软件改坏",
                "the code was damaged by the spreadsheet"
            )
        case .codeCheckDigit: ("F210", .query, .cell, "信用代码校验位不符", "the check digit does not fit")
        case .notAnInteger: ("F211", .error, .cell, "应为整数", "an integer is expected")
        case .ambiguousPercent: ("F212", .error, .cell, "百分比写法有歧义", "the percentage is ambiguous")
        case .mergedValue:
            (
                "F214", .error, .cell, "一个数填进了多行的合并格",
                "one number stands in a cell merged over rows"
            )
        case .dittoValue: ("F215", .error, .cell, "数值栏不能写同上", "ditto is not a number")
        case .unknownName: ("F216", .error, .cell, "单位名称不在册", "the unit named is not on the list")
        case .duplicateNumber: ("F217", .error, .cell, "同一编号填了两行", "a number stands twice")
        case .struckValue:
            ("F218", .query, .cell, "划掉的内容仍按值读", "what is struck out was read all the same")
        case .observedValue:
            (
                "F625", .error, .cell, "现场核实值不是报表栏的写法",
                "what was seen is no value of the column that it is about"
            )
        case .absentEntry: ("F301", .error, .roster, "在册单位没有填报", "a roster entry is absent")
        case .duplicateEntry: ("F302", .error, .roster, "同一单位填了两行", "a roster entry stands twice")
        case .unknownEntry:
            (
                "F303", .error, .roster, "不在花名册或名称有歧义",
                "the name is not on the roster, or not only once"
            )
        case .closedEntry:
            (
                "F304", .query, .roster, "已撤并或停用仍在填报",
                "a closed or merged entry is still reported"
            )
        case .late: ("F305", .query, .roster, "迟报", "the return came late")
        case .reportedByTwo:
            (
                "F306", .query, .screen, "同一单位被两家填报",
                "two units report the same entry"
            )
        case .noReturns: ("F308", .query, .roster, "一张报表也没有收到", "not one return has come")
        case .codeNameMismatch:
            (
                "F309", .query, .roster, "代码旁边的名称不在花名册上",
                "the name beside a code is not on the roster"
            )
        case .notRestarted:
            ("F405", .query, .screen, "年初累计数没有重新计", "a year's figures go on from December")
        case .sameAsLastMonth:
            (
                "F401", .suspicion, .screen, "整表与上月相同",
                "the sheet equals last month's"
            )
        case .noVariance: ("F402", .suspicion, .screen, "全表数字一样", "all rows are alike")
        case .mutualEvidence: ("F403", .query, .screen, "两表互证不符", "two forms contradict each other")
        case .sameSlip:
            ("F404", .error, .screen, "整列同一个笔误", "one slip runs down a column")
        case .twinSheets:
            ("F601", .suspicion, .screen, "两家单位的表雷同", "two units' sheets are alike")
        case .heaping:
            ("F602", .suspicion, .screen, "数字扎堆在标准线上", "figures heap at a threshold")
        case .shrinkingBase:
            ("F603", .suspicion, .screen, "底数减少而完成率上升", "a base shrinks while its rate rises")
        case .outlier:
            ("F604", .suspicion, .screen, "数字异常偏高", "a figure is far above what is usual")
        case .registerDropped:
            (
                "F620", .query, .file, "登记里少了先前的一件",
                "a matter of the earlier register is gone"
            )
        case .registerRestated:
            ("F621", .query, .file, "同一件登记得不一样", "two sheets say one matter differently")
        case .registerRepeated:
            ("F622", .query, .file, "已经登记过的又登记", "a matter is registered already")
        case .registerDoubled:
            ("F623", .query, .cell, "同一张登记里一件写了两行", "a matter stands on one sheet twice")
        case .reviewDropped:
            ("F624", .query, .file, "测评里少了先前的单位", "a unit of the earlier review is gone")
        case .visitStands:
            ("F629", .query, .file, "先前的暗访记录仍然算数", "an earlier inspection record still counts")
        case .visitObject:
            (
                "F630", .query, .cell, "暗访的对象当时不归这个单位",
                "the inspected object was not the unit's"
            )
        case .unclearReceipt:
            (
                "F627", .query, .cell, "收件登记说不清是哪一份",
                "a line of the receipt register names no one file"
            )
        case .earlyReceipt:
            (
                "F631", .query, .cell, "收件登记的时间早于报表的月份",
                "the receipt register has a return received before its month began"
            )
        case .misplacedRegister:
            ("F628", .query, .file, "收件登记放在文件夹里", "a receipt register lies in a folder")
        case .tableMissing:
            (
                "F501", .error, .campaign, "缺少表格",
                "a table of the campaign is missing"
            )
        case .tableColumnMissing: ("F502", .error, .campaign, "表格缺列", "a table lacks a column")
        case .tableColumnUnknown:
            (
                "F503", .error, .campaign, "表格有多余的列",
                "a table has an unknown column"
            )
        case .tableValue: ("F504", .error, .campaign, "单元格的值不对", "a cell of a table is wrong")
        case .tableDuplicate: ("F505", .error, .campaign, "编号重复", "an identity stands twice")
        case .tableReference: ("F506", .error, .campaign, "引用的对象不存在", "a reference leads nowhere")
        case .formulaError: ("F507", .error, .campaign, "公式有误", "a formula does not work")
        case .formulaPortability:
            (
                "F508", .error, .campaign, "公式用了不可移植的写法",
                "a formula is not portable"
            )
        case .tableAmbiguous:
            (
                "F510", .error, .campaign, "一个名称指向两处",
                "one name stands for two things"
            )
        case .tableReserved: ("F511", .error, .campaign, "名称已被系统占用", "a name is taken by Tongbao")
        case .weightTotal:
            (
                "F512", .note, .campaign, "权重合计不是100",
                "the weights do not add up to 100"
            )
        case .closedOwner:
            (
                "F626", .query, .campaign, "单位撤了，花名册上还归它",
                "entries are left to a unit that has ended"
            )
        }
    }
}
