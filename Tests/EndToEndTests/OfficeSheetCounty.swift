import Foundation
import Testing

/// The small campaign with the office's own sheets: a register of bonus points, a review, and inspections
/// of the areas.
struct OfficeSheetCounty {
    private let county: PatrolCounty
    var place: Workplace { county.place }

    init() throws {
        county = try PatrolCounty()
        try append(
            """
            bonus,加分登记表,,登记事项,,month,加分登记
            review,年终测评登记,,单位,,year,年终测评
            visit,巡查记录表,,项目,,month,巡查

            """, to: "forms.csv")
        let blanks = ",,,,missing,,,,"
        try append(
            """
            bonus,unit_name,单位名称,,unit_name,,yes\(blanks)
            bonus,points,加分,,decimal,分,no,0,3,,not_applicable,,,,
            bonus,veto,一票否决,,text,,no\(blanks)
            bonus,basis,依据文号,,text,,yes\(blanks)
            review,unit_name,单位名称,,unit_name,,yes\(blanks)
            review,votes_yes,满意,,integer,票,yes,0,,,missing,,,,
            review,votes_no,不满意,,integer,票,yes,0,,,missing,,,,
            visit,visit_id,巡查编号,,code,,yes\(blanks)
            visit,visit_date,巡查日期,,date,,yes\(blanks)
            visit,unit_code,片区代码,,subject_code,,yes\(blanks)
            visit,duty_unit,责任单位,,unit_name,,yes\(blanks)
            visit,item,项目编码,,text,,yes\(blanks)
            visit,observed,现场核实值,,text,,yes\(blanks)
            visit,result,结论,,text,,no\(blanks)
            visit,feedback,反馈,,text,,no\(blanks)
            visit,verdict,认定,,text,,yes\(blanks)

            """, to: "fields.csv")
        try append("review_values,votes_yes:100;votes_no:0,分,default,,\n", to: "settings.csv")
        try place.write(
            "id,title,field,as_of,tolerance\nX1,火险等级,patrol.risk,state,0\n",
            to: "Campaign/inspection_items.csv")
    }

    private func append(_ text: String, to table: String) throws {
        let path = "Campaign/\(table)"
        try place.write(place.text(path) + text, to: path)
    }

    /// A line each: unit, points, veto, basis.
    func register(_ lines: String..., to file: String) throws {
        try place.write(
            "加分登记表（2021年4月）\n单位名称,加分,一票否决,依据文号\n" + lines.joined(separator: "\n") + "\n",
            to: "Inbox/2021-04/加分登记/\(file)")
    }

    /// A record of 鹰嘴岩片区, 云杉林场's duty.
    func visit(on date: String, observed: String, in month: String = "2021-03") throws {
        let title = month.replacing("-0", with: "年") + "月"
        try place.write(
            """
            巡查记录表（\(title)）
            巡查编号,巡查日期,片区代码,责任单位,项目编码,现场核实值,结论,反馈,认定
            A1,\(date),PQ01,云杉林场,X1,\(observed),不符,,待认定

            """, to: "Inbox/\(month)/巡查/记录.csv")
    }

    func run(_ arguments: String..., asOf: String) throws -> Outcome {
        try place.tongbao(arguments + ["--campaign", "Campaign", "--as-of", asOf])
    }

    /// What a month's ranking says of a unit in a column.
    func figure(_ column: String, of code: String, in period: String = "2021-04") throws -> String?
    {
        try Table(place.data("Outbox/\(period)/数据/排名.csv"), name: "排名.csv")
            .row(["code": code])[column]
    }
}
