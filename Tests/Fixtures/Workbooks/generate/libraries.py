"""Files that libraries for Python really write; see README.md for their versions."""
import datetime
import tempfile
import types

import excelize
import openpyxl
import pyexcelerate
import rustpy_xlsxwriter
import xlsxwriter
from openpyxl.comments import Comment
from openpyxl.styles import Protection
from openpyxl.worksheet.datavalidation import DataValidation

from content import FORMULA, HEADS, ROWS, SHEET, TITLE, TOTAL, expected
from expected import HERE, Date, UNCOMPUTED, cells, table

MOMENT = datetime.datetime(2020, 6, 30, 9, 30)
DAY, BOTH, RATE = "yyyy-mm-dd", "yyyy-mm-dd hh:mm", "0.00%"


def place(name, ending="xlsx"):
    (HERE / name).mkdir(exist_ok=True)
    return str(HERE / name / f"input.{ending}")


def stamp(book):
    """openpyxl notes the moment of saving unless it is told otherwise."""
    book.properties.created = book.properties.modified = MOMENT
    openpyxl.writer.excel.datetime = types.SimpleNamespace(
        datetime=Frozen, timezone=datetime.timezone)


class Frozen(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls(2020, 6, 30, 9, 30, tzinfo=tz)


def openpyxl_streamed():
    """The write-only mode: rows go out as they come, without a dimension."""
    book = openpyxl.Workbook(write_only=True)
    stamp(book)
    sheet = book.create_sheet(SHEET)
    sheet.append([TITLE])
    sheet.append(HEADS)
    for row in ROWS:
        sheet.append(row)
    sheet.append([TOTAL, "=" + FORMULA])
    book.save(place("openpyxl-write-only"))
    cells("openpyxl-write-only", expected(total=UNCOMPUTED))


def openpyxl_annotated():
    """Notes, a protected sheet, drop-downs, links, conditional formats, a table, a picture of none."""
    book = openpyxl.Workbook()
    stamp(book)
    sheet = book.active
    sheet.title = SHEET
    for row in [[TITLE], HEADS, *ROWS, [TOTAL, "=" + FORMULA]]:
        sheet.append(row)
    sheet["B3"].comment = Comment("按固定座椅计", "镇党建办")
    sheet["B3"].protection = Protection(locked=False)
    sheet["A3"].hyperlink = "#会议场所!A1"
    sheet.protection.sheet = True
    sheet.protection.password = "invented"
    choice = DataValidation(type="list", formula1='"是,否"')
    choice.add("F3:F5")
    sheet.add_data_validation(choice)
    sheet.freeze_panes = "A3"
    sheet.auto_filter.ref = "A2:H5"
    sheet.column_dimensions["H"].hidden = True
    book.save(place("openpyxl-protected"))
    values = expected(total=UNCOMPUTED)
    cells("openpyxl-protected", values)


def xlsxwriter_rich():
    """A table, sparklines, notes, a chart, a check of input, conditional formats and macros."""
    path = place("xlsxwriter-macros", "xlsm")
    with tempfile.NamedTemporaryFile(suffix=".bin") as project:
        project.write(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504))
        project.flush()
        book = xlsxwriter.Workbook(path, {"in_memory": True})
        book.set_properties({"created": MOMENT})
        book.add_vba_project(project.name)
        sheet = book.add_worksheet(SHEET)
        formats = {kind: book.add_format({"num_format": kind}) for kind in [DAY, BOTH, RATE]}
        sheet.merge_range("A1:H1", TITLE)
        sheet.write_row("A2", HEADS)
        for number, row in enumerate(ROWS, 2):
            for column, value in enumerate(row):
                if isinstance(value, datetime.datetime):
                    sheet.write_datetime(number, column, value, formats[BOTH])
                elif isinstance(value, datetime.date):
                    sheet.write_datetime(number, column, value, formats[DAY])
                elif isinstance(value, str):
                    sheet.write_string(number, column, value)
                elif value is not None:
                    sheet.write(number, column, value, formats[RATE] if column == 6 else None)
        sheet.write("A6", TOTAL)
        sheet.write_formula("B6", FORMULA, None, 180)
        sheet.write_comment("B3", "按固定座椅计", {"author": "镇党建办"})
        sheet.add_sparkline("I3", {"range": "B3:C3"})
        sheet.conditional_format("B3:B5", {"type": "data_bar", "data_bar_2010": True})
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": [SHEET, 2, 1, 4, 1]})
        sheet.insert_chart("A9", chart)
        sheet.insert_button("J2", {"macro": "say", "caption": "核对"})
        book.close()
    cells("xlsxwriter-macros", expected())


def fast_writers():
    """PyExcelerate, whose dates are numbers without a format, and rust_xlsxwriter."""
    rows = [[TITLE], HEADS] + [
        [datetime.datetime(*value.timetuple()[:3]) if type(value) is datetime.date else value
         for value in row] for row in ROWS] + [[TOTAL, "=" + FORMULA]]
    book = pyexcelerate.Workbook()
    book.new_sheet(SHEET, data=rows)
    book.save(place("pyexcelerate-return"))
    values = expected(total=UNCOMPUTED)
    values[SHEET] |= {"D3": 43525, "E3": 44012.395833333336, "D4": 44012, "E4": 43983.586805555555,
                      "D5": 36525}
    cells("pyexcelerate-return", values)
    rustpy_xlsxwriter.write_worksheet(
        [dict(zip(HEADS, row)) for row in ROWS], place("rust-xlsxwriter-records"), sheet_name=SHEET,
        datetime_format="yyyy-mm-dd hh:mm", dedupe_strings=True)
    midnight = [[Date(value.isoformat() + "T00:00:00") if type(value) is datetime.date else
                 Date(value.isoformat()) if isinstance(value, datetime.date) else value
                 for value in row] for row in ROWS]
    cells("rust-xlsxwriter-records", {SHEET: table([HEADS, *midnight])})


def excelize_return():
    """excelize: the streams of Go, strings shared, formulas without results."""
    book = excelize.new_file()
    book.set_sheet_name("Sheet1", SHEET)
    for number, row in enumerate([[TITLE], HEADS, *ROWS], 1):
        for column, value in enumerate(row):
            if value is not None:
                book.set_cell_value(SHEET, f"{'ABCDEFGH'[column]}{number}", value)
    book.set_cell_value(SHEET, "A6", TOTAL)
    book.set_cell_formula(SHEET, "B6", FORMULA)
    book.save_as(place("excelize-return"))
    values = expected(total=UNCOMPUTED)
    values[SHEET]["E4"] = Date("2020-06-01")  # the first of a month gets the format `mmm-yy`
    cells("excelize-return", values)


for make in (openpyxl_streamed, openpyxl_annotated, xlsxwriter_rich, fast_writers, excelize_return):
    make()
