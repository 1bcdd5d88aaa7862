"""Exports of services and libraries that cannot be run here, in the shapes that their users report."""
from archive import archive
from expected import Date, table, write
from parts import HEAD, MAIN, book, shared, styles, worksheet


def google():
    """Google Sheets: a thousand styled rows below the data, no document properties, drawings empty."""
    texts = ["单位", "上报日期", "应到", "实到", "合计", "会议室在二楼\n（东侧）"]
    strings = shared(f'<si><t>{text}</t></si>' if "\n" not in text else
                     f'<si><t xml:space="preserve">{text}</t></si>' for text in texts)
    rows = ('<row r="1"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" s="1" t="s"><v>1</v></c>'
            '<c r="C1" s="1" t="s"><v>2</v></c><c r="D1" s="1" t="s"><v>3</v></c></row>'
            '<row r="2" ht="15.75" customHeight="1"><c r="A2" s="1" t="s"><v>5</v></c><c r="B2" s="2"><v>44012.0</v></c>'
            '<c r="C2" s="1"><v>40.0</v></c><c r="D2" s="1"><v>38.0</v></c></row>'
            '<row r="3"><c r="A3" s="1" t="s"><v>4</v></c><c r="C3" s="1"><f t="shared" ref="C3:D3" si="1">'
            'SUM(C2)</f><v>40</v></c><c r="D3" s="1"><f t="shared" si="1"/><v>38</v></c></row>')
    rows += "".join(f'<row r="{n}" ht="15.75" customHeight="1"><c r="A{n}" s="1"/></row>'
                    for n in range(4, 1001))
    sheet = worksheet(rows, before='<sheetPr><outlinePr summaryBelow="0" summaryRight="0"/></sheetPr>'
                      '<sheetFormatPr customHeight="1" defaultColWidth="12.63" defaultRowHeight="15.75"/>')
    parts = book([("工作表1", sheet)], strings=strings,
                 style=styles([0, 0, 164], formats=[(164, "yyyy-mm-dd")]))
    write("google-sheets", archive(parts), {"工作表1": table([
        ["单位", "上报日期", "应到", "实到"], ["会议室在二楼\n（东侧）", Date("2020-06-30"), 40, 38],
        ["合计", None, 40, 38]])})


def sap():
    """A report server's list: no `r`, `xml:space` everywhere, numbers as text, dates as ISO."""
    heads = ["单位编码", "金额", "记账日期", "状态"]
    def text(value):
        return f'<c t="inlineStr"><is><t xml:space="preserve">{value}</t></is></c>'
    rows = f"<row>{''.join(map(text, heads))}</row>"
    rows += ("<row>" + text("0000610431") + '<c t="n" s="1"><v>1234.50</v></c><c t="d" s="2"><v>2020-06-30</v></c>'
             + text("X ") + "</row><row>" + text("0000610432") + '<c t="n" s="1"><v>-0.00</v></c>'
             '<c t="d" s="2"><v/></c>' + text("") + "</row>")
    parts = book([("List 1", worksheet(rows))], style=styles([0, 4, 14]))
    write("sap-list", archive(parts), {"List 1": table([
        heads, ["0000610431", 1234.5, Date("2020-06-30"), "X "], ["0000610432", 0]])})


def excel():
    """A small workbook as Excel 2016 saves it: spans, spacing, calculation chain, defined names."""
    texts = ["城关镇", "上官庄村", "党员数", "达标率"]
    strings = shared((f'<si><t>{text}</t><phoneticPr fontId="1" type="noConversion"/></si>' for text in texts),
                     counts=' count="4" uniqueCount="4"')
    rows = ('<row r="1" spans="1:3" ht="22.5" customHeight="1" x14ac:dyDescent="0.2"><c r="A1" s="1" t="s"><v>0</v></c>'
            '<c r="B1" t="s"><v>2</v></c><c r="C1" t="s"><v>3</v></c></row>'
            '<row r="2" spans="1:3" x14ac:dyDescent="0.2"><c r="A2" t="s"><v>1</v></c><c r="B2"><v>36</v></c>'
            '<c r="C2" s="2"><f>B2/40</f><v>0.9</v></c></row>'
            '<row r="3" spans="1:3" x14ac:dyDescent="0.2"><c r="C3" s="2"><v>8.5000000000000006E-2</v></c></row>')
    sheet = worksheet(
        rows, before='<sheetPr codeName="Sheet1"/><dimension ref="A1:C3"/><sheetViews><sheetView tabSelected="1" '
        'workbookViewId="0"><selection activeCell="B2" sqref="B2"/></sheetView></sheetViews><sheetFormatPr '
        'defaultRowHeight="14.25" x14ac:dyDescent="0.2"/><cols><col min="1" max="1" width="18.625" customWidth="1"/></cols>',
        behind='<phoneticPr fontId="1" type="noConversion"/><pageMargins left="0.7" right="0.7" top="0.75" '
        'bottom="0.75" header="0.3" footer="0.3"/>',
        attributes=' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac" '
        'xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"')
    chain = f'{HEAD}<calcChain xmlns="{MAIN}"><c r="C2" i="1"/></calcChain>'
    parts = book(
        [("城关镇", sheet)], strings=strings, style=styles([0, 49, 10]),
        properties='<fileVersion appName="xl" lastEdited="6" lowestEdited="5" rupBuild="14420"/><workbookPr '
        'codeName="ThisWorkbook" defaultThemeVersion="153222"/>',
        behind="<definedNames><definedName name=\"_xlnm.Print_Area\" localSheetId=\"0\">城关镇!$A$1:$C$3"
        '</definedName><definedName name="达标率">城关镇!$C$2</definedName></definedNames><calcPr calcId="152511"/>',
        more=[("xl/calcChain.xml", chain, "application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml")],
        links=[("rId5", "calcChain", "calcChain.xml")])
    write("excel-return", archive(parts), {"城关镇": table([
        ["城关镇", "党员数", "达标率"], ["上官庄村", 36, 0.9], [None, None, 0.085]])})


for make in (google, sap, excel):
    make()
