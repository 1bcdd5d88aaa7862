"""Workbooks as WPS Office writes them: private parts, no counts, pictures in cells."""
from archive import archive
from expected import Date, table, write
from parts import OFFICE, book, shared, styles, worksheet

CUSTOM = ('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.'
          'openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.'
          'openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-'
          '9397-08002B2CF9AE}" pid="2" name="KSOProductBuildVer"><vt:lpwstr>2052-11.1.0.9999</vt:lpwstr>'
          "</property></Properties>")
CORE = ('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties xmlns:cp="http://'
        'schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dcterms="http://purl.org/'
        'dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dcterms:created xsi:type='
        '"dcterms:W3CDTF">2020-06-30T01:30:00Z</dcterms:created><dcterms:created xsi:type="dcterms:W3CDTF">'
        "2020-06-30T01:30:00Z</dcterms:created></cp:coreProperties>")
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000" "1f15c489"
    "0000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082")

IMAGES = ('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<etc:cellImages xmlns:xdr="http://'
          'schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:r="' + OFFICE + '" xmlns:a='
          '"http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:etc="http://www.wps.cn/'
          'officeDocument/2017/etCustomData"><etc:cellImage><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="1" '
          'name="ID_00000000000000000000000000000001"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill>'
          '<a:blip r:embed="rId1"/></xdr:blipFill></xdr:pic></etc:cellImage></etc:cellImages>')


def monthly_return():
    """A return filled in with WPS: stale dimension, no counts, Chinese dates, a picture in a cell."""
    texts = ["固镇镇“三务”公开上报表", "村名", "公开日期", "照片", "会议时间", "上墙", "上窑村", "下窑村", "是"]
    strings = shared((f"<si><t>{text}</t></si>" for text in texts))
    picture = ('<f>_xlfn.DISPIMG("ID_00000000000000000000000000000001",1)</f>'
               '<v>=DISPIMG("ID_00000000000000000000000000000001",1)</v>')
    rows = (
        '<row r="1" ht="27" customHeight="1" spans="1:5"><c r="A1" s="1" t="s"><v>0</v></c>'
        '<c r="B1" s="1"/><c r="C1" s="1"/><c r="D1" s="1"/><c r="E1" s="1"/></row>'
        '<row r="2" spans="1:5">' + "".join(
            f'<c r="{letter}2" s="1" t="s"><v>{n}</v></c>' for n, letter in enumerate("ABCDE", 1))
        + '</row><row r="3" spans="1:5"><c r="A3" t="s"><v>6</v></c><c r="B3" s="2"><v>44012</v></c>'
        f'<c r="C3" t="str">{picture}</c><c r="D3" s="3"><v>0.395833333333333</v></c>'
        '<c r="E3" t="s"><v>8</v></c></row>'
        '<row r="4" spans="1:5"><c r="A4" t="s"><v>7</v></c><c r="B4" s="4"><v>44012</v></c>'
        '<c r="C4" s="1"/><c r="D4" s="3"/><c r="E4" t="s"><v>8</v></c></row>')
    sheet = worksheet(
        rows, before='<sheetPr><pageSetUpPr/></sheetPr><dimension ref="A1"/><sheetViews><sheetView '
        'workbookViewId="0"/></sheetViews><sheetFormatPr defaultColWidth="9" defaultRowHeight="13.5"/>',
        behind='<mergeCells count="1"><mergeCell ref="A1:E1"/></mergeCells>',
        attributes=' xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData"')
    images = ("http://www.wps.cn/officeDocument/2020/cellImage")
    parts = book(
        [("三务公开", sheet)], strings=strings, style=styles([0, 49, 31, 32, 58]),
        properties='<fileVersion appName="xl" lastEdited="3" lowestEdited="5" rupBuild="9302"/>'
        '<workbookPr/><bookViews><workbookView windowWidth="20000" windowHeight="9000"/></bookViews>',
        more=[("xl/cellimages.xml", IMAGES, "application/vnd.wps-officedocument.cellimage+xml"),
              ("xl/_rels/cellimages.xml.rels",
               '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.'
               f'org/package/2006/relationships"><Relationship Id="rId1" Type="{OFFICE}/image" '
               'Target="media/image1.png"/></Relationships>', None),
              ("xl/media/image1.png", PIXEL, None),
              ("customStorage/customStorage.xml", '<?xml version="1.0"?><customStorage xmlns="https://web.'
               'wps.cn/et/2018/main"/>', "application/vnd.wps-officedocument.customStorage+xml"),
              ("docProps/custom.xml", CUSTOM,
               "application/vnd.openxmlformats-officedocument.custom-properties+xml"),
              ("docProps/core.xml", CORE, "application/vnd.openxmlformats-package.core-properties+xml")],
        links=[("rId7", images, "cellimages.xml"),
               ("rId8", "http://www.wps.cn/officeDocument/2023/relationships/customStorage",
                "../customStorage/customStorage.xml")])
    expected = table([
        ["固镇镇“三务”公开上报表"], ["村名", "公开日期", "照片", "会议时间", "上墙"],
        ["上窑村", Date("2020-06-30"), "[图片]", Date("09:30:00"), "是"],
        ["下窑村", Date("2020-06-30"), None, None, "是"]])
    write("wps-return", archive(parts), {"三务公开": expected})


def plain_picture():
    """The same formula without its prefix, and in a file whose strings are all results."""
    rows = ('<row r="1"><c r="A1" t="str"><f>DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v></c>'
            '<c r="B1" t="str"><v>不是=DISPIMG("ID_1",1)</v></c></row>')
    write("wps-picture-formula", archive(book([("Sheet1", worksheet(rows))])),
          {"Sheet1": {"A1": "[图片]", "B1": '不是=DISPIMG("ID_1",1)'}})


for make in (monthly_return, plain_picture):
    make()
