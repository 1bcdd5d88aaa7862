"""ZIP containers that lie, overlap, explode or end too early."""
import bz2
import struct
import zlib

from refused import refuse, take
from archive import Archive, archive, deflated
from parts import HEAD, MAIN, book, text_cell, worksheet

SHEET = "xl/worksheets/sheet1.xml"
PARTS = book([("Sheet1", worksheet(f'<row r="1">{text_cell("A1", "甲")}</row>'))])
GOOD = archive(PARTS)


def with_options(part, **options):
    result = Archive()
    for name, text in PARTS:
        result.add(name, text, **(options if name == part else {}))
    return result.finished()


def names():
    result = Archive()
    for name, text in PARTS:
        result.add(name, text)
    result.add(SHEET, worksheet(f'<row r="1">{text_cell("A1", "乙")}</row>'))
    refuse("duplicate-name.xlsx", result.finished(), "damaged", SHEET)
    for name, other in [("duplicate-name-by-case.xlsx", "XL/Worksheets/Sheet1.XML"),
                        ("duplicate-name-by-slash.xlsx", "xl\\worksheets\\sheet1.xml"),
                        ("name-that-climbs.xlsx", "../../etc/cron.d/evil"),
                        ("name-from-root.xlsx", "/etc/passwd"), ("name-with-drive.xlsx", "C:\\evil.exe"),
                        ("name-with-escape.xlsx", "xl/\x1b[2J.xml"), ("name-with-nul.xlsx", "xl/a\0.xml")]:
        result = Archive()
        for part, text in PARTS:
            result.add(part, text)
        result.add(other, "<x/>")
        refuse(name, result.finished(), "damaged", other.split("\x1b")[0].split("\0")[0])
    refuse("local-name-differs.xlsx", with_options(SHEET, local_name="xl/worksheets/sheet2.xml"),
           "damaged", SHEET)
    refuse("local-method-differs.xlsx", with_options(SHEET, local_method=0), "damaged", SHEET)


