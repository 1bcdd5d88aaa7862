package import Findings
import ZipArchives

/// A file could not be read as a workbook, or a draft not be written as one.
///
/// Whoever knows the file makes it a finding: `Problem.unreadableFile(error.reason)`.
package struct WorkbookError: Error, Hashable, Sendable {
    /// In the words of the catalogue; part names in it are the file's, never its contents.
    package var reason: Problem.Unreadable

    /// An error for this reason.
    package init(_ reason: Problem.Unreadable) {
        self.reason = reason
    }
}

extension WorkbookError {
    static func limit(_ chinese: String, _ english: String) -> WorkbookError {
        WorkbookError(.limit(chinese, english))
    }

    static func damaged(_ part: String) -> WorkbookError { WorkbookError(.damaged(part: part)) }

    init(_ error: ZipError) {
        switch error {
        case .noDirectory: self.init(.truncated)
        case .ambiguousDirectory, .damagedDirectory: self = .damaged("zip")
        case .encrypted: self.init(.encrypted)
        case .duplicateName(let entry), .unsafeName(let entry), .overlap(let entry),
            .headersDiffer(let entry), .unsupportedMethod(_, let entry), .damagedEntry(let entry):
            self = .damaged(entry)
        case .limit(let limit, let entry): self = Self.words(for: limit, entry: entry ?? "zip")
        case .unwritable: self = .limit("写不下去了", "what was written found no room")
        }
    }

    private static func words(for limit: ZipError.Limit, entry: String) -> WorkbookError {
        switch limit {
        case .archiveSize: .limit("文件太大", "the file is too large")
        case .directorySize, .entries, .nameLength:
            .limit("压缩包里的部件太多", "the package has too many parts")
        case .entrySize: .limit("部件\(entry)太大", "the part \(entry) is too large")
        case .totalSize: .limit("解压后太大", "too large once unpacked")
        case .ratio: .limit("部件\(entry)压缩得反常", "the part \(entry) unpacks to absurd size")
        }
    }
}
