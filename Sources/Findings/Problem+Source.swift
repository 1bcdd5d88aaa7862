/// What told something about a return, as sentences name it.
extension Problem.Source {
    package var chinese: String {
        switch self {
        case .marker: "表格自带的标记"
        case .title: "标题"
        case .label: "填报单位一栏"
        case .folder: "文件夹"
        case .fileName: "文件名"
        case .header: "栏目"
        case .sheetName: "工作表名"
        case .periodLabel: "报告期一栏"
        case .rows: "各行"
        }
    }

    package var english: String {
        switch self {
        case .marker: "the form's marker"
        case .title: "the title"
        case .label: "the label"
        case .folder: "the folder"
        case .fileName: "the file name"
        case .header: "the column heads"
        case .sheetName: "the sheet's name"
        case .periodLabel: "the label of the period"
        case .rows: "the rows"
        }
    }
}
