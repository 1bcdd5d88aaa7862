import Findings
import TestSupport
import Testing
import Workbooks

struct ChartTests {
    private func chart(
        _ kind: ChartDraft.Kind, _ change: (inout ChartDraft) -> Void = { _ in }
    ) throws -> ChartDraft {
        let names = try #require(CellRange("A2:A4"))
        let values = try #require(CellRange("B2:B4"))
        var chart = ChartDraft(
            kind, over: try #require(CellRange("D2:H12")),
            series: [
                .init(
                    name: "得分 <一>", categories: .init(names), values: .init(values), color: "c00000"
                )
            ])
        change(&chart)
        return chart
    }

    private func book(_ chart: ChartDraft, sheet: String = "农村") -> WorkbookDraft {
        var sheet = SheetDraft(name: sheet)
        sheet.rows = [
            RowDraft([CellDraft("乡镇"), CellDraft("得分")]),
            RowDraft([CellDraft("城关镇"), CellDraft(.digits("98.50"))]),
            RowDraft([CellDraft("东坪乡"), CellDraft("未报")]),
            RowDraft([CellDraft("西河镇"), CellDraft(.formula("1+1", result: .decimal(2)))]),
        ]
        sheet.charts = [chart]
        return WorkbookDraft(sheets: [sheet])
    }

    @Test func `a chart carries copies of the cells that it draws, with gaps where none are`()
        throws
    {
        let bytes = try book(chart(.columns)).encoded()
        let text = try bytes.part("xl/charts/chart1.xml")
        #expect(text.contains("<c:tx><c:v>得分 &lt;一&gt;</c:v></c:tx>"))
        #expect(
            text.contains(
                """
                <c:cat><c:strRef><c:f>'农村'!$A$2:$A$4</c:f><c:strCache><c:ptCount val="3"/>\
                <c:pt idx="0"><c:v>城关镇</c:v></c:pt><c:pt idx="1"><c:v>东坪乡</c:v></c:pt>\
                <c:pt idx="2"><c:v>西河镇</c:v></c:pt></c:strCache></c:strRef></c:cat>
                """))
        #expect(
            text.contains(
                """
                <c:val><c:numRef><c:f>'农村'!$B$2:$B$4</c:f><c:numCache>\
                <c:formatCode>General</c:formatCode><c:ptCount val="3"/><c:pt idx="0">\
                <c:v>98.50</c:v></c:pt><c:pt idx="2"><c:v>2</c:v></c:pt></c:numCache></c:numRef>
                """))
        #expect(text.contains("<a:srgbClr val=\"C00000\"/>"))
        #expect(PackageLint.faults(in: bytes) == [])
    }

    @Test(arguments: [
        (ChartDraft.Kind.columns, "<c:barDir val=\"col\"/><c:grouping val=\"clustered\"/>"),
        (.stackedColumns, "<c:barDir val=\"col\"/><c:grouping val=\"stacked\"/>"),
        (.bars, "<c:barDir val=\"bar\"/><c:grouping val=\"clustered\"/>"),
        (.lines, "<c:lineChart><c:grouping val=\"standard\"/>"),
    ])
    func `everything is said that programs take differently`(
        _ kind: ChartDraft.Kind, _ beginning: String
    ) throws {
        let text = try book(chart(kind)).encoded().part("xl/charts/chart1.xml")
        for piece in [
            beginning, "<c:lang val=\"zh-CN\"/>", "<c:autoTitleDeleted val=\"1\"/>",
            "<c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/>",
            "<a:latin typeface=\"宋体\"/><a:ea typeface=\"宋体\"/>",
            "<c:axId val=\"111111111\"/><c:axId val=\"222222222\"/>",
        ] {
            #expect(text.contains(piece))
        }
        #expect(text.contains("<c:overlap val=\"100\"/>") == (kind == .stackedColumns))
    }

    @Test func `a chart lies over its cells, up to the edge of the last`() throws {
        let text = try book(chart(.lines)).encoded().part("xl/drawings/drawing1.xml")
        #expect(
            text.contains(
                """
                <xdr:from><xdr:col>3</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row>\
                <xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>8</xdr:col>\
                <xdr:colOff>0</xdr:colOff><xdr:row>12</xdr:row>
                """))
    }

    @Test func `a source on another sheet is named as that sheet was written`() throws {
        var draft = book(try chart(.bars), sheet: "一/二")
        var other = SheetDraft(name: "图")
        other.charts = draft.sheets[0].charts
        for path in [\ChartDraft.Series.categories, \.values] {
            other.charts[0].series[0][keyPath: path].sheet = "一/二"
        }
        draft.sheets[0].charts = []
        draft.sheets.insert(other, at: 0)
        let bytes = try draft.encoded()
        let text = try bytes.part("xl/charts/chart1.xml")
        #expect(text.contains("<c:f>'一_二'!$A$2:$A$4</c:f>"))
        #expect(text.contains("<c:v>城关镇</c:v>"))
        #expect(PackageLint.faults(in: bytes) == [])
    }

    @Test func `a title stands over the chart and along the axes`() throws {
        let draft = book(
            try chart(.columns) {
                $0.title = "各乡镇得分"
                $0.valueTitle = "分"
                $0.legend = .none
            })
        let text = try draft.encoded().part("xl/charts/chart1.xml")
        #expect(text.contains("<a:t>各乡镇得分</a:t>"))
        #expect(text.contains("<c:autoTitleDeleted val=\"0\"/>"))
        #expect(text.contains("<a:bodyPr rot=\"0\" vert=\"eaVert\"/>"))
        #expect(!text.contains("<c:legend>"))
    }
}
