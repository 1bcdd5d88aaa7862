"""The same sheet in the encodings, namespaces and quotes that parts come in."""
from archive import archive
from expected import Date, table, write
from parts import MAIN, OFFICE, PACKAGE, STRICT_MAIN, STRICT_OFFICE, book, replaced, styles, worksheet

ROWS = [["村名", "三务公开次数"], ["丰图村", 12], ["大寨村", 9.5]]
CELLS = {"公开": table(ROWS)}
SHEET = "xl/worksheets/sheet1.xml"


def sheet(head):
    rows = "".join(
        f'<row r="{n}"><c r="A{n}" t="inlineStr"><is><t>{a}</t></is></c>'
        + (f'<c r="B{n}" t="inlineStr"><is><t>{b}</t></is></c>' if isinstance(b, str)
           else f'<c r="B{n}"><v>{b}</v></c>') + "</row>"
        for n, (a, b) in enumerate(ROWS, 1))
    return f'{head}<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'


def encoded(name, head, encoding, *, mark=b""):
    parts = book([("公开", "")])
    write(name, archive(replaced(parts, SHEET, mark + sheet(head).encode(encoding))), CELLS)


def encodings():
    declared = '<?xml version="1.0" encoding="{}"?>'.format
    encoded("hand-utf16le", declared("UTF-16"), "utf-16-le", mark=b"\xff\xfe")
    encoded("hand-utf16be", declared("UTF-16BE"), "utf-16-be")
    encoded("hand-gb18030", declared("GB18030"), "gb18030")
    encoded("hand-gb2312", declared("gb2312"), "gb2312")
    encoded("hand-byte-order-mark", declared("UTF-8"), "utf-8", mark=b"\xef\xbb\xbf")
    encoded("hand-no-declaration", "", "utf-8")


def prefixes():
    """Every element and relationship with a prefix, single quotes, line ends inside tags."""
    main = (f"<?xml version='1.0'?>\r\n<x:workbook xmlns:x='{MAIN}' xmlns:rel='{OFFICE}'>\r\n<x:sheets>"
            "<x:sheet\r\n name='公开'\r\n sheetId='1'\r\n rel:id='rId1'\r\n/></x:sheets></x:workbook>")
    rows = "".join(
        f"<x:row\n\tr='{n}'><x:c\n r = 'A{n}' t='str'><x:v>{a}</x:v></x:c>"
        f"<x:c\r\nr='B{n}'{'' if isinstance(b, float | int) else ' t=' + chr(39) + 'str' + chr(39)}>"
        f"<x:v>{b}</x:v></x:c></x:row>" for n, (a, b) in enumerate(ROWS, 1))
    text = f"<x:worksheet xmlns:x='{MAIN}'><x:sheetData>{rows}</x:sheetData></x:worksheet>"
    links = (f"<ns0:Relationships xmlns:ns0='{PACKAGE}'><ns0:Relationship Id='rId1' Type='{OFFICE}/"
             "worksheet' Target='worksheets/sheet1.xml'/></ns0:Relationships>")
    parts = replaced(book([("公开", "")]), SHEET, text)
    parts = replaced(replaced(parts, "xl/workbook.xml", main), "xl/_rels/workbook.xml.rels", links)
    write("hand-prefixes", archive(parts), CELLS)


def strict():
    """ISO/IEC 29500 Strict: other namespaces, dates as ISO text although the system is 1904."""
    rows = ('<row r="1"><c r="A1" t="str"><v>换届日期</v></c><c r="B1" s="1" t="d"><v>2020-06-30</v></c>'
            '<c r="C1" s="2" t="d"><v>2020-06-30T09:30:00</v></c><c r="D1" s="3" t="d"><v>09:30:00</v></c>'
            '<c r="E1" t="d"><v>1900-01-01T00:00:00.000</v></c><c r="F1" s="1"><v>42550</v></c></row>')
    text = worksheet(rows, main=STRICT_MAIN).replace(OFFICE, STRICT_OFFICE)
    parts = [(name, part.replace(MAIN, STRICT_MAIN).replace(OFFICE, STRICT_OFFICE))
             for name, part in book([("严格", text)], style=styles([0, 14, 22, 21]),
                                    properties='<workbookPr date1904="1"/>')]
    write("excel-strict", archive(parts), {"严格": {
        "A1": "换届日期", "B1": Date("2020-06-30"), "C1": Date("2020-06-30T09:30:00"),
        "D1": Date("09:30:00"), "E1": Date("1900-01-01T00:00:00"), "F1": Date("2020-06-30")}})


def foreign():
    """Elements of other namespaces between and around the cells that must not count as cells."""
    more = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac xr" ' \
        'xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" ' \
        'xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision" ' \
        'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" ' \
        'xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"'
    rows = ('<row r="1" spans="1:2" x14ac:dyDescent="0.25"><c r="A1" t="str"><v>大槐树村</v></c>'
            '<x14:c r="B1"><x14:v>99</x14:v></x14:c><c r="C1"><v>5</v></c></row>')
    behind = (
        '<mc:AlternateContent><mc:Choice Requires="x14"><controls><control shapeId="1025"/></controls>'
        '</mc:Choice><mc:Fallback/></mc:AlternateContent><extLst><ext uri="{05C60535-1F16-4fd2-B633-'
        'F4F36F0B64E0}"><x14:sparklineGroups><x14:sparklineGroup><x14:sparklines><x14:sparkline>'
        "<xm:f>Sheet1!A1:C1</xm:f><xm:sqref>D1</xm:sqref></x14:sparkline></x14:sparklines>"
        '</x14:sparklineGroup></x14:sparklineGroups></ext></extLst>')
    text = worksheet(rows, behind=behind, attributes=f' {more} xr:uid="{{00000000-0001-0000-0000-000000000000}}"')
    parts = book([("扩展", text)])
    main = dict(parts)["xl/workbook.xml"].replace(
        "<sheets>", '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility'
        '/2006"><mc:Choice Requires="x15"><x15ac:absPath xmlns:x15ac="urn:x" url="D:\\"/></mc:Choice>'
        "</mc:AlternateContent><sheets>")
    write("excel-extensions", archive(replaced(parts, "xl/workbook.xml", main)),
          {"扩展": {"A1": "大槐树村", "C1": 5}})


def strays():
    """Elements that are called like cells but stand outside `sheetData`, where no cells are."""
    behind = ('<extLst><ext uri="{x}"><row r="9"><c r="E5"><v>77</v></c></row></ext></extLst>')
    text = worksheet('<row r="1"><c r="A1" t="str"><v>大槐树村</v></c></row>', behind=behind)
    write("hand-cells-outside-sheet-data", archive(book([("扩展", text)])), {"扩展": {"A1": "大槐树村"}})


for make in (encodings, prefixes, strict, foreign, strays):
    make()
