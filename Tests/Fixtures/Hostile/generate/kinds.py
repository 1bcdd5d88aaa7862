"""Files of other kinds under the name of a workbook, and texts that are no tables."""
import pathlib
import random
import subprocess
import tempfile

from refused import refuse, take
from archive import archive
from compound import compound
from parts import book, relationships, text_cell, worksheet

GOOD = archive(book([("Sheet1", worksheet(f'<row r="1">{text_cell("A1", "甲")}</row>'))]))
HTML = ('<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta http-equiv="Content-Type" '
        'content="text/html; charset=gb2312"></head><body><table><tr><td>村名</td></tr></table></body></html>')
XML = ('<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:'
       'office:spreadsheet"><Worksheet ss:Name="S" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
       "<Table/></Worksheet></Workbook>")


def compounds():
    stream = bytes(4096)
    refuse("old-workbook.xls", compound([("Workbook", stream)]), "legacyWorkbook")
    refuse("old-workbook-called-new.xlsx", compound([("Workbook", stream)]), "legacyWorkbook")
    refuse("older-workbook.xls", compound([("Book", stream)]), "legacyWorkbook")
    refuse("wps.et", compound([("Workbook", stream), ("ETExtData", b"x" * 64)],
                              kind=bytes.fromhex("2008020000000000c000000000000046")), "legacyWorkbook")
    refuse("old-workbook-with-document-inside.xls",
           compound([("Workbook", stream), ("MBD00A1", [("WordDocument", stream)])]), "legacyWorkbook")
    refuse("word.doc.xls", compound([("WordDocument", stream), ("1Table", stream)]), "document", "word")
    refuse("word-with-workbook-inside.xlsx",
           compound([("WordDocument", stream), ("ObjectPool", [("_1", [("Workbook", stream)])])]), "document", "word")
    refuse("slides.xlsx", compound([("PowerPoint Document", stream)]), "document", "presentation")
    refuse("locked.xlsx", compound([("EncryptedPackage", stream), ("EncryptionInfo", b"x" * 64),
                                    ("\6DataSpaces", [("Version", b"x" * 76)])]), "encrypted")
    refuse("outlook.msg.xlsx", compound([("__properties_version1.0", stream)]), "notAWorkbook")
    refuse("compound-loop.xls", compound([("Workbook", stream)], loop=True), "legacyWorkbook")
    refuse("compound-tree-loop.xls", compound([("Workbook", stream), ("B", stream)], tree_loop=True), "legacyWorkbook")
    refuse("compound-cut.xls", compound([("Workbook", stream)])[:512], "truncated")
    refuse("compound-signature-only.xls", compound([("Workbook", stream)])[:8], "truncated")
    # Excel 2 to 4 wrote their records bare.
    for version, opcode in [(2, b"\x09\0\4\0"), (3, b"\x09\2\6\0"), (4, b"\x09\4\6\0")]:
        refuse(f"excel-{version}.xls", opcode + bytes([2, 0, 0x10, 0, 0, 0]) + b"\x0a\0\0\0", "legacyWorkbook")


def real():
    """What programs really write: an old workbook, one behind a password, one of LibreOffice."""
    import msoffcrypto.format.ooxml
    import msoffcrypto.method.container.ecma376_encrypted as container
    import msoffcrypto.method.ecma376_agile as agile
    import xlwt
    book_ = xlwt.Workbook()
    book_.add_sheet("报表").write(0, 0, "村名")
    with tempfile.TemporaryDirectory() as scratch:
        old = pathlib.Path(scratch) / "old.xls"
        book_.save(str(old))
        refuse("xlwt.xls", old.read_bytes(), "legacyWorkbook")
        # The salts are drawn by chance; drawn from a seed they are the same every time.
        draw = random.Random(2020)
        agile.secrets.token_bytes = draw.randbytes
        container.datetime2filetime = lambda moment: 0
        plain, locked = pathlib.Path(scratch) / "plain.xlsx", pathlib.Path(scratch) / "locked.xlsx"
        plain.write_bytes(GOOD)
        with plain.open("rb") as source, locked.open("wb") as target:
            msoffcrypto.format.ooxml.OOXMLFile(source).encrypt("invented", target)
        refuse("behind-a-password.xlsx", locked.read_bytes(), "encrypted")
        for ending in ["ods", "fods", "xls"]:
            subprocess.run(
                ["soffice", f"-env:UserInstallation=file://{scratch}/office", "--headless", "--convert-to", ending,
                 "--outdir", scratch, str(plain)], check=True, capture_output=True)
            data = (pathlib.Path(scratch) / f"plain.{ending}").read_bytes()
            reason = {"ods": "openDocument", "fods": "markup", "xls": "legacyWorkbook"}[ending]
            if ending == "fods":
                data = data[:2000]  # the whole is 20 KB of styles
            refuse(f"libreoffice.{ending}", data, reason)
            if ending == "ods":
                refuse("ods-called-new.xlsx", data, reason)


