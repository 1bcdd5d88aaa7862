' Puts lines of `sheet row column kind value` into a workbook, as somebody would type them, and saves it.
Sub Fill
    Dim hidden(0) As New com.sun.star.beans.PropertyValue
    hidden(0).Name = "Hidden"
    hidden(0).Value = True
    Dim book As Object
    book = StarDesktop.loadComponentFromURL(ConvertToURL(Environ("FORM")), "_blank", 0, hidden())
    Dim files As Object
    files = createUnoService("com.sun.star.ucb.SimpleFileAccess")
    Dim lines As Object
    lines = createUnoService("com.sun.star.io.TextInputStream")
    lines.setInputStream(files.openFileRead(ConvertToURL(Environ("VALUES"))))
    lines.setEncoding("UTF-8")
    Do While Not lines.isEOF()
        Dim parts
        parts = Split(lines.readLine(), Chr(9))
        If UBound(parts) = 4 Then
            Dim cell As Object
            cell = book.Sheets.getByName(parts(0)).getCellByPosition(CLng(parts(2)), CLng(parts(1)))
            If parts(3) = "text" Then
                cell.setString(parts(4))
            Else
                cell.setValue(Val(parts(4)))
            End If
        End If
    Loop
    lines.closeInput()
    book.calculateAll()
    Dim saved(0) As New com.sun.star.beans.PropertyValue
    saved(0).Name = "FilterName"
    saved(0).Value = "Calc MS Excel 2007 XML"
    book.storeToURL(ConvertToURL(Environ("FILLED")), saved())
    book.close(True)
    StarDesktop.terminate()
End Sub
