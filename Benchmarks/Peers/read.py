"""Reads the first sheet of a workbook with a peer: read.py fastexcel|calamine|openpyxl FILE."""
import sys

library, path = sys.argv[1:]
if library == "fastexcel":
    import fastexcel

    table = fastexcel.read_excel(path).load_sheet(0, header_row=None).to_arrow()
    cells = sum(len(column) - column.null_count for column in table.columns)
elif library == "calamine":
    import python_calamine

    rows = python_calamine.CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    cells = sum(1 for row in rows for cell in row if cell != "")
else:
    import openpyxl

    sheet = openpyxl.load_workbook(path, read_only=True).worksheets[0]
    cells = sum(1 for row in sheet.iter_rows(values_only=True) for cell in row if cell is not None)
print(f"cells={cells} sheets=1")
