"""Where a cell stands: references left out, mixed, repeated, out of order, at the last cell."""
from archive import archive
from expected import table, write
from parts import book, number_cell, shared, styles, text_cell, worksheet

TITLE = "石门镇基层党建工作月报（2020年6月）"
HEADS = ["村名", "党员数", "干部补贴（万元）"]
VILLAGES = [["石门村", 48, 3.6], ["南坪村", 31, 2.85], ["大柳树村", 27, None]]


def inline(text):
    return f'<c t="inlineStr"><is><t>{text}</t></is></c>'


def without_references():
    """As Power BI and some report servers export: neither rows nor cells say where they are."""
    rows = f"<row>{inline(TITLE)}</row><row>{''.join(map(inline, HEADS))}</row>"
    for name, members, pay in VILLAGES:
        last = "<c/>" if pay is None else f"<c><v>{pay}</v></c>"
        rows += f"<row>{inline(name)}<c><v>{members}</v></c>{last}</row>"
    rows += f"<row/><row><c/><c/>{inline('审核：镇党建办')}</row>"
    expected = table([[TITLE], HEADS] + VILLAGES) | {"C7": "审核：镇党建办"}
    write("powerbi-no-references", archive(book([("Export", worksheet(rows))])), {"Export": expected})


def mixed_references():
    """A row without `r`, then one with; a cell whose reference belongs to another row."""
    rows = ("<row><c><v>1</v></c><c><v>2</v></c></row>"
            '<row r="27"><c r="B27"><v>3</v></c><c><v>4</v></c></row>'
            '<row><c r="B40"><v>5</v></c><c><v>6</v></c></row>'
            '<row r="50"><c><v>7</v></c><c r="E50"><v>8</v></c><c><v>9</v></c></row>')
    expected = {"A1": 1, "B1": 2, "B27": 3, "C27": 4, "B40": 5, "C40": 6, "A50": 7, "E50": 8, "F50": 9}
    write("hand-mixed-references", archive(book([("混排", worksheet(rows))])), {"混排": expected})


def row_per_cell():
    """One `row` element a cell, the same number again and again."""
    rows = ""
    for number, values in enumerate([HEADS] + VILLAGES, 1):
        for letter, value in zip("ABC", values):
            if value is None:
                continue
            cell = (text_cell if isinstance(value, str) else number_cell)(f"{letter}{number}", value)
            rows += f'<row r="{number}">{cell}</row>'
    write("hand-row-per-cell", archive(book([("报表", worksheet(rows))])),
          {"报表": table([HEADS] + VILLAGES)})


def backwards():
    """Rows and cells in falling order, one cell written twice: the later one counts."""
    rows = ('<row r="3"><c r="B3"><v>32</v></c><c r="A3"><v>31</v></c></row>'
            '<row r="1"><c r="A1"><v>11</v></c></row>'
            '<row r="2"><c r="A2"><v>21</v></c><c r="A2"><v>22</v></c></row>'
            '<row r="3"><c r="C3"><v>33</v></c></row>')
    write("hand-backwards", archive(book([("倒序", worksheet(rows))])),
          {"倒序": {"A1": 11, "A2": 22, "A3": 31, "B3": 32, "C3": 33}})


def far_corner():
    """The last cell that there is, and a dimension that says A1."""
    rows = ('<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row>'
            '<row r="1048576"><c r="A1048576"><v>3</v></c><c r="XFD1048576" t="str"><v>末格</v></c></row>')
    sheet = worksheet(rows, before='<dimension ref="A1"/>')
    write("hand-far-corner", archive(book([("Sheet1", sheet)])),
          {"Sheet1": {"A1": 1, "XFD1": 2, "A1048576": 3, "XFD1048576": "末格"}})


def styled_blanks():
    """Borders drawn to the end of the sheet: a million rows of blanks around three values."""
    strings = shared(["<si><t>龙王庙村</t></si>"])
    blanks = '<row><c s="1"/></row>'
    rows = ('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"/></row>' + blanks * 1_048_573
            + '<row r="1048575" s="1" customFormat="1"><c r="A1048575" s="1"/></row>'
            '<row r="1048576"><c r="A1048576" s="1"/><c r="B1048576" s="1"><v>1</v></c></row>')
    sheet = worksheet(rows, before='<dimension ref="A1:XFD1048576"/>'
                      '<cols><col min="1" max="16384" width="9" style="1"/></cols>')
    parts = book([("花名册", sheet)], strings=strings, style=styles([0, 49]))
    write("hand-styled-to-the-end", archive(parts),
          {"花名册": {"A1": "龙王庙村", "B1048576": 1}})


for make in (without_references, mixed_references, row_per_cell, backwards, far_corner,
             styled_blanks):
    make()
