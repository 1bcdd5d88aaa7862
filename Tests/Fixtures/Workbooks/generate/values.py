"""Numbers, flags, errors and formulas as cells hold them."""
from archive import archive
from expected import Date, Error, UNCOMPUTED, table, write
from parts import book, styles, worksheet


def rows(kinds):
    return "".join(f'<row r="{n}"><c r="A{n}"{rest}</row>' for n, rest in enumerate(kinds, 1))


def numbers():
    """Digits that other programs write, beyond what Excel shows."""
    kinds = [
        ("><v>0.1</v></c>", 0.1), ("><v>0.30000000000000004</v></c>", 0.30000000000000004),
        ("><v>8.5000000000000006E-2</v></c>", 0.085), ("><v>1E+3</v></c>", 1000),
        ("><v>1e3</v></c>", 1000), ("><v>-0.5</v></c>", -0.5), ("><v>.5</v></c>", 0.5),
        ("><v>+7</v></c>", 7), ("><v>007</v></c>", 7), ("><v> 12 </v></c>", 12),
        ("><v>610431199001</v></c>", 610431199001),
        ("><v>9007199254740991</v></c>", 9007199254740991),
        (' t="n"><v>12.50</v></c>', 12.5), ("><v></v></c>", None), ("><v/></c>", None), ("/>", None),
        (' t="n"><v>3.1400000000000001</v></c>', 3.14), ("><v>2.2250738585072014E-308</v></c>",
                                                         2.2250738585072014e-308),
    ]
    kinds = kinds[:-1] + [("><v>1.7976931348623157E+308</v></c>", 1.7976931348623157e308)]
    values = [value for _, value in kinds]
    write("hand-numbers", archive(book([("数字", worksheet(rows(k for k, _ in kinds)))])),
          {"数字": table([[value] for value in values])})


def formulas():
    """Results of formulas; those that were never computed are kept apart from blanks and zero."""
    kinds = [
        ("><f>SUM(B1:B3)</f><v>36</v></c>", 36),
        ("><f>SUM(B1:B3)</f></c>", UNCOMPUTED),
        ("><f>SUM(B1:B3)</f><v/></c>", UNCOMPUTED),
        (' t="str"><f>IF(A1&gt;0,"合格","不合格")</f><v>合格</v></c>', "合格"),
        (' t="str"><f>""</f><v></v></c>', None),
        (' t="b"><f>A1&gt;0</f><v>1</v></c>', True),
        (' t="b"><v>0</v></c>', False),
        (' t="b"><v>true</v></c>', True),
        (' t="e"><f>1/0</f><v>#DIV/0!</v></c>', Error("#DIV/0!")),
        (' t="e"><v>#N/A</v></c>', Error("#N/A")),
        (' t="e"><f>_xlfn.XLOOKUP(1,B:B,C:C)</f><v>#NAME?</v></c>', Error("#NAME?")),
        (' t="e"><f>B1:B3</f><v>#SPILL!</v></c>', Error("#SPILL!")),
        ('><f t="shared" ref="A13:A14" si="0">B13*2</f><v>4</v></c>', 4),
        ('><f t="shared" si="0"/><v>6</v></c>', 6),
        ('><f t="array" ref="A15">SUM(B1:B3*C1:C3)</f><v>5</v></c>', 5),
        ('><f t="dataTable" ref="A16" dt2D="0" dtr="0" r1="B1"/><v>9</v></c>', 9),
        (' cm="1"><f t="array" aca="1" ref="A17" ca="1">_xlfn._xlws.SORT(B1:B3)</f><v>1</v></c>', 1),
        ("><f>[1]Sheet1!$A$1</f><v>2.5</v></c>", 2.5),
        (' s="1"><f>TODAY()</f><v>44012</v></c>', Date("2020-06-30")),
        (' s="1"><f>TODAY()</f></c>', UNCOMPUTED),
        ('><f>LOG10(100)</f><v>2</v></c>', 2),
    ]
    link = ('<?xml version="1.0" encoding="UTF-8"?><externalLink xmlns="http://schemas.openxmlformats.'
            'org/spreadsheetml/2006/main"><externalBook><sheetNames><sheetName val="Sheet1"/>'
            '</sheetNames><sheetDataSet><sheetData sheetId="0"><row r="1"><cell r="A1"><v>2.5</v>'
            "</cell></row></sheetData></sheetDataSet></externalBook></externalLink>")
    parts = book(
        [("公式", worksheet(rows(k for k, _ in kinds)))], style=styles([0, 14]),
        behind='<externalReferences><externalReference r:id="rId9"/></externalReferences>',
        more=[("xl/externalLinks/externalLink1.xml", link, "application/vnd.openxmlformats-"
               "officedocument.spreadsheetml.externalLink+xml")],
        links=[("rId9", "externalLink", "externalLinks/externalLink1.xml")])
    write("hand-formulas", archive(parts), {"公式": table([[value] for _, value in kinds])})


def bare():
    """The least that is a workbook: no styles, no shared strings, no theme, no content types."""
    sheet = worksheet('<row><c s="5"><v>44012</v></c><c t="str"><v>只有必需的部件</v></c></row>')
    parts = [part for part in book([("S", sheet)]) if part[0] != "[Content_Types].xml"]
    write("hand-bare", archive(parts), {"S": {"A1": 44012, "B1": "只有必需的部件"}})


def dangling():
    """Relationships to shared strings, styles and a theme that are not in the package."""
    sheet = worksheet('<row r="1"><c r="A1" s="3"><v>6.5</v></c><c r="B1" t="str"><v>元古村</v></c></row>')
    links = [("rId7", "styles", "styles.xml"), ("rId8", "sharedStrings", "sharedStrings.xml"),
             ("rId9", "theme", "theme/theme1.xml")]
    write("hand-missing-parts", archive(book([("S", sheet)], links=links)),
          {"S": {"A1": 6.5, "B1": "元古村"}})


for make in (numbers, formulas, bare, dangling):
    make()
