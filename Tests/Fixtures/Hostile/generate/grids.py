"""Well-formed worksheets that make a reader take memory for what is not there."""
from refused import refuse, take
from carrier import SHEET, with_part, with_rows
from parts import HEAD, MAIN, OFFICE, shared


def references():
    for name, row in [("row-2147483647.xlsx", "2147483647"), ("row-minus-one.xlsx", "-1"), ("row-zero.xlsx", "0"),
                      ("row-1048577.xlsx", "1048577"), ("row-of-30-digits.xlsx", "9" * 30), ("row-is-text.xlsx", "一")]:
        refuse(name, with_rows(f'<row r="{row}"><c><v>1</v></c></row>'), "damaged", "Sheet1")
    for name, cell in [("column-xfe.xlsx", "XFE1"), ("column-zzzzzzzzzz.xlsx", "ZZZZZZZZZZ1"),
                       ("cell-row-1048577.xlsx", "A1048577"), ("cell-row-zero.xlsx", "A0"), ("cell-reversed.xlsx", "1A"),
                       ("cell-without-row.xlsx", "A"), ("cell-of-30-digits.xlsx", "A" + "9" * 30)]:
        refuse(name, with_rows(f'<row r="1"><c r="{cell}"><v>1</v></c></row>'), "damaged", "Sheet1")
    refuse("columns-16385.xlsx", with_rows("<row>" + "<c/>" * 16_385 + "</row>"), "damaged", "Sheet1")
    refuse("rows-1048577.xlsx", with_rows("<row/>" * 1_048_577), "damaged", "Sheet1")


def amounts():
    refuse("styled-blanks-4-million.xlsx", with_rows(("<row>" + '<c s="1"/>' * 16_000 + "</row>") * 250), "limit", SHEET)
    take("merge-of-everything.xlsx", with_rows(
        '<row r="1"><c r="A1"><v>1</v></c></row>', before='<dimension ref="A1:XFD1048576"/><cols>'
        + '<col min="1" max="16384" hidden="1"/>' * 20_000 + '<col min="-5" max="99999999999999999999"/></cols>',
        behind='<mergeCells><mergeCell ref="A1:XFD1048576"/><mergeCell ref="A1:ZZZZZ99999999"/></mergeCells>'), 1)
    refuse("merges-20001.xlsx", with_rows("", behind="<mergeCells>" + '<mergeCell ref="A1:B2"/>' * 20_001 + "</mergeCells>"), "limit")
    names = "".join(f'<definedName name="n{n}">1</definedName>' for n in range(10_001))
    main = f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{{}}</workbook>'
    one = '<sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets>'
    refuse("names-10001.xlsx", with_part("xl/workbook.xml", main.format(one + f"<definedNames>{names}</definedNames>")), "limit")
    sheets = "".join(f'<sheet name="s{n}" sheetId="{n}" r:id="rId1"/>' for n in range(201))
    refuse("sheets-201.xlsx", with_part("xl/workbook.xml", main.format(f"<sheets>{sheets}</sheets>")), "limit")
    refuse("styles-100001.xlsx", with_part("xl/styles.xml", f'<styleSheet xmlns="{MAIN}"><cellXfs>' + "<xf/>" * 100_001
                                           + "</cellXfs></styleSheet>"), "limit")
    refuse("strings-1000001.xlsx", with_part("xl/sharedStrings.xml", shared(["<si/>"] * 1_000_001)), "limit")


def contents():
    rows = ('<row r="1"><c r="A1" t="s"><v>7</v></c><c r="B1" t="s"><v>-1</v></c><c r="C1" t="s">'
            '<v>99999999999999999999</v></c><c r="D1" t="s"><v>0.5</v></c><c r="E1"><v>1</v></c></row>')
    take("string-index-out-of-range.xlsx", with_rows(rows), 1)
    rows = ('<row r="1"><c r="A1" s="99"><v>1</v></c><c r="B1" s="-1"><v>2</v></c><c r="C1" s="x"><v>3</v></c>'
            '<c r="D1" t="zz"><v>4</v></c><c r="E1"><v>1e999</v></c><c r="F1"><v>nan</v></c><c r="G1"><v>0x10</v></c></row>')
    take("style-index-out-of-range.xlsx", with_rows(rows), 7)
    rows = ('<row r="1"><c r="A1" t="str"><f>cmd|\'/C calc\'!A0</f><v>=cmd|\'/C calc\'!A0</v></c>'
            '<c r="B1" t="str"><f>WEBSERVICE("http://127.0.0.1:9/"&amp;A1)</f><v>x</v></c>'
            '<c r="C1" t="str"><v>"\\&#10;}{"sheet":"x"}</v></c><c r="D1" t="str"><v>_x0000__xD800__xFFFF_</v></c></row>')
    take("formulas-that-call-out.xlsx", with_rows(rows), 4)


for make in (references, amounts, contents):
    make()
