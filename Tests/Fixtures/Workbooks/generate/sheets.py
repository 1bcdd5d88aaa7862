"""Sheets that are no worksheets, are hidden, or lead nowhere."""
from archive import archive
from expected import table, write
from parts import HEAD, MAIN, OFFICE, SHEET, book, relationships, replaced, shared, styles, text_cell, worksheet


def kinds():
    """A chart sheet first, then a dialogue, a macro sheet, one without a relationship, a worksheet."""
    main = (f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
            '<sheet name="图" sheetId="1" r:id="rId1"/><sheet name="对话框" sheetId="2" r:id="rId2"/>'
            '<sheet name="宏表" sheetId="3" r:id="rId3"/><sheet name="空" sheetId="4" r:id=""/>'
            '<sheet name="断" sheetId="5" r:id="rId99"/><sheet name="数据" sheetId="6" r:id="rId4"/></sheets></workbook>')
    links = relationships([
        ("rId1", "chartsheet", "chartsheets/sheet1.xml"),
        ("rId2", "dialogsheet", "dialogsheets/sheet1.xml"),
        ("rId3", "http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet",
         "macrosheets/sheet1.xml"), ("rId4", "worksheet", "worksheets/sheet1.xml")])
    sheet = worksheet(f'<row r="1">{text_cell("A1", "只有这张是数据")}</row>')
    parts = replaced(replaced(book([("数据", sheet)]), "xl/workbook.xml", main),
                     "xl/_rels/workbook.xml.rels", links)
    parts += [
        ("xl/chartsheets/sheet1.xml", f'{HEAD}<chartsheet xmlns="{MAIN}"/>'),
        ("xl/dialogsheets/sheet1.xml", f'{HEAD}<dialogsheet xmlns="{MAIN}"/>'),
        ("xl/macrosheets/sheet1.xml",
         f'{HEAD}<xm:macrosheet xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"/>')]
    write("excel-sheet-kinds", archive(parts), {"数据": {"A1": "只有这张是数据"}})


def hidden():
    """A hidden sheet first, a very hidden one last; both are dumped."""
    sheets = [("字典", worksheet(f'<row r="1">{text_cell("A1", "是")}{text_cell("B1", "否")}</row>')),
              ("上报表", worksheet(f'<row r="1" hidden="1">{text_cell("A1", "村名")}</row>',
                                  before='<cols><col min="2" max="3" hidden="1"/></cols>')),
              ("底稿", worksheet('<row r="1"><c r="A1"><v>1</v></c></row>'))]
    parts = book(sheets, properties='<bookViews><workbookView firstSheet="1" activeTab="1"/></bookViews>')
    main = dict(parts)["xl/workbook.xml"]
    main = main.replace('sheetId="1"', 'sheetId="1" state="hidden"')
    main = main.replace('sheetId="3"', 'sheetId="3" state="veryHidden"')
    write("excel-hidden-sheets", archive(replaced(parts, "xl/workbook.xml", main)),
          {"字典": {"A1": "是", "B1": "否"}, "上报表": {"A1": "村名"}, "底稿": {"A1": 1}})


def merged():
    """Merged heads over blanks that still have styles; a region that is one cell, and one reversed."""
    strings = shared(f"<si><t>{text}</t></si>" for text in ["村级组织", "书记", "两委委员", "岭后村", "村名"])
    rows = ('<row r="1"><c r="A1" s="1" t="s"><v>4</v></c><c r="B1" s="1" t="s"><v>0</v></c><c r="C1" s="1"/></row>'
            '<row r="2"><c r="A2" s="1"/><c r="B2" s="1" t="s"><v>1</v></c><c r="C2" s="1" t="s"><v>2</v></c></row>'
            '<row r="3"><c r="A3" t="s"><v>3</v></c><c r="B3"><v>1</v></c><c r="C3"><v>5</v></c></row>')
    behind = ('<mergeCells count="9"><mergeCell ref="B1:C1"/><mergeCell ref="A1:A2"/>'
              '<mergeCell ref="D4"/></mergeCells>')
    parts = book([("组织", worksheet(rows, behind=behind))], strings=strings, style=styles([0, 49]))
    write("excel-merged-head", archive(parts),
          {"组织": table([["村名", "村级组织"], [None, "书记", "两委委员"], ["岭后村", 1, 5]])})


def macros():
    """A workbook with macros, which are never looked at."""
    sheet = worksheet(f'<row r="1">{text_cell("A1", "带宏的上报表")}</row>')
    parts = book([("Sheet1", sheet)],
                 more=[("xl/vbaProject.bin", bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504),
                        "application/vnd.ms-office.vbaProject")],
                 links=[("rId9", "http://schemas.microsoft.com/office/2006/relationships/vbaProject",
                         "vbaProject.bin")])
    types = dict(parts)["[Content_Types].xml"].replace(
        SHEET + "sheet.main+xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml")
    write("excel-macros", archive(replaced(parts, "[Content_Types].xml", types)),
          {"Sheet1": {"A1": "带宏的上报表"}}, ending="xlsm")


for make in (kinds, hidden, merged, macros):
    make()
