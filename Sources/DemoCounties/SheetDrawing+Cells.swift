import Campaigns
import Workbooks

extension SheetDrawing {
    func cell(
        _ value: SheetValue, _ column: SheetPlan.Column, _ row: SheetRow, _ place: Int
    ) -> CellDraft {
        var style = Self.cellStyle
        var content = content(of: value)
        switch value {
        case .hundredths: style.numberFormat = "0.00"
        case .text(let text):
            content = .string(worded(text, column, row, place))
            if column.field?.type == .subjectCode { style.numberFormat = "@" }
            if column.field?.type == .text || column.field?.type == .note { style.wraps = true }
        case .date(let date):
            if let text = plan.habits.text(of: date) {
                content = .string(text)
            } else {
                style.numberFormat = "yyyy-mm-dd"
            }
        default: break
        }
        return CellDraft(content, style: style)
    }

    func content(of value: SheetValue) -> CellDraft.Content {
        switch value {
        case .blank: .blank
        case .integer(let number): .integer(number)
        case .hundredths: .digits(value.text)
        case .date(let date): .date(date)
        case .dash, .text: .string(value.text)
        case .uncomputed(let formula): .formula(formula, result: .blank)
        }
    }

    /// A text as this author words it.
    private func worded(
        _ text: String, _ column: SheetPlan.Column, _ row: SheetRow, _ place: Int
    ) -> String {
        if let entry = row.entry, column.field?.type == .subjectName, text == entry.name {
            guard plan.habits.usesEntryAliases, plan.form.sector == entry.sector else {
                return text
            }
            if entry.sector == "rural" && place % 9 == 4 { return text + "村民委员会" }
            return entry.aliases.first ?? text
        }
        guard plan.habits.usesTicks, case .enumeration(let list)? = column.field?.type else {
            return text
        }
        let other = Self.wordings[text] ?? text
        // Only what the campaign's own list takes for the same.
        return choices[list]?.spellings[Folding.key(other)] == text ? other : text
    }

    private static let wordings = [
        "是": "√", "否": "×", "达标": "已达标", "新建中": "正在新建", "未组建": "未建", "单独组建": "单独建立",
        "联合组建": "联合支部", "民办非企业单位": "社会服务机构", "不涉及": "非撤并村", "已到位": "到位",
    ]

    static let headStyle: CellStyle = {
        var style = cellStyle
        style.isBold = true
        style.wraps = true
        return style
    }()

    static let cellStyle: CellStyle = {
        var style = CellStyle()
        style.hasBorder = true
        style.horizontal = .center
        return style
    }()
}
