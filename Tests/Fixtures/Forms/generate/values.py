"""What to put into the cells of a blank form: last month's rows once more, as lines `sheet row column kind value`.

    values.py TEMPLATES EXPORT PERIOD FORM.xlsx > values.tsv

TEMPLATES is the campaign's folder of tables, EXPORT what `ledger export` wrote. Cells that the form brings along are left
alone.
"""
import csv
import datetime
import re
import sys

import openpyxl

templates, export, period, path = sys.argv[1:]


def table(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


fields = {}
for field in table(f"{templates}/fields.csv"):
    fields.setdefault(field["form"], {})[field["header"]] = field
folders = {form["folder"]: form["id"] for form in table(f"{templates}/forms.csv")}

book = openpyxl.load_workbook(path)
unit = re.search(r"unit=(\w+)", book.defined_names["_tongbao_form"].attr_text).group(1)
for sheet in book.worksheets:
    form = folders.get(sheet.title)
    try:
        own = [row for row in table(f"{export}/form={form}/period={period}/rows.csv") if row["unit"] == unit]
    except FileNotFoundError:
        continue
    heads = [str(cell.value or "").split("\n")[0] for cell in sheet[4]]
    codes = [place for place, head in enumerate(heads) if fields[form].get(head, {}).get("type") == "subject_code"]
    rows = {row["code"]: row for row in own}
    for place, cells in enumerate(sheet.iter_rows(min_row=5)):
        # Free rows come in their order.
        values = rows.get(str(cells[codes[0]].value)) if codes else own[place] if place < len(own) else None
        if values is None:
            continue
        for cell, head in zip(cells, heads):
            field = fields[form].get(head)
            if field is None or cell.protection.locked or cell.value is not None or not values[field["id"]]:
                continue
            kind, value = "text", values[field["id"]]
            if field["type"] in ("integer", "decimal", "percent"):
                kind = "number"
            elif field["type"] == "date":
                kind = "date"
                value = str((datetime.date.fromisoformat(value) - datetime.date(1899, 12, 30)).days)
            print(sheet.title, cell.row - 1, cell.column - 1, kind, value, sep="\t")
