"""Fills a blank form with openpyxl: fill_openpyxl.py FORM.xlsx values.tsv FILLED.xlsx"""
import datetime
import sys

import openpyxl

form, values, filled = sys.argv[1:]
book = openpyxl.load_workbook(form)
with open(values, encoding="utf-8") as lines:
    for line in lines:
        sheet, row, column, kind, value = line.rstrip("\n").split("\t")
        cell = book[sheet].cell(int(row) + 1, int(column) + 1)
        if kind == "text":
            cell.value = value
        elif kind == "date":
            cell.value = datetime.datetime(1899, 12, 30) + datetime.timedelta(days=int(value))
        else:
            cell.value = float(value) if "." in value else int(value)
book.save(filled)
