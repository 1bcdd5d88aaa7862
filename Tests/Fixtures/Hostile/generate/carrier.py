"""An honest workbook in which one part is replaced by a hostile one."""
import refused  # puts the scripts of the workbooks within reach
from archive import archive
from parts import book, replaced, shared, styles, text_cell, worksheet

SHEET = "xl/worksheets/sheet1.xml"
WHOLE = worksheet(f'<row r="1">{text_cell("A1", "甲")}</row>')


def with_part(part, text):
    return archive(replaced(book([("Sheet1", WHOLE)], strings=shared(["<si/>"]), style=styles([0])), part, text))


def with_sheet(text):
    return with_part(SHEET, text)


def with_rows(rows, **options):
    return with_sheet(worksheet(rows, **options))
