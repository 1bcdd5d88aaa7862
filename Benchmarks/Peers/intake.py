"""What a script would do with the returns of a county: intake.py CAMPAIGN INBOX STATE

A plainer job than Tongbao's. Each file is read once, hashed, and copied into an archive; its first sheets with
known column heads are taken; each value of a known column is checked by its type and its limits where they are
numbers, and stored. No unit, period, roster, spelling of a value, rule, earlier month, place, event or fsync; all in
one transaction, which SQLite is told not to sync either.
"""
import csv
import hashlib
import io
import os
import sqlite3
import sys

from python_calamine import CalamineWorkbook

campaign, inbox, state = sys.argv[1:4]


def table(name):
    with open(f"{campaign}/{name}.csv", encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def limit(text):
    try:
        return float(text)
    except ValueError:
        return None


FORMS = [row["id"] for row in table("forms")]
FIELDS = {form: [row for row in table("fields") if row["form"] == form] for form in FORMS}
HEADS = {}
for form, fields in FIELDS.items():
    for number, field in enumerate(fields):
        for head in (field["header"], *field["aliases"].split(";")):
            HEADS.setdefault(head, {}).setdefault(form, number)
# For each field its number, its limits where it holds numbers, and whether it must be whole.
NUMBERS = {
    form: [
        (field["type"] == "integer", limit(field["min"]), limit(field["max"]))
        if field["type"] in ("integer", "decimal", "percent") else None
        for field in fields
    ]
    for form, fields in FIELDS.items()
}


def head_row(rows):
    """The first rows in which the heads of a form stand: the last of them, the form, field by column."""
    for index, row in enumerate(rows[:25]):
        hits = {}
        for column, cell in enumerate(row):
            if cell in HEADS:
                for form, field in HEADS[cell].items():
                    hits.setdefault(form, []).append((column, field))
        if hits:
            form = max(hits, key=lambda form: len(hits[form]))
            if len(hits[form]) >= 3:
                return index, form, hits[form]
    return None


def take(rows, file, records, faults):
    found = head_row(rows)
    if not found:
        return
    first, form, columns = found
    numbers = NUMBERS[form]
    width = len(numbers)
    for index in range(first + 1, len(rows)):
        row = rows[index]
        values = [None] * width
        for column, field in columns:
            value = row[column]
            if value == "":
                continue
            number = numbers[field]
            if number:
                if type(value) is str:
                    try:
                        value = float(value)
                    except ValueError:
                        faults.append((file, index, column, "type"))
                        continue
                whole, least, most = number
                if whole and value != int(value):
                    faults.append((file, index, column, "whole"))
                elif least is not None and value < least or most is not None and value > most:
                    faults.append((file, index, column, "range"))
            elif type(value) is not str:
                value = str(value)
            values[field] = value
        records[form].append((file, index, *values))


def decoded(data):
    if data[:3] == b"\xef\xbb\xbf":
        return data[3:].decode()
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("gb18030")


def main():
    os.makedirs(f"{state}/archive")
    made = set()
    database = sqlite3.connect(f"{state}/ledger.sqlite", isolation_level=None)
    database.execute("PRAGMA synchronous = OFF")
    database.execute("CREATE TABLE file (id INTEGER PRIMARY KEY, path TEXT, size INTEGER, sha256 TEXT UNIQUE)")
    database.execute("CREATE TABLE fault (file INTEGER, row INTEGER, column INTEGER, kind TEXT)")
    inserts = {}
    for form, fields in FIELDS.items():
        columns = ", ".join(f'"{field["id"]}"' for field in fields)
        database.execute(f'CREATE TABLE "{form}" (file INTEGER, row INTEGER, {columns})')
        inserts[form] = f'INSERT INTO "{form}" VALUES ({", ".join("?" * (len(fields) + 2))})'
    database.execute("BEGIN")
    records = {form: [] for form in FORMS}
    faults, files = [], []
    number = 0
    for folder, _, names in os.walk(inbox):
        for name in names:
            if not name.endswith((".xlsx", ".csv")) or name.startswith("收件登记"):
                continue
            path = f"{folder}/{name}"
            with open(path, "rb") as file:
                data = file.read()
            digest = hashlib.sha256(data).hexdigest()
            shelf = f"{state}/archive/{digest[:2]}"
            if shelf not in made:
                os.makedirs(shelf)
                made.add(shelf)
            with open(f"{shelf}/{digest}", "wb") as file:
                file.write(data)
            number += 1
            files.append((number, path, len(data), digest))
            try:
                if name.endswith(".csv"):
                    take(list(csv.reader(io.StringIO(decoded(data), newline=""))), number, records, faults)
                else:
                    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
                    for sheet in range(len(book.sheet_names)):
                        take(book.get_sheet_by_index(sheet).to_python(), number, records, faults)
            except Exception as error:
                faults.append((number, 0, 0, type(error).__name__))
        # A batch a folder: little memory, few calls.
        database.executemany("INSERT OR IGNORE INTO file VALUES (?, ?, ?, ?)", files)
        database.executemany("INSERT INTO fault VALUES (?, ?, ?, ?)", faults)
        for form, rows in records.items():
            database.executemany(inserts[form], rows)
            rows.clear()
        files.clear()
        faults.clear()
    database.execute("COMMIT")
    database.close()
    print(f"{number} files")


main()
