"""Makes the returns of this folder: the rural return of 鹤畔镇 for June 2020 as three programs write it.

    python3 make.py openpyxl|xlsxwriter|libreoffice OUTPUT.xlsx

Each has two wrong cells (D11 约20, E8 blank), fills, a note and a sheet of its sender's own, and
parts that nobody models. `libreoffice` saves what openpyxl wrote with a fill by theme.
"""

import datetime
import pathlib
import struct
import subprocess
import sys
import tempfile
import zlib

HEADS = (
    "村名称 村干部人数 已建制度数 本月坐班天数 已建工作档案数 累计应发村干部报酬 累计实发村干部报酬 全年应拨运转经费 "
    "累计已拨运转经费 活动场所状态 本月场所开放天数 撤并村到位情况 是否选派第一书记 第一书记本月在岗天数 "
    "本月集中学习次数 本年累计参训村干部人数 本月重大事项数 按四议两公开办理数 后进村整顿情况 备注"
).split()
ROWS = [
    "石门坎村 6 4 23 6 6.12 6.12 5 2.59 达标 25 不涉及 否 — 3 2 3 3 否",
    "桥盘嘴村 5 4 22 3 4.5 4.5 6.5 2.53 达标 21 不涉及 是 15 2 2 2 2 否",
    "上鞍嘴 8 4 23 7 8.64 8.64 7.5 3.25 达标 13 不涉及 否 — 3 2 1 1 否",
    "下盘坎村 5 4 24 4 5.7 5.7 9 3.25 达标 11 不涉及 是 23 2 2 3 3 否",
    "杨板岭村 7 4 25 6 6.72 6.72 13 5.59 达标 24 不涉及 否 — 1 3 2 2 否",
    "乌岩垭村 9 4 22 7 8.64 8.64 9 5.01 达标 13 不涉及 否 — 2 5 3 3 否",
    "栗鞍滩村 5 4 约20 5 5.7 5.7 13 6.68 新建中 — 不涉及 是 24 3 2 4 4 否",
    "桑头坎 6 4 25 3 6.12 6.12 7 3.73 达标 15 不涉及 是 21 3 3 4 4 否",
    "牛埝坪村 6 4 24 5 5.76 5.76 13 6.72 达标 19 未到位 否 — 2 1 4 4 否",
    "梨埝沟村 8 4 24 7 9.12 9.12 6.5 2.66 达标 24 已到位 是 23 3 4 2 2 否",
    "麦箐塬 8 4 24 7 6.72 6.72 12 6.32 达标 20 不涉及 是 23 3 3 0 0 否",
    "竹涧岭村 6 4 21 5 6.12 6.12 12.5 6.32 达标 16 不涉及 否 — 2 3 3 3 否",
]
TITLE = "岚川县农村基层党建工作月报表（2020年6月）"
UNIT = "填报单位（盖章）：鹤畔镇人民政府"
FOOT = ["填表人：李某某          审核人：", "王某某", "联系电话：", "0915-7654321"]
BLANK = (7, 4)  # Row 8, column E, counted from 0.


def value(text):
    try:
        return int(text)
    except ValueError:
        try:
            return float(text)
        except ValueError:
            return text


def rows():
    result = [[value(text) for text in row.split()] for row in ROWS]
    result[BLANK[0] - 4][BLANK[1]] = None
    return result


def picture():
    """A red square of 16 pixels as PNG."""
    raw = b"".join(b"\0" + b"\xc0\0\0" * 16 for _ in range(16))

    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", 16, 16, 8, 2, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(raw))
        + chunk(b"IEND", b"")
    )


