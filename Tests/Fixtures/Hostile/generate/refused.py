"""Where the hostile files go, and the list of what each must be refused with.

A script calls `refuse` or `take` for each file; `expected.csv` is kept sorted, one line a file.
"""
import csv
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HERE.parent / "Workbooks" / "generate"))

LIST = HERE / "expected.csv"
COLUMNS = ["file", "reason", "detail"]


def lines():
    if not LIST.exists():
        return {}
    with LIST.open(encoding="utf-8", newline="") as file:
        return {row["file"]: row for row in csv.DictReader(file)}


def note(name, reason, detail):
    known = lines()
    known[name] = {"file": name, "reason": reason, "detail": detail}
    with LIST.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(known[key] for key in sorted(known))


def refuse(name, data, reason, detail=""):
    """`reason` is the case of `Problem.Unreadable`, `detail` a beginning of what it carries."""
    (HERE / name).write_bytes(data)
    note(name, reason, detail)


def take(name, data, cells, sheets=1):
    """A file that is read all the same, within its limits."""
    (HERE / name).write_bytes(data)
    note(name, "read", f"cells={cells} sheets={sheets}")
