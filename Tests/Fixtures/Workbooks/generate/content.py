"""One sheet of meeting places, put into files by one program after another."""
import datetime

from expected import Date, table

SHEET = "会议场所"
TITLE = "红崖镇会议场所上报表（2020年6月）"
HEADS = ["会议场所", "座位数", "面积（平方米）", "启用日期", "最近检查", "已达标", "达标率", "备注"]
ROWS = [
    ["红崖村党员活动室", 60, 85.5, datetime.date(2019, 3, 1), datetime.datetime(2020, 6, 30, 9, 30), True,
     0.855, "二楼东侧；\n钥匙在村委会"],
    ["老街社区<多功能厅>&“大厅”", 120, 0.1, datetime.date(2020, 6, 30), datetime.datetime(2020, 6, 1, 14, 5), False,
     1, " 两头有空格 "],
    ["𠮷家坪文化广场", 0, -12.25, datetime.date(1999, 12, 31), None, True, 0, "0012"],
]
TOTAL = "合计"
FORMULA = "SUM(B3:B5)"


def expected(*, total=180, flags=True):
    """The cells; `total` is what the formula gives, `flags` whether the program has booleans."""
    rows = []
    for row in ROWS:
        values = []
        for value in row:
            if isinstance(value, datetime.datetime):
                value = Date(value.isoformat())
            elif isinstance(value, datetime.date):
                value = Date(value.isoformat())
            elif isinstance(value, bool) and not flags:
                value = int(value)
            values.append(value)
        rows.append(values)
    return {SHEET: table([[TITLE], HEADS, *rows, [TOTAL, total]])}