def openpyxl_return(path, theme=False):
    import openpyxl
    from openpyxl.comments import Comment
    from openpyxl.styles import Alignment, Border, Color, Font, PatternFill, Side

    book = openpyxl.Workbook()
    book.properties.created = datetime.datetime(2020, 7, 1)
    book.properties.modified = datetime.datetime(2020, 7, 1)
    sheet = book.active
    sheet.title = "农村"
    sheet.append([TITLE])
    sheet.append([UNIT])
    sheet.append(HEADS)
    sheet.append(["甲"] + list(range(1, 20)))
    for row in rows():
        sheet.append(row)
    sheet.append(["合  计"] + [f"=SUM({c}5:{c}16)" for c in "BC"])
    sheet.append([FOOT[0], None, FOOT[1], None, FOOT[2], None, FOOT[3]])
    sheet.merge_cells("A1:T1")
    thin = Side(style="thin")
    for row in sheet["A3:T17"]:
        for cell in row:
            cell.border = Border(thin, thin, thin, thin)
            cell.alignment = Alignment(horizontal="center", vertical="center")
    sheet["A1"].font = Font(name="黑体", size=16, bold=True)
    # The sender's own colours: a band that a bad cell lies in, and Excel's own "bad" beside it.
    band = PatternFill("solid", fgColor=Color(theme=4, tint=0.7999) if theme else "FFDDEBF7")
    for cell in sheet["A11:T11"][0]:
        cell.fill = band
    sheet["B6"].fill = PatternFill("solid", fgColor="FFFFC7CE")
    sheet["D11"].comment = Comment("这个数再问问村里", "张会计")
    sheet.freeze_panes = "B5"
    sheet.column_dimensions["A"].width = 14
    other = book.create_sheet("说明")
    other["A1"] = "这一张是自己留的"
    other["A2"].fill = PatternFill("solid", fgColor="FFFFEB9C")
    book.save(path)


def xlsxwriter_return(path):
    import io

    import xlsxwriter

    book = xlsxwriter.Workbook(str(path))
    book.set_properties({"created": datetime.datetime(2020, 7, 1)})
    sheet = book.add_worksheet("农村")
    cell = book.add_format({"border": 1, "align": "center"})
    band = book.add_format({"border": 1, "align": "center", "bg_color": "#DDEBF7"})
    bad = book.add_format({"border": 1, "align": "center", "bg_color": "#FFC7CE"})
    sheet.merge_range("A1:T1", TITLE, book.add_format({"bold": 1, "font_size": 16}))
    sheet.write(1, 0, UNIT)
    for column, head in enumerate(HEADS):
        sheet.write(2, column, head, cell)
    sheet.write(3, 0, "甲", cell)
    for column in range(1, 20):
        sheet.write(3, column, column, cell)
    for number, row in enumerate(rows()):
        look = band if number == 6 else cell
        for column in range(20):
            text = row[column] if column < len(row) else None
            own = bad if (number, column) == (1, 1) else look
            if text is None:
                sheet.write_blank(number + 4, column, None, own)
            else:
                sheet.write(number + 4, column, text, own)
    sheet.write(16, 0, "合  计", cell)
    sheet.write_formula(16, 1, "=SUM(B5:B16)", cell, 79)
    sheet.write_formula(16, 2, "=SUM(C5:C16)", cell, 48)
    for column, text in zip((0, 2, 4, 6), FOOT):
        sheet.write(17, column, text)
    sheet.write_comment("D11", "这个数再问问村里", {"author": "张会计"})
    sheet.insert_image("V2", "seal.png", {"image_data": io.BytesIO(picture())})
    sheet.conditional_format("I5:I16", {"type": "data_bar"})
    sheet.data_validation("S5:S16", {"validate": "list", "source": ["是", "否"]})
    sheet.freeze_panes(4, 1)
    chart = book.add_chart({"type": "column"})
    chart.add_series({"categories": "=农村!$A$5:$A$16", "values": "=农村!$D$5:$D$16"})
    other = book.add_worksheet("图")
    other.insert_chart("B2", chart)
    other.activate()
    book.close()


def libreoffice_return(path):
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / "in" / pathlib.Path(path).name
        source.parent.mkdir()
        openpyxl_return(source, theme=True)
        subprocess.run(
            ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile",
             "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(pathlib.Path(path).parent), str(source)],
            check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    {"openpyxl": openpyxl_return, "xlsxwriter": xlsxwriter_return,
     "libreoffice": libreoffice_return}[sys.argv[1]](sys.argv[2])
