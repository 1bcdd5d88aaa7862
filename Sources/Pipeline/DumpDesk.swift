import Files
package import Findings
import Workbooks
import ZipArchives

/// Prints the cells of a file for other programs.
package enum DumpDesk {
    package enum Format: Sendable {
        case jsonl, csv, count
    }

    /// Hands the output to `sink` piece by piece.
    ///
    /// - Returns: what is wrong with the file, where it cannot be read as a workbook.
    package static func dump(
        _ path: String, sheet: String?, format: Format, configuration: ConfigurationValues,
        to sink: ([UInt8]) -> Void
    ) throws(RunError) -> [Finding] {
        guard Files.exists(path) else { throw .noSuchFile(path) }
        let limits = configuration.limits(from: .streaming)
        let file: OpenFile
        do throws(FileError) {
            file = try OpenFile(path)
        } catch {
            guard error.operation == .read else { throw .noSuchFile(path) }
            return [Finding(.unreadableFile(.notAWorkbook), at: Place(file: path))]
        }
        let isThere: Bool
        do throws(WorkbookError) {
            let source = ByteSource(count: file.size) { file.read(at: $0, into: $1) }
            isThere = try WorkbookDump.write(
                source, fileName: Files.name(of: path), format: format.dumped,
                sheets: sheet.map { .one($0) } ?? .all, limits: limits, to: sink)
        } catch {
            return [Finding(.unreadableFile(error.reason), at: Place(file: path))]
        }
        guard isThere else {
            throw .usage(Bilingual("没有这张工作表：\(sheet ?? "")", "no such sheet: \(sheet ?? "")"))
        }
        return []
    }
}

extension DumpDesk.Format {
    fileprivate var dumped: WorkbookDump.Format {
        switch self {
        case .jsonl: .jsonl
        case .csv: .csv
        case .count: .count
        }
    }
}