def archives():
    def office(target, text="<x/>"):
        return archive([("[Content_Types].xml", "<Types/>"),
                        ("_rels/.rels", relationships([("rId1", "officeDocument", target)])), (target, text)])
    refuse("document.docx", office("word/document.xml"), "document", "word")
    refuse("slides.pptx", office("ppt/presentation.xml"), "document", "presentation")
    refuse("binary.xlsb", office("xl/workbook.bin", b"\x83\x01\x00"), "notAWorkbook")
    refuse("text.odt", archive([("mimetype", "application/vnd.oasis.opendocument.text")], method=0), "openDocument")
    refuse("returns.zip", archive([("城关镇/农村.xlsx", GOOD), ("城关镇/社区.xlsx", GOOD)]), "archive")
    refuse("returns-called-workbook.xlsx", archive([("城关镇.xlsx", GOOD)]), "archive")
    refuse("empty.zip", b"PK\5\6" + bytes(18), "archive")
    refuse("returns.rar", b"Rar!\x1a\7\1\0" + bytes(64), "archive")
    refuse("returns.7z.xlsx", b"7z\xbc\xaf\x27\x1c\0\4" + bytes(64), "archive")
    refuse("returns.gz", b"\x1f\x8b\x08\0\0\0\0\0\0\xff" + bytes(32), "archive")


def documents():
    refuse("scan.pdf.xlsx", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "document", "pdf")
    refuse("letter.rtf.xls", b"{\\rtf1\\ansi\\ansicpg936 x}", "document", "richText")
    refuse("photo.jpg.xlsx", b"\xff\xd8\xff\xe0\0\x10JFIF\0" + bytes(64), "document", "picture")
    refuse("screenshot.png.xlsx", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(32), "document", "picture")
    refuse("web-page.xls", HTML.encode("gbk"), "markup")
    refuse("web-page-in-utf-16.xls", b"\xff\xfe" + ("\r\n " + HTML).encode("utf-16-le"), "markup")
    refuse("table-only.xls", b"\xef\xbb\xbf<TABLE border=1><tr><td>1</td></tr></TABLE>", "markup")
    refuse("division-first.xls", b"<div><table><tr><td>1</td></tr></table></div>", "markup")
    refuse("spreadsheet-2003.xls", XML.encode(), "markup")
    refuse("web-archive.xls", b"MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\nContent-Type: multipart/related; "
           b"boundary=\"--x\"\r\n\r\n", "markup")
    refuse("owner-file.xlsx", b"\x05Clerk" + b" " * 49 + b"\x05\0C\0l\0e\0r\0k\0" + b" \0" * 49, "notAWorkbook")
    refuse("shortcut.lnk.xlsx", bytes.fromhex("4c0000000114020000000000c000000000000046") + bytes(56), "notAWorkbook")
    refuse("program.exe.xlsx", b"MZ\x90\0\3\0\0\0\4\0\0\0\xff\xff\0\0" + bytes(48), "notAWorkbook")


def bytes_without_sense():
    refuse("nothing.xlsx", b"", "empty")
    refuse("nothing-but-a-mark.csv", b"\xef\xbb\xbf", "empty")
    refuse("one-byte.xlsx", b"\0", "truncated")
    take("one-letter.xlsx", b"x", 1)
    draw = random.Random(20200630)
    refuse("random.xlsx", draw.randbytes(4096), "notAWorkbook")
    refuse("random-without-nul.csv", bytes(draw.randrange(128, 256) for _ in range(4096)), "encoding")


def texts():
    refuse("nuls.csv", "村名,党员数\n东坪村,1\0\0\0".encode(), "notAWorkbook")
    refuse("zeros-at-the-end.csv", "村名,党员数\n东坪村,12\n".encode() + bytes(500), "notAWorkbook")
    good = "村名,党员数\n东坪村,12\n"
    refuse("utf-8-broken.csv", good.encode() + b"\xe4\xb8" + good.encode(), "encoding")
    refuse("utf-8-broken-behind-a-mark.csv", b"\xef\xbb\xbf" + good.encode() + b"\xc0\x80\n", "encoding",
           str(3 + len(good.encode())))
    refuse("utf-16-lone-surrogate.csv", b"\xff\xfe" + "甲,".encode("utf-16-le") + b"\x00\xd8" + "乙".encode("utf-16-le"),
           "encoding")
    refuse("utf-16-odd.csv", b"\xff\xfe" + good.encode("utf-16-le")[:-1], "encoding")
    refuse("gb18030-cut.csv", good.encode("gb18030") + "村".encode("gb18030")[:1], "encoding")
    refuse("gb18030-four-bytes-cut.csv", "村名\n㐂".encode("gb18030")[:-2], "encoding")
    line = "东坪村,12,“三务”公开\n".encode()
    take("lone-quote.csv", b'\xe6\x9d\x91,"\xe5\x85\x9a\n' + line * 300, 2 + 3 * 300)
    take("quotes-without-end.csv", b'"' * 5_001 + b"\n1,2\n", 3)
    # Every second quote closes the one before, so two lines are one field.
    take("many-lone-quotes.csv", b'"a\n' * 2_000, 1_000)
    refuse("columns-20000.csv", b"," * 20_000 + b"\n", "limit")
    take("formulas.csv", "=cmd|' /C calc'!A0,@SUM(1),+1,-1\n".encode(), 4)
    take("only-separators.csv", b",,,,\n" * 200, 0)


for make in (compounds, real, archives, documents, bytes_without_sense, texts):
    make()
