package import Campaigns
package import Files
package import Findings
package import Workbooks

/// A demo could not be made.
package enum DemoError: Error, Hashable, Sendable {
    /// The campaign whose tables are to be copied cannot be read.
    case campaign(CampaignError)
    /// A sheet cannot be written as a workbook.
    case unwritable(path: String, because: WorkbookError)
    /// A file cannot be written.
    case file(FileError)

    /// What to tell whoever asked for the demo.
    package var message: Bilingual {
        switch self {
        case .campaign(let error): error.message
        case .unwritable(let path, _):
            Bilingual("\(path)：写不成工作簿", "\(path): cannot be written as a workbook")
        case .file(let error): Bilingual("写不了文件：\(error)", "cannot write: \(error)")
        }
    }
}
