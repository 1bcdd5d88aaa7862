"""Where the parts lie in the package and how the container says so."""
from archive import Archive, archive
from expected import table, write
from parts import HEAD, MAIN, OFFICE, book, content_types, relationships, shared, worksheet

ROWS = [["会议地点", "参会人数"], ["城关镇会议室", 42], ["李家河村委会", 18]]


def sheet_text():
    return worksheet(
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
        '<row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2"><v>42</v></c></row>'
        '<row r="3"><c r="A3" t="s"><v>3</v></c><c r="B3"><v>18</v></c></row>')


STRINGS = shared(
    f"<si><t>{text}</t></si>" for text in ["会议地点", "参会人数", "城关镇会议室", "李家河村委会"])
PARTS = book([("会议", sheet_text())], strings=STRINGS)
CELLS = {"会议": table(ROWS)}


def renamed(names):
    return [(names(name), text) for name, text in PARTS]


def odd_layout():
    """No part has its usual name; targets are absolute, relative with `..`, and percent-encoded."""
    main = (f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
            '<sheet name="会议" sheetId="7" r:id="R7"/></sheets></workbook>')
    parts = [
        ("[Content_Types].xml", content_types([])),
        ("_rels/.rels", relationships([("a", "officeDocument", "/notxl/das%20buch.xml")])),
        ("notxl/das buch.xml", main),
        ("notxl/_rels/das buch.xml.rels", relationships(
            [("R7", "worksheet", "/elsewhere/%E8%A1%A8.xml"),
             ("R8", "sharedStrings", "../elsewhere/./texts.dat")])),
        ("elsewhere/表.xml", sheet_text()),
        ("elsewhere/texts.dat", STRINGS),
    ]
    write("hand-odd-layout", archive(parts), CELLS)


def absolute():
    """Targets that begin at the root, as report servers write them."""
    links = relationships([("rId1", "worksheet", "/xl/worksheets/sheet1.xml"),
                           ("rId2", "sharedStrings", "/xl/sharedStrings.xml")])
    parts = [(name, links if name == "xl/_rels/workbook.xml.rels" else
              text.replace('Target="xl/', 'Target="/xl/') if name == "_rels/.rels" else text)
             for name, text in PARTS]
    write("hand-absolute-targets", archive(parts), CELLS)


def backslashes():
    """Names of entries with `\\`, as older builds of WPS and .NET write them, in other cases too."""
    parts = renamed(lambda name: name.replace("/", "\\"))
    write("wps-backslash-names", archive(parts), CELLS)
    cases = {"xl/sharedStrings.xml": "xl/sharedstrings.xml", "[Content_Types].xml":
             "[content_types].xml", "xl/worksheets/sheet1.xml": "XL/Worksheets/Sheet1.XML"}
    write("hand-names-in-other-case", archive(renamed(lambda name: cases.get(name, name))), CELLS)


def descriptors():
    """Sizes behind the data, as every writer that streams puts them."""
    signed = archive(PARTS, descriptor="signed")
    write("hand-descriptors-signed", signed, CELLS)
    write("hand-descriptors-bare", archive(PARTS, descriptor="bare"), CELLS)
    write("npoi-descriptors-populated", archive(PARTS, descriptor="populated"), CELLS)
    write("poi5-descriptors-zip64", archive(PARTS, descriptor="zip64", version=45), CELLS)
    # Stored, and one part holds the very signatures that a scan for headers would look for.
    inner = b"PK\x07\x08" * 3 + archive(PARTS) + b"PK\x05\x06"
    stored = archive(PARTS[:3] + [("xl/embeddings/附件.xlsx", inner)] + PARTS[3:], method=0,
                     descriptor="signed")
    write("hand-stored", stored, CELLS)


def zip64():
    """The large form of every number although nothing is large."""
    result = Archive()
    for name, text in PARTS:
        result.add(name, text, zip64=True)
    write("hand-zip64-needless", result.finished(zip64_end=True), CELLS)


def trailing():
    """A comment on the archive, and zeros that a transfer padded it with."""
    result = Archive()
    for name, text in PARTS:
        result.add(name, text)
    write("hand-archive-comment", result.finished(comment="由县里转发 PK".encode()), CELLS)
    write("hand-padded", archive(PARTS) + bytes(512), CELLS)


def folders():
    """Entries for folders, a stray file of another system, and part names outside ASCII."""
    result = Archive()
    for name in ["xl/", "xl/worksheets/", "__MACOSX/", "说明.txt"]:
        result.add(name, "" if name.endswith("/") else "仅供参考", method=0)
    for name, text in PARTS:
        result.add(name, text)
    write("hand-folder-entries", result.finished(), CELLS)


for make in (odd_layout, absolute, backslashes, descriptors, zip64, trailing, folders):
    make()