def sizes():
    text = dict(PARTS)[SHEET].encode()
    refuse("size-declared-small.xlsx", with_options(SHEET, size=20), "damaged", SHEET)
    refuse("size-declared-large.xlsx", with_options(SHEET, size=len(text) + 9), "damaged", SHEET)
    refuse("size-declared-5-gb.xlsx", with_options(SHEET, size=5 << 30, local_size=100), "limit", SHEET)
    refuse("compressed-size-beyond-file.xlsx", with_options(SHEET, compressed=1 << 20), "damaged", SHEET)
    refuse("compressed-size-short.xlsx", with_options(SHEET, compressed=30), "damaged", SHEET)
    # The lie of the local header alone: readers that allocate by it take 2 GB.
    take("local-size-2-gb.xlsx", with_options(SHEET, local_size=0x7FFFFFFF), 1)
    refuse("checksum-wrong.xlsx", with_options(SHEET, crc=0x12345678), "damaged", SHEET)
    raw = bytearray(deflated(text))
    raw[len(raw) // 2] ^= 0x55
    refuse("deflate-damaged.xlsx", with_options(SHEET, raw=bytes(raw)), "damaged", SHEET)
    refuse("deflate-endless.xlsx", with_options(SHEET, raw=deflated(text)[:-4]), "damaged", SHEET)
    refuse("deflate-trailing.xlsx", with_options(SHEET, raw=deflated(text) + b"more"), "damaged", SHEET)


def methods():
    text = dict(PARTS)[SHEET].encode()
    refuse("method-12.xlsx", with_options(SHEET, method=12, raw=bz2.compress(text)), "damaged", SHEET)
    refuse("encrypted-entry.xlsx", with_options(SHEET, flags=1), "encrypted")


def overlaps():
    # Two names, one place; then one entry whose data is the header of the next, as bombs are built.
    result = Archive()
    for name, text in PARTS:
        at = result.add(name, text)
    name, *rest = result.directory[-1]
    result.directory.append((b"xl/worksheets/sheet9.xml", *rest))
    refuse("two-names-one-place.xlsx", result.finished(), "damaged")
    result = Archive()
    for name, text in PARTS:
        result.add(name, text)
    inner = Archive()
    inner.add("xl/media/b.bin", b"0" * 1000)
    at = result.add("xl/media/a.bin", bytes(inner.body), method=0)
    shift = at + 30 + len("xl/media/a.bin")
    name, flags, method, crc, compressed, size, _, zip64, version = inner.directory[0]
    result.directory.append((name, flags, method, crc, compressed, size, shift, zip64, version))
    refuse("entry-within-entry.xlsx", result.finished(), "damaged")
    # The directory lists an entry that lies inside the directory itself.
    result = Archive()
    for name, text in PARTS:
        result.add(name, text)
    result.add("xl/media/c.bin", b"", offset=len(result.body) + 200)
    refuse("entry-in-directory.xlsx", result.finished(), "damaged")


def directories():
    other = archive(book([("Sheet1", worksheet(f'<row r="1">{text_cell("A1", "乙")}</row>'))]))
    refuse("second-end-in-comment.xlsx", commented(GOOD, other), "damaged", "zip")
    for name, count, reason in [("count-too-small.xlsx", 2, "damaged"), ("count-too-large.xlsx", 99, "damaged"),
                                ("count-60000.xlsx", 60_000, "limit")]:
        result = Archive()
        for part, text in PARTS:
            result.add(part, text)
        refuse(name, result.finished(count=count), reason)
    result = Archive()
    result.add("a" * 600, b"")
    refuse("name-of-600-bytes.xlsx", result.finished(), "limit")
    whole = bytearray(zip64())
    at = whole.rindex(b"PK\x06\x06")
    for name, offset, value in [("zip64-count-huge.xlsx", 32, 2**63 + 1), ("zip64-offset-huge.xlsx", 48, 2**64 - 1),
                                ("zip64-length-huge.xlsx", 40, 2**64 - 1)]:
        changed = bytearray(whole)
        struct.pack_into("<Q", changed, at + offset, value)
        refuse(name, bytes(changed), "damaged", "zip")
    changed = bytearray(whole)
    struct.pack_into("<Q", changed, whole.rindex(b"PK\x06\x07") + 8, 2**64 - 5)
    refuse("zip64-locator-wild.xlsx", bytes(changed), "damaged", "zip")
    changed = bytearray(GOOD)
    struct.pack_into("<H", changed, len(GOOD) - 22 + 4, 1)
    refuse("several-disks.xlsx", bytes(changed), "damaged", "zip")


def commented(data, comment):
    """The archive with another behind it as its comment, cut to fit."""
    result = bytearray(data)
    struct.pack_into("<H", result, len(data) - 2, len(comment))
    return bytes(result + comment)


def zip64():
    result = Archive()
    for part, text in PARTS:
        result.add(part, text, zip64=True)
    return result.finished(zip64_end=True)


def cuts():
    for name, data in [("cut-in-first-header.xlsx", GOOD[:20]), ("cut-in-half.xlsx", GOOD[:len(GOOD) // 2]),
                       ("cut-before-directory.xlsx", GOOD[:GOOD.index(b"PK\x01\x02")]),
                       ("cut-in-directory.xlsx", GOOD[:GOOD.rindex(b"PK\x01\x02") + 30]),
                       ("cut-in-end.xlsx", GOOD[:-3]), ("cut-and-zeroed.xlsx", GOOD[:600] + bytes(len(GOOD) - 600)),
                       ("only-a-signature.xlsx", b"PK\x03\x04"), ("only-zeros.xlsx", bytes(8192))]:
        refuse(name, data, "truncated")
    refuse("front-missing.xlsx", b"PK\x03\x04" + GOOD[200:], "damaged")
    # Line ends changed on the way, as transfers in text mode do.
    refuse("transferred-as-text.xlsx", GOOD.replace(b"\n", b"\r\n").replace(b"\x00\x00\x00", b"\x00 \x00"), "damaged")


def bombs():
    space = b" " * (66 << 20)
    head = f'{HEAD}<worksheet xmlns="{MAIN}"><sheetData>'.encode()
    bomb = head + space + b"</sheetData></worksheet>"
    refuse("spaces-66-mb.xlsx", with_options(SHEET, raw=deflated(bomb), crc=zlib.crc32(bomb),
                                             size=len(bomb)), "limit", SHEET)
    # A bomb in a part that nobody reads is never set off.
    result = Archive()
    for part, text in PARTS:
        result.add(part, text)
    result.add("xl/media/image1.bmp", bytes(20 << 20))
    take("bomb-in-a-picture.xlsx", result.finished(), 1)


for make in (names, sizes, methods, overlaps, directories, cuts, bombs):
    make()
