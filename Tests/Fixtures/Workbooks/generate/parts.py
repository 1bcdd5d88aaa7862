"""The parts of a workbook as texts, put together by hand.

`book` gives (name, text) pairs in the order in which Excel writes them; a fixture then replaces,
renames or re-encodes what its producer does differently.
"""
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main"
STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml."


def relationships(entries, *, family=OFFICE):
    """(id, kind or whole type, target) triples; a fourth member is the target mode."""
    lines = []
    for identifier, kind, target, *mode in entries:
        kind = kind if ":" in kind else f"{family}/{kind}"
        mode = f' TargetMode="{mode[0]}"' if mode else ""
        lines.append(
            f'<Relationship Id="{identifier}" Type="{kind}" Target="{target}"{mode}/>')
    return f'{HEAD}<Relationships xmlns="{PACKAGE}">{"".join(lines)}</Relationships>'


def worksheet(rows, *, before="", behind="", attributes="", main=MAIN):
    return (f'{HEAD}<worksheet xmlns="{main}" xmlns:r="{OFFICE}"{attributes}>{before}'
            f"<sheetData>{rows}</sheetData>{behind}</worksheet>")


def shared(items, *, counts=""):
    return f'{HEAD}<sst xmlns="{MAIN}"{counts}>{"".join(items)}</sst>'


def styles(ids, *, formats=()):
    """A styles part whose style number n shows the n-th number format id."""
    defined = "".join(
        f'<numFmt numFmtId="{number}" formatCode="{escape(code)}"/>' for number, code in formats)
    defined = f'<numFmts count="{len(formats)}">{defined}</numFmts>' if formats else ""
    xfs = "".join(
        f'<xf numFmtId="{number}" fontId="0" fillId="0" borderId="0" xfId="0"/>' for number in ids)
    return (f'{HEAD}<styleSheet xmlns="{MAIN}">{defined}'
            '<fonts count="1"><font><sz val="11"/><name val="宋体"/><charset val="134"/></font></fonts>'
            '<fills count="2"><fill><patternFill patternType="none"/></fill>'
            '<fill><patternFill patternType="gray125"/></fill></fills>'
            "<borders count=\"1\"><border/></borders>"
            '<cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs>'
            f'<cellXfs count="{len(ids)}">{xfs}</cellXfs></styleSheet>')


def escape(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def workbook(sheets, *, properties="", behind=""):
    """`sheets` are (name, relationship, state) triples."""
    lines = "".join(
        f'<sheet name="{name}" sheetId="{number}"{state} r:id="{identifier}"/>'
        for number, (name, identifier, state) in enumerate(sheets, 1))
    return (f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{properties}'
            f"<sheets>{lines}</sheets>{behind}</workbook>")


def book(sheets, *, strings=None, style=None, properties="", behind="", more=(), links=()):
    """A whole package: `sheets` are (name, worksheet text) pairs.

    `more` are further (part, text or bytes, content type or None) triples, `links` further
    relationships of the workbook.
    """
    lines = [(f"rId{n}", "worksheet", f"worksheets/sheet{n}.xml")
             for n in range(1, len(sheets) + 1)]
    types = [("xl/workbook.xml", SHEET + "sheet.main+xml")]
    types += [(f"xl/{target}", SHEET + "worksheet+xml") for _, _, target in lines]
    parts = [(f"xl/worksheets/sheet{n}.xml", text) for n, (_, text) in enumerate(sheets, 1)]
    for part, kind, text in [("styles", "styles", style), ("sharedStrings", "sharedStrings", strings)]:
        if text is not None:
            lines.append((f"rId{len(lines) + 1}", kind, part + ".xml"))
            types.append((f"xl/{part}.xml", f"{SHEET}{kind}+xml"))
            parts.append((f"xl/{part}.xml", text))
    parts += [(name, text) for name, text, _ in more]
    types += [(name, kind) for name, _, kind in more if kind]
    names = [(name, f"rId{n}", "") for n, (name, _) in enumerate(sheets, 1)]
    return [
        ("[Content_Types].xml", content_types(types)),
        ("_rels/.rels", relationships([("rId1", "officeDocument", "xl/workbook.xml")])),
        ("xl/workbook.xml", workbook(names, properties=properties, behind=behind)),
        ("xl/_rels/workbook.xml.rels", relationships(lines + list(links))),
    ] + parts


def content_types(overrides, *, defaults=()):
    kinds = [("rels", "application/vnd.openxmlformats-package.relationships+xml"),
             ("xml", "application/xml"), *defaults]
    lines = [f'<Default Extension="{ending}" ContentType="{kind}"/>' for ending, kind in kinds]
    lines += [f'<Override PartName="/{part}" ContentType="{kind}"/>' for part, kind in overrides]
    return f'{HEAD}<Types xmlns="{TYPES}">{"".join(lines)}</Types>'


def replaced(parts, name, text):
    """The same parts with another text for one of them."""
    assert any(part == name for part, _ in parts), name
    return [(part, text if part == name else old) for part, old in parts]


def text_cell(reference, text):
    return f'<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>'


def number_cell(reference, value, style=0):
    return f'<c r="{reference}" s="{style}"><v>{value}</v></c>'
