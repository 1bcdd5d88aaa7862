/// Why a file could not be read, in the words of the one who has to send it again.
extension Problem.Unreadable {
    var message: Bilingual {
        switch self {
        case .encrypted: Bilingual("文件有密码，打不开", "the file is protected by a password")
        case .legacyWorkbook:
            Bilingual("是旧格式的表（.xls 或 .et），这里读不了", "is in the old .xls or .et format")
        case .openDocument:
            Bilingual("是 .ods 格式的文件，这里读不了", "is in the OpenDocument (.ods) format")
        case .markup:
            Bilingual("其实是网页或 XML，只是起了表格的名字", "is really HTML or XML, not a workbook")
        case .document(let document):
            Bilingual("是\(document.chinese)，不是表格", "is \(document.english), not a spreadsheet")
        case .archive:
            Bilingual("是 RAR、7z 一类的压缩包，这里打不开", "is a RAR, 7z or other archive that is not opened")
        case .bundle(let fault): fault.message
        case .errorList:
            Bilingual(
                "是退回文件里的错误清单，不是报表", "is the list of errors of a returned file, not the return")
        case .plainText: Bilingual("是一段文字，不是表格", "is plain text, not a table")
        case .shortcut: Bilingual("是快捷方式，不是表本身", "is a shortcut, not the workbook itself")
        case .notAWorkbook: Bilingual("不是 xlsx 或 csv 文件", "is neither an xlsx nor a csv file")
        case .empty: Bilingual("文件是空的，里面什么也没有", "the file is empty")
        case .truncated: Bilingual("文件不完整，像是没有传完", "the file is cut short")
        case .damaged(let part):
            Bilingual(
                "文件已损坏（\(part.printable)）", "the file is damaged (\(part.printable))")
        case .limit(let chinese, let english):
            Bilingual("文件超过限度：\(chinese.printable)", "over a limit: \(english.printable)")
        case .encoding(let offset):
            Bilingual(
                "文字编码认不出（第\(offset + 1)个字节）",
                "the text encoding is not recognised (byte \(offset + 1))")
        case .noSheets: Bilingual("工作簿里没有可读的工作表", "the workbook has no readable sheet")
        }
    }

    var advice: Bilingual {
        switch self {
        case .encrypted:
            Bilingual(
                "输入密码打开，取消密码后另存为 .xlsx 重报", "open it, remove the password and send it again")
        case .legacyWorkbook, .openDocument, .markup:
            Bilingual(
                "用 WPS 或 Excel 打开，另存为 .xlsx 重报，只改文件名不行",
                "open it in WPS or Excel and save it as .xlsx; renaming it is not enough")
        case .notAWorkbook:
            Bilingual(
                "用 WPS 或 Excel 打开，另存为 .xlsx 重报；打不开的，用下发的空表重填",
                "open it in WPS or Excel and save it as .xlsx, or fill in the issued form again")
        case .errorList:
            Bilingual(
                "在退回的文件里打开报表那一张，改好，直接存成 .xlsx 报送；要存 CSV 的，先点到报表那一张",
                "open the sheet of the return in the returned file, mend it and send the .xlsx; to save a CSV, go "
                    + "to that sheet first")
        case .document, .plainText:
            Bilingual("把数字填进下发的空表，报送 .xlsx", "fill the figures into the issued form and send that")
        case .archive:
            Bilingual(
                "解压后把里面的表一张张报送，或者重新压缩成 .zip",
                "unpack it and send the workbooks inside one by one, or pack them into a .zip")
        case .bundle(let fault): fault.advice
        case .shortcut:
            Bilingual("把表本身复制进来", "copy the workbook itself into the folder")
        case .empty:
            Bilingual(
                "打开看看有没有内容，保存后重新报送", "open it, check that it holds something, save and send again")
        case .truncated:
            Bilingual("关闭表格，等复制或上传完成后重新报送", "close it, let the copy finish, then send it again")
        case .damaged:
            Bilingual(
                "用 WPS 或 Excel 打开，另存为新文件重报；打不开的，用下发的空表重填",
                "open it in WPS or Excel and save it anew, or fill in the issued form again")
        case .limit:
            Bilingual("删去空行、图片和无关的工作表后重报", "remove blank rows, pictures and other sheets")
        case .encoding:
            Bilingual(
                "用 WPS 或 Excel 打开，另存为 .xlsx 重报", "open it in WPS or Excel and save it as .xlsx")
        case .noSheets:
            Bilingual(
                "把表放在普通的工作表里，保存后重报", "put the table on an ordinary sheet, save and send again")
        }
    }
}

extension Problem.Document {
    fileprivate var chinese: String {
        switch self {
        case .word: "Word 文档"
        case .presentation: "演示文稿"
        case .pdf: "PDF"
        case .richText: "写字板文档（RTF）"
        case .picture: "图片"
        case .recording: "录音或视频"
        case .fixedLayout: "版式文件（OFD）"
        case .program: "程序"
        }
    }

    /// With its article.
    fileprivate var english: String {
        switch self {
        case .word: "a Word document"
        case .presentation: "a presentation"
        case .pdf: "a PDF"
        case .richText: "an RTF document"
        case .picture: "a picture"
        case .recording: "a recording"
        case .fixedLayout: "an OFD document"
        case .program: "a program"
        }
    }
}
