import Campaigns
import Findings
import TestSupport
import Workbooks

@testable import Returns

/// A county of two towns with one form; sheets are drawn and read as a file of the Inbox.
struct SmallCounty {
    let campaign: Campaign
    let asOf: Moment

    init() {
        let fields = [
            Field(id: "town", header: "乡镇（办事处）", aliases: ["乡镇"], type: .unitName),
            Field(id: "unit_code", header: "村代码", type: .subjectCode),
            Field(
                id: "unit_name", header: "村名称", aliases: ["行政村", "村名"], type: .subjectName,
                required: .always),
            Field(
                id: "cadres", header: "村干部人数", aliases: ["村干部数"], type: .integer, unit: "人",
                required: .always),
            Field(
                id: "pay_due", header: "应发报酬", type: .decimal, unit: "万元", required: .always),
            Field(id: "pay_paid", header: "实发报酬", type: .decimal, unit: "万元", required: .always),
            Field(
                id: "site", header: "活动场所状态", aliases: ["场所现状"], type: .enumeration("site"),
                required: .always, choices: "site"),
            Field(id: "built", header: "建成日期", type: .date),
            Field(id: "note", header: "备注", type: .note),
        ]
        let site = ChoiceList(
            name: "site", values: ["达标", "新建中"],
            spellings: [
                Folding.key("达标"): "达标", Folding.key("已建成"): "达标", Folding.key("新建中"): "新建中",
            ])
        campaign = Campaign(
            settings: Settings(texts: ["county": "青石县"]),
            units: [
                Unit(
                    code: "T1", name: "城关镇人民政府", shortName: "城关镇", aliases: ["城关"],
                    kind: "township", ordinal: 0),
                Unit(
                    code: "T2", name: "河口镇人民政府", shortName: "河口镇", kind: "township", ordinal: 1),
                Unit(code: "D1", name: "青石县财政局", shortName: "财政局", kind: "department", ordinal: 2),
                Unit(
                    code: "T3", name: "石门乡人民政府", shortName: "石门乡", kind: "township",
                    validTo: CivilDate(daysSince1970: 18_413), mergedInto: "T2", ordinal: 3),
            ],
            roster: [
                RosterEntry(
                    code: "610999100201", name: "东关村", aliases: ["东关"], sector: "rural", unit: "T1",
                    ordinal: 0),
                RosterEntry(
                    code: "610999100202", name: "西关村", sector: "rural", unit: "T1", ordinal: 1),
                RosterEntry(
                    code: "610999101201", name: "东关村", sector: "rural", unit: "T2", ordinal: 2),
            ],
            forms: [
                Form(
                    id: "rural", title: "农村月报表", sector: "rural", rowNoun: "行政村",
                    submittedBy: ["township"], folder: "农村", fields: fields)
            ], choices: ["site": site])
        asOf = Moment(CivilDate(daysSince1970: 18_449), secondOfDay: 9 * 3600)
    }

    /// Reads a drawn sheet as the only one of a workbook.
    func read(
        _ table: MarkedGrid, path: String = "2020-06/农村/城关镇农村月报.xlsx", merges: [String] = []
    ) -> FileReading {
        var grid = table.grid
        grid.merges = merges.compactMap { CellRange($0) }
        return ReturnReader(campaign).read(
            Workbook(sheets: [grid], format: .xlsx), path: path, asOf: asOf)
    }
}

extension FileReading {
    /// Every finding as check and cells, in the order of the sheet: `not_a_number C7`.
    var marks: [String] {
        (findings + returns.flatMap(\.findings)).sorted().map { finding in
            ([finding.check?.rawValue ?? finding.code] + finding.place.cells.map(\.description))
                .joined(separator: " ")
        }
    }
}

extension MarkedGrid {
    /// The cell at a mark as findings print it.
    func at(_ mark: String) -> String { places[mark]?.description ?? "no \(mark)" }
}
