"""Fixtures on disk: the file and the cells that were put into it, as `dump --format jsonl` has them."""
import json
import pathlib
import re

HERE = pathlib.Path(__file__).resolve().parent.parent


class Date(str):
    """ISO text that is to come out as a date, a time or a duration."""


class Error(str):
    """An error value such as `#REF!`."""


UNCOMPUTED = object()


def line(sheet, reference, value):
    kind = ("formula" if value is UNCOMPUTED else "bool" if isinstance(value, bool)
            else "date" if isinstance(value, Date) else "error" if isinstance(value, Error)
            else "string" if isinstance(value, str) else "number")
    record = {"sheet": sheet, "ref": reference, "type": kind}
    if value is not UNCOMPUTED:
        whole = isinstance(value, float) and value.is_integer() and abs(value) < 2**53
        record["value"] = int(value) if whole else value
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n"


def place(reference):
    letters, digits = re.fullmatch(r"([A-Z]+)([0-9]+)", reference).groups()
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(digits), column


def write(name, data, sheets, *, ending="xlsx"):
    """One folder: `data` as `input.<ending>`, `sheets` as {sheet: {reference: value}}."""
    folder = HERE / name
    folder.mkdir(exist_ok=True)
    (folder / f"input.{ending}").write_bytes(data)
    cells(name, sheets)


def cells(name, sheets):
    lines = [line(sheet, reference, value) for sheet, values in sheets.items()
             for reference, value in sorted(values.items(), key=lambda item: place(item[0]))]
    (HERE / name / "cells.jsonl").write_text("".join(lines), encoding="utf-8")


def table(rows, *, first="A1"):
    """{reference: value} of rows of values; None is a blank."""
    row, column = place(first)
    return {letters(column + x) + str(row + y): value for y, values in enumerate(rows)
            for x, value in enumerate(values) if value is not None}


def letters(column):
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text
