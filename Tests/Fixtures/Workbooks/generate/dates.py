"""The date decision: built-in ids, ids that the workbook defines anew, codes."""
from archive import archive
from expected import Date, table, write
from parts import book, number_cell, styles, worksheet

SERIAL = "44012.3958333333"  # 2020-06-30 09:30
DAY, TIME, BOTH = Date("2020-06-30"), Date("09:30:00"), Date("2020-06-30T09:30:00")
NUMBER = 44012.3958333333


def sheet(cases, *, column="B"):
    return worksheet("".join(
        f'<row r="{n}"><c r="A{n}" t="inlineStr"><is><t>{label}</t></is></c>'
        f'<c r="B{n}" s="{n - 1}"><v>{SERIAL}</v></c></row>'
        for n, label in enumerate(cases, 1)))


def built_in():
    """Ids that no part defines, with the meaning they have in Chinese Excel and WPS."""
    ids = ([(n, DAY) for n in [14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]]
           + [(n, TIME) for n in [18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56]]
           + [(22, BOTH), (46, Date("PT1056297H30M"))]
           + [(n, NUMBER) for n in [0, 1, 2, 3, 4, 11, 12, 13, 37, 38, 39, 40, 44, 48, 49]])
    labels = [f"格式{number}" for number, _ in ids]
    parts = book([("内置", sheet(labels))], style=styles([number for number, _ in ids]))
    write("wps-builtin-dates", archive(parts),
          {"内置": table([[label, value] for label, (_, value) in zip(labels, ids)])})


def redefined():
    """Ids that mean a date in Chinese, defined by the workbook as something else, and the reverse."""
    formats = [(50, "000000000000"), (31, '0.00"元"'), (3, "yyyy/m/d"), (57, "@"), (58, "h:mm"),
               (9, "General")]
    values = [NUMBER, NUMBER, DAY, NUMBER, TIME, NUMBER]
    labels = [f"重定义{number}" for number, _ in formats]
    parts = book([("重定义", sheet(labels))],
                 style=styles([number for number, _ in formats], formats=formats))
    write("hand-redefined-formats", archive(parts),
          {"重定义": table([[label, value] for label, value in zip(labels, values)])})


def codes():
    """Codes of dates and codes that only look like dates, as users and regional settings make them."""
    cases = [
        ('[$-804]yyyy"年"m"月"d"日"', DAY), ('[$-404]e"年"m"月"d"日"', DAY), ("[DBNum1]yyyy年m月d日", DAY),
        ('[DBNum1][$-804]yyyy"年"m"月"', DAY), ("aaaa", DAY), ("[$-804]aaa", DAY), ("yyyy\\-mm\\-dd;@", DAY),
        ("yyyy/m/d h:mm", BOTH), ("[$-F400]h:mm:ss AM/PM", TIME), ('上午/下午h"时"mm"分"', TIME),
        ("[h]:mm", Date("PT1056297H30M")), ("[Red]0.00", NUMBER), ("#,##0*y", NUMBER), ("0_d", NUMBER),
        ("G/通用格式", NUMBER), ('0"年"', NUMBER), ("General", NUMBER), ("@", NUMBER),
        ('_ ￥* #,##0.00_ ;_ ￥* -#,##0.00_ ;_ ￥* "-"??_ ;_ @_ ', NUMBER), ("[DBNum1]G/通用格式", NUMBER),
        ("[>=10000]0!.0,万;0", NUMBER), ("0;yyyy", NUMBER), ("yyyy.m", DAY), ("m.d", DAY),
    ]
    formats = [(164 + n, code) for n, (code, _) in enumerate(cases)]
    labels = [f"第{n}种" for n in range(1, len(cases) + 1)]
    parts = book([("格式", sheet(labels))],
                 style=styles([number for number, _ in formats], formats=formats))
    write("hand-date-codes", archive(parts),
          {"格式": table([[label, value] for label, (_, value) in zip(labels, cases)])})


def edges():
    """The days at the ends: 60 never was, 0 is no day, beyond 9999 there is none."""
    cases = [("1", Date("1900-01-01")), ("59", Date("1900-02-28")), ("60", 60), ("61", Date("1900-03-01")),
             ("2958465", Date("9999-12-31")), ("2958466", 2958466), ("-1", -1), ("0", 0),
             ("45761.0", Date("2025-04-14")), ("4.5761E4", Date("2025-04-14"))]
    rows = "".join(f'<row r="{n}">{number_cell(f"A{n}", value, 1)}</row>'
                   for n, (value, _) in enumerate(cases, 1))
    parts = book([("边界", worksheet(rows))], style=styles([0, 31]))
    write("hand-date-edges", archive(parts), {"边界": table([[value] for _, value in cases])})


for make in (built_in, redefined, codes, edges):
    make()
