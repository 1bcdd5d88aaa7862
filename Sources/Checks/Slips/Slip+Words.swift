import Campaigns
import Findings

extension Slip {
    /// The proposal for one row: `很可能是“累计应发”按元填了：本列以万元计，改成3.6后这一行各项都对得上`.
    func proposal(reads: String?, in form: Form) -> Bilingual {
        func header(_ field: String) -> String { form.field(field)?.header ?? field }
        let holds = Bilingual("这一行各项都对得上，请核对", "everything in the row agrees; please check")
        switch self {
        case .scaled(let field, let scale):
            let reads = reads ?? ""
            let cause = scale.cause(of: header(field), form.field(field))
            return Bilingual(
                "很可能是\(cause.chinese)：改成\(reads)后\(holds.chinese)",
                "probably \(cause.english): with \(reads) \(holds.english)")
        case .wrongHeadUnit(let fields):
            let unit = fields.first.flatMap { form.field($0)?.unit } ?? ""
            let cause = shared(in: form)
            return Bilingual(
                "很可能是\(cause.chinese)：按\(unit)算，\(holds.chinese)",
                "probably \(cause.english): taken in \(unit), \(holds.english)")
        case .amountsInUnits:
            let reads = reads ?? ""
            let cause = shared(in: form)
            return Bilingual(
                "很可能是\(cause.chinese)：改成\(reads)后\(holds.chinese)",
                "probably \(cause.english): with \(reads) \(holds.english)")
        case .swapped(let left, let right):
            return Bilingual(
                "可能是“\(header(left))”和“\(header(right))”两格填反了：对调后\(holds.chinese)",
                "“\(header(left))” and “\(header(right))” may be in each other’s place: exchanged, \(holds.english)"
            )
        case .shiftedRight(let field):
            return Bilingual(
                "很可能是从“\(header(field))”起都往右错了一格：各往左移一格后\(holds.chinese)",
                "probably everything from “\(header(field))” on stands one cell too far right: moved left, \(holds.english)"
            )
        case .shiftedLeft(let field):
            return Bilingual(
                "很可能是“\(header(field))”这一格漏了，后面的都往左错了一格：各往右移一格后\(holds.chinese)",
                "probably “\(header(field))” was left out and what follows stands one cell too far left: moved right, \(holds.english)"
            )
        case .totalRow:
            return Bilingual(
                "这一行的数都等于其余各行之和，很可能是合计行：名称写成“合计”，系统就不当作一行数据了，请核对",
                "every figure here is the sum of the other rows, so this is probably the total: call it 合计 and it is not taken for a row; please check"
            )
        case .lastMonthsSheet:
            return Bilingual(
                "整张表和上月报的完全一样，很可能是又交了上月的表，请核对",
                "the whole sheet is the same as last month’s, which was probably sent once more; please check"
            )
        }
    }

    /// What many rows have in common, as a clause that follows a number of rows.
    func shared(in form: Form) -> Bilingual {
        func header(_ field: String) -> String { form.field(field)?.header ?? field }
        switch self {
        case .scaled(let field, let scale):
            return scale.cause(of: header(field), form.field(field))
        case .amountsInUnits(let fields):
            let names = fields.map(header)
            let unit = fields.first.flatMap { form.field($0)?.unit } ?? ""
            let base = String(unit.dropFirst())
            return Bilingual(
                "\(names.quotedChinese)都按\(base)填了，这几列以\(unit)计",
                "\(names.quotedEnglish) were given in \(base), but the columns are in \(unit)")
        case .wrongHeadUnit(let fields):
            let names = fields.map(header)
            let unit = fields.first.flatMap { form.field($0)?.unit } ?? ""
            return Bilingual(
                "\(names.quotedChinese)填的是以\(unit)计的数，表头或表上方写的却是别的单位",
                "\(names.quotedEnglish) were given in \(unit), but the heads or a line above name another unit"
            )
        case .swapped(let left, let right):
            return Bilingual(
                "“\(header(left))”和“\(header(right))”两列填反了",
                "“\(header(left))” and “\(header(right))” in each other’s place")
        case .shiftedRight(let field):
            return Bilingual(
                "从“\(header(field))”一列起都往右错了一格",
                "everything from “\(header(field))” on one cell too far right")
        case .shiftedLeft(let field):
            return Bilingual(
                "“\(header(field))”一列漏填，后面的都往左错了一格",
                "“\(header(field))” left out and what follows one cell too far left")
        case .totalRow, .lastMonthsSheet:
            return proposal(reads: nil, in: form)
        }
    }
}

extension Slip.Scale {
    /// `“村干部人数”多写了一个0`.
    fileprivate func cause(of header: String, _ field: Field?) -> Bilingual {
        let unit = field?.unit ?? ""
        let isWhole = field?.type == .integer
        switch self {
        case .extraZero where isWhole:
            return Bilingual("“\(header)”多写了一个0", "“\(header)” has one zero too many")
        case .missingZero where isWhole:
            return Bilingual("“\(header)”少写了一个0", "“\(header)” lacks a zero")
        case .extraZero, .missingZero:
            return Bilingual("“\(header)”小数点错了一位", "the point in “\(header)” is one place off")
        case .unitsForMyriads:
            let base = String(unit.dropFirst())
            return Bilingual(
                "“\(header)”按\(base)填了，本列以\(unit)计",
                "“\(header)” was given in \(base), but the column is in \(unit)")
        case .myriadsForUnits:
            return Bilingual(
                "“\(header)”按万\(unit)填了，本列以\(unit)计",
                "“\(header)” was given in 万\(unit), but the column is in \(unit)")
        case .hundredth, .hundredfold:
            return Bilingual(
                "“\(header)”的百分数错了两位", "the percentage in “\(header)” is two places off")
        }
    }
}
