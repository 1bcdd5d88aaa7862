"""What the files of programs.sh hold, by what was put into each."""
from content import HEADS, SHEET, TITLE, expected
from expected import Date, Error, UNCOMPUTED, cells, table

for name in ["libxlsxwriter-return", "libxlsxwriter-constant", "perl-return",
             "gnumeric-return", "libreoffice-saved", "libreoffice-from-ods"]:
    cells(name, expected())
cells("poi-return", expected(total=UNCOMPUTED))
cells("poi-streamed-shared", expected(total=0))  # POI writes 0 where nothing was computed

plain = expected(total=None)
kept = {place: value for place, value in plain[SHEET].items()
        if not isinstance(value, Date | bool)}
cells("poi-streamed-inline", {SHEET: kept})

frame = expected(total=UNCOMPUTED)
frame[SHEET] |= {"C2": "面积"}
for place in ["A6", "G4", "H5"]:
    del frame[SHEET][place]
frame[SHEET]["G5"] = Error("#NUM!")  # NaN
# openxlsx defines format 165 twice, and its last word has a time of day.
frame[SHEET] |= {place: Date(value + "T00:00:00") for place, value in frame[SHEET].items()
                 if place in ("D3", "D4", "D5")}
cells("openxlsx-return", frame)

# As the sheet shows its values on an American machine; format 22 follows the country.
TEXTS = [
    [TITLE] + [None] * 7, HEADS,
    ["红崖村党员活动室", "60", "85.5", "2019年3月1日", "6/30/2020 9:30", "TRUE", "0.855", "二楼东侧；\n钥匙在村委会"],
    ["老街社区<多功能厅>&“大厅”", "120", "0.1", "2020年6月30日", "6/1/2020 14:05", "FALSE", "1", " 两头有空格 "],
    ["𠮷家坪文化广场", "0", "-12.25", "1999年12月31日", None, "TRUE", "0", "0012"], ["合计", "180"]]
cells("libreoffice-semicolons", {"input": table(TEXTS)})
cells("libreoffice-utf8", {"input": table(TEXTS)})
