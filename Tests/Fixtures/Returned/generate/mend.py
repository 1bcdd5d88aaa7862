"""Mends what Tongbao sent back, as the senders would.

    python3 mend.py openpyxl|libreoffice all|half RETURNED.xlsx OUTPUT.xlsx

`all` mends both cells and nothing else. `half` mends E8 alone and disturbs the rest on the way: a row
comes before the heads, the sheet gets another name, the list of errors too; with LibreOffice a
column comes as well, with openpyxl the note on E8 goes.
"""

import pathlib
import shutil
import subprocess
import sys
import tempfile

MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Mend(source As String, target As String, how As String)
  Dim opening(0) As New com.sun.star.beans.PropertyValue
  opening(0).Name = "Hidden"
  opening(0).Value = True
  Dim book As Object
  book = StarDesktop.loadComponentFromURL(source, "_blank", 0, opening())
  Dim sheet As Object
  sheet = book.Sheets.getByIndex(0)
  sheet.getCellRangeByName("E8").Value = 4
  If how = "all" Then
    sheet.getCellRangeByName("D11").Value = 20
  Else
    sheet.Rows.insertByIndex(2, 1)
    sheet.Columns.insertByIndex(20, 1)
    sheet.Columns.insertByIndex(1, 1)
    sheet.getCellRangeByName("B4").String = "编号"
    sheet.Name = "农村（六月）"
    book.Sheets.getByName("错误清单").Name = "单子"
  End If
  Dim saving(0) As New com.sun.star.beans.PropertyValue
  saving(0).Name = "FilterName"
  saving(0).Value = "Calc MS Excel 2007 XML"
  book.storeToURL(target, saving())
  book.close(True)
End Sub
</script:module>
"""
LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Module1"/>
</library:library>
"""


def with_openpyxl(how, source, target):
    import openpyxl

    book = openpyxl.load_workbook(source)
    sheet = book["农村"]
    sheet["E8"] = 4
    if how == "all":
        sheet["D11"] = 20
    else:
        sheet["E8"].comment = None
        sheet.title = "农村（六月）"
        book["错误清单"].title = "单子"
    book.save(target)


def with_libreoffice(how, source, target):
    with tempfile.TemporaryDirectory() as folder:
        profile = pathlib.Path(folder) / "profile"
        run = ["soffice", "--headless", f"-env:UserInstallation=file://{profile}"]
        basic = profile / "user" / "basic" / "Standard"
        # The first start makes the profile.
        seed = pathlib.Path(folder) / "seed.csv"
        seed.write_text("1\n")
        subprocess.run(run + ["--convert-to", "ods", "--outdir", folder, str(seed)],
                       check=True, stdout=subprocess.DEVNULL)
        basic.mkdir(parents=True, exist_ok=True)
        (basic / "Module1.xba").write_text(MACRO)
        (basic / "script.xlb").write_text(LIBRARY)
        copy = pathlib.Path(folder) / "returned.xlsx"
        result = pathlib.Path(folder) / "mended.xlsx"
        shutil.copy(source, copy)
        call = f'macro:///Standard.Module1.Mend("file://{copy}","file://{result}","{how}")'
        subprocess.run(run + [call], check=True, stdout=subprocess.DEVNULL)
        shutil.copy(result, target)


if __name__ == "__main__":
    program, how, source, target = sys.argv[1:]
    {"openpyxl": with_openpyxl, "libreoffice": with_libreoffice}[program](how, source, target)
