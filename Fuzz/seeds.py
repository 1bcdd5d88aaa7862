#!/usr/bin/env python3
"""Takes seeds for the fuzzers out of the fixtures: seeds.py FIXTURES FOLDER."""
import hashlib
import pathlib
import re
import sys
import zipfile

FORMATS = """
General|@|0.00|#,##0.00_ ;[Red]-#,##0.00|0%|yyyy-mm-dd|yyyy"年"m"月"d"日";@|[$-804]yyyy"年"m"月"d"日"
[DBNum1][$-804]yyyy"年"m"月"|aaaa|[h]:mm:ss|mm:ss.0|h:mm AM/PM|上午/下午h"时"mm"分"|G/通用格式
#,##0*y|\\y0|_y0|[Red]0.00|[>100]0;[<5]"少";@|E+00|0.00E+00|[$-404]e"年"m"月"d"日"|b2yyyy|年月日
"""


def part_of(name, pattern):
    return re.search(pattern, name.lower())


def seeds(fixtures):
    for path in sorted(fixtures.rglob("*")):
        if not path.is_file() or path.stat().st_size > 64 << 10:
            continue
        data = path.read_bytes()
        if path.suffix in (".csv", ".txt"):
            yield "delimited", data
        if data[:2] == b"PK":
            yield "zip", data
            try:
                with zipfile.ZipFile(path) as archive:
                    for name in archive.namelist():
                        if archive.getinfo(name).file_size > 32 << 10:
                            continue
                        if part_of(name, r"sheet[^/]*\.xml$"):
                            yield "sheet", archive.read(name)
                            yield "scanner", archive.read(name)
                        elif part_of(name, r"sharedstrings\.xml$"):
                            yield "strings", archive.read(name)
                        elif part_of(name, r"styles\.xml$"):
                            yield "styles", archive.read(name)
            except Exception:  # what Python's reader does not like is a seed for the container alone
                continue
    for line in re.split(r"[|\n]", FORMATS.strip()):
        yield "formats", line.encode()


def main():
    fixtures, folder = map(pathlib.Path, sys.argv[1:])
    for target, data in seeds(fixtures):
        place = folder / target
        place.mkdir(parents=True, exist_ok=True)
        (place / hashlib.sha256(data).hexdigest()[:16]).write_bytes(data)


main()
