"""CSV in the encodings, separators and line ends that are not everywhere the same."""
from expected import table, write

ROWS = [["村名", "会议地点", "人数"], ["石门村", "村委会，二楼", "42"], ["𠮷家坪、㐂坡", "“大礼堂”", "1,204"]]
QUOTED = '村名,会议地点,人数\r\n石门村,"村委会，二楼",42\r\n"𠮷家坪、㐂坡",“大礼堂”,"1,204"\r\n'


def made(name, data, rows=ROWS):
    write(name, data, {"input": table(rows)}, ending="csv")


made("hand-csv-utf16be", b"\xfe\xff" + QUOTED.encode("utf-16-be"))
made("hand-csv-utf16-unmarked", QUOTED.replace(",", "\t").replace('"1\t204"', "1,204").encode("utf-16-le"))
made("hand-csv-gb18030-marked", b"\x84\x31\x95\x33" + QUOTED.encode("gb18030"))
made("hand-csv-gb18030-four-bytes", QUOTED.encode("gb18030"))
made("hand-csv-carriage-returns", QUOTED.replace("\r\n", "\r").encode())
made("hand-csv-bars", "村名|会议地点|人数\n石门村|村委会，二楼|42\n𠮷家坪、㐂坡|“大礼堂”|1,204".encode())
made("hand-csv-wide-commas", "村名，会议地点，人数\n石门村，村委会二楼，42\n大寨村，学校，7\n".encode(),
     [ROWS[0], ["石门村", "村委会二楼", "42"], ["大寨村", "学校", "7"]])
# Ragged, with blanks in the middle, doubled quotes, a quote inside a field, a line end inside one.
made("hand-csv-odd-quotes", ('a,"b ""c"" d",e\r\n\r\n,,7,,\r\n3" 管,"x\r\ny",\r\n"左"右,\'单引号\'\r\n').encode(),
     [["a", 'b "c" d', "e"], [], [None, None, "7"], ['3" 管', "x\r\ny"], ["左右", "'单引号'"]])
