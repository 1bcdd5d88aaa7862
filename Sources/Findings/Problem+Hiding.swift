/// Where personal data stands that is in no cell, and how it is taken away there.
extension Problem.Hiding {
    var chinese: String {
        switch self {
        case .fileName: "文件名或文件夹名里"
        case .sheetName: "工作表的名称里"
        case .note: "批注里"
        case .drawing: "文本框或图形里"
        case .properties: "文件属性里"
        case .definedName: "工作簿的名称里"
        case .sheetSurroundings: "页眉页脚、下拉选项或超链接里"
        case .leftover: "表里看不见的旧内容里"
        case .otherData: "随表带着的其他数据里"
        }
    }

    /// The subject of a sentence.
    var english: String {
        switch self {
        case .fileName: "the name of the file or of its folder"
        case .sheetName: "the name of a sheet"
        case .note: "a note"
        case .drawing: "a text box or shape"
        case .properties: "the file's properties"
        case .definedName: "a name of the workbook"
        case .sheetSurroundings: "a header, footer, drop-down list or link"
        case .leftover: "what no cell shows any more"
        case .otherData: "other data inside the file"
        }
    }

    var advice: Bilingual {
        switch self {
        case .fileName:
            Bilingual("改掉文件名、文件夹名后重报；原件已隔离", "rename it and send again; the file is in quarantine")
        case .sheetName:
            Bilingual(
                "改掉工作表的名称后重报；原件已隔离", "rename the sheet and send again; the file is in quarantine")
        case .note, .drawing:
            Bilingual("删去后重报；原件已隔离", "delete it and send again; the file is in quarantine")
        case .properties:
            Bilingual(
                "在“文件—信息”里删去后重报；原件已隔离",
                "delete it under File, Info, and send again; the file is in quarantine")
        case .definedName:
            Bilingual(
                "在“公式—名称管理器”里删去后重报；原件已隔离",
                "delete it in the name manager and send again; the file is in quarantine")
        case .sheetSurroundings:
            Bilingual(
                "在页面设置、数据有效性、超链接里找到并删去，再重报；原件已隔离",
                "look in page setup, data validation and links, delete it, send again; the file is in quarantine"
            )
        case .leftover, .otherData:
            Bilingual(
                "把要报的表复制到下发的空表里重报；原件已隔离",
                "copy the table into the issued form and send that; the file is in quarantine")
        }
    }
}
