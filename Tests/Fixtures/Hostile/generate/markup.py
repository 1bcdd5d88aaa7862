"""Parts whose XML is made to cost more than it holds, or to reach out of the package."""
from refused import refuse
from archive import archive
from carrier import SHEET, WHOLE, with_part, with_rows, with_sheet
from parts import HEAD, MAIN, book, relationships, shared, worksheet


def typed(declaration, body="&x;", *, root="worksheet"):
    return (f'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE {root} {declaration}>\n<{root} xmlns="{MAIN}">'
            f'<sheetData><row><c t="str"><v>{body}</v></c></row></sheetData></{root}>')


def document_types():
    laughs = '<!ENTITY a0 "ha">' + "".join(
        f'<!ENTITY a{n} "{"&a%d;" % (n - 1) * 10}">' for n in range(1, 10))
    cases = {
        "plain": typed("", "1"), "laughs": typed(f"[{laughs}]", "&a9;"),
        "quadratic": typed(f'[<!ENTITY x "{"a" * 100_000}">]', "&x;" * 20_000),
        "external-entity": typed('[<!ENTITY x SYSTEM "file:///etc/hostname">]'),
        "external-subset": typed('SYSTEM "http://127.0.0.1:9/evil.dtd"', "1"),
        "parameter": typed('[<!ENTITY % p SYSTEM "http://127.0.0.1:9/evil.dtd"> %p;]', "1"),
        "attributes": typed('[<!ATTLIST c t CDATA "str">]', "1"),
        "public": typed('PUBLIC "-//W3C//DTD XHTML 1.0//EN" "http://127.0.0.1:9/x.dtd"', "1"),
    }
    for name, text in cases.items():
        refuse(f"dtd-{name}.xlsx", with_sheet(text), "damaged", SHEET)
    seven = ('<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE x +AFsAPAAh-ENTITY e SYSTEM '
             f'+ACI-file:///etc/hostname+ACIAPgBdAD4-<worksheet xmlns="{MAIN}"/>')
    refuse("dtd-in-utf-7.xlsx", with_sheet(seven), "damaged", SHEET)
    refuse("dtd-in-utf-16.xlsx", with_sheet(b"\xff\xfe" + typed("", "1").replace("UTF-8", "UTF-16").encode("utf-16-le")),
           "damaged", SHEET)
    for part, root in [("xl/workbook.xml", "workbook"), ("xl/sharedStrings.xml", "sst"), ("xl/styles.xml", "styleSheet"),
                       ("_rels/.rels", "Relationships"), ("xl/_rels/workbook.xml.rels", "Relationships")]:
        name = part.split("/")[-1].replace(".", "-").strip("-").lower()
        refuse(f"dtd-in-{name}.xlsx", with_part(part, typed("", "1", root=root)), "damaged", part)


def costs():
    attributes = " ".join(f'a{n}=""' for n in range(20_000))
    refuse("attributes-20000.xlsx", with_rows(f"<row {attributes}/>"), "limit", SHEET)
    spaces = " ".join(f'xmlns:a{n}="u"' for n in range(1_000))
    refuse("namespaces-1000.xlsx", with_rows(f"<row {spaces}/>"), "limit", SHEET)
    refuse("depth-1000000.xlsx", with_sheet(worksheet("<row>" * 1_000_000)), "limit", SHEET)
    refuse("depth-in-a-string.xlsx", with_part("xl/sharedStrings.xml", shared(["<r>" * 1_000])), "limit", "xl/sharedStrings.xml")
    refuse("comment-endless.xlsx", with_rows("<!--" + "x" * 2_000_000), "limit", SHEET)
    refuse("name-endless.xlsx", with_rows("<" + "x" * 2_000_000), "limit", SHEET)
    refuse("value-of-attribute-endless.xlsx", with_rows('<row r="' + "1" * 11_000_000 + '"/>'), "limit", SHEET)


def characters():
    refuse("control-character.xlsx", with_rows('<row r="1"><c r="A1" t="str"><v>\x01</v></c></row>'), "damaged", SHEET)
    refuse("control-reference.xlsx", with_rows('<row r="1"><c r="A1" t="str"><v>&#1;</v></c></row>'), "damaged", SHEET)
    refuse("entity-unknown.xlsx", with_rows('<row r="1"><c r="A1" t="str"><v>&nbsp;</v></c></row>'), "damaged", SHEET)
    refuse("gbk-called-utf-8.xlsx", with_sheet(WHOLE.encode("gbk")), "damaged", SHEET)
    refuse("encoding-ebcdic.xlsx", with_sheet('<?xml version="1.0" encoding="IBM037"?><worksheet/>'.encode("cp037")),
           "damaged", SHEET)
    refuse("encoding-not-allowed.xlsx", with_sheet(WHOLE.replace("UTF-8", "ISO-2022-CN")), "damaged", SHEET)
    refuse("part-cut.xlsx", with_sheet(WHOLE[:-20]), "damaged", SHEET)
    refuse("part-empty.xlsx", with_sheet(""), "damaged", SHEET)
    refuse("part-doubled.xlsx", with_sheet(WHOLE + WHOLE.replace(HEAD, "")), "damaged", SHEET)
    refuse("html-in-sheet.xlsx", with_sheet("<html><body><table><tr><td>1</td></tr></table></body></html>"), "damaged", SHEET)
    refuse("namespace-of-nobody.xlsx", with_sheet(WHOLE.replace(MAIN, "urn:nobody")), "damaged", SHEET)


def links():
    main = dict(book([("Sheet1", WHOLE)]))["xl/workbook.xml"]
    refuse("sheet-missing.xlsx", archive([p for p in book([("Sheet1", WHOLE)]) if p[0] != SHEET]), "damaged", SHEET)
    for name, target, mode, reason in [
            ("target-climbs.xlsx", "../../../../etc/passwd", "", "damaged"),
            ("target-is-itself.xlsx", "workbook.xml", "", "damaged"),
            ("target-external.xlsx", "http://127.0.0.1:9/sheet1.xml", "External", "noSheets"),
            ("target-empty.xlsx", "", "", "damaged")]:
        entry = ("rId1", "worksheet", target) + ((mode,) if mode else ())
        refuse(name, with_part("xl/_rels/workbook.xml.rels", relationships([entry])), reason)
    refuse("root-leads-to-itself.xlsx", with_part("_rels/.rels", relationships([("a", "officeDocument", "_rels/.rels")])),
           "notAWorkbook")
    refuse("root-leads-nowhere.xlsx", with_part("_rels/.rels", relationships([("a", "officeDocument", "xl/none.xml")])),
           "damaged", "xl/none.xml")
    refuse("root-missing.xlsx", archive([p for p in book([("Sheet1", WHOLE)]) if p[0] != "_rels/.rels"]), "notAWorkbook")
    refuse("no-sheets.xlsx", with_part("xl/workbook.xml", main.replace('<sheet name="Sheet1" sheetId="1" r:id="rId1"/>', "")),
           "noSheets")
    chart = relationships([("rId1", "chartsheet", "chartsheets/sheet1.xml")])
    refuse("only-a-chart-sheet.xlsx", with_part("xl/_rels/workbook.xml.rels", chart), "noSheets")


for make in (document_types, costs, characters, links):
    make()
