import Findings
import Workbooks
import ZipArchives

/// One parser under attack: what libFuzzer's programs and the short version in the tests both run.
///
/// A run must end, by a result or by a typed error; a trap is a find. What must be equal besides is
/// held by preconditions, so that libFuzzer sees it.
package enum FuzzTarget: String, CaseIterable, Sendable {
    /// The container: any bytes as an archive.
    case zip
    /// A worksheet part through libxml2 alone.
    case sheet
    /// The shared strings part.
    case strings
    /// The styles part.
    case styles
    /// Any bytes as delimited text.
    case delimited
    /// A number format's code on a cell.
    case formats
    /// A worksheet part through the scanner and through libxml2: they must agree.
    case scanner

    package func run(_ bytes: [UInt8]) {
        switch self {
        case .zip: Self.readArchive(bytes)
        case .sheet: _ = FuzzedWorkbook(sheet: bytes).outcome(usesScanners: false)
        case .strings: Self.compare(FuzzedWorkbook(strings: bytes))
        case .styles: _ = FuzzedWorkbook(styles: bytes).outcome(usesScanners: true)
        case .delimited: Self.readText(bytes)
        case .formats: _ = FuzzedWorkbook(format: bytes).outcome(usesScanners: true)
        case .scanner: Self.compare(FuzzedWorkbook(sheet: bytes))
        }
    }

    /// Everything that an archive says must be readable or refused; what was read survives a copy.
    private static func readArchive(_ bytes: [UInt8]) {
        do throws(ZipError) {
            var archive = try ZipArchive(bytes)
            var writer = ZipWriter()
            for entry in archive.entries where !entry.isFolder {
                let content = try archive.bytes(of: entry)
                precondition(content.count == entry.size, "as long as declared")
                writer.copy(entry, from: archive)
            }
            var copy = try ZipArchive(writer.finished())
            for entry in copy.entries {
                let content = try copy.bytes(of: entry)
                precondition(content.count == entry.size, "a copy is the same")
            }
        } catch {}
        _ = try? WorkbookReader.read(bytes, fileName: "a.xlsx")
    }

    private static func readText(_ bytes: [UInt8]) {
        var lines = 0
        var count: [UInt8] = []
        do throws(WorkbookError) {
            let workbook = try WorkbookReader.read(bytes, fileName: "a.csv")
            guard case .csv = workbook.format else { return }
            _ = try WorkbookDump.write(bytes, fileName: "a.csv", format: .csv) { piece in
                lines += piece.count
            }
            _ = try WorkbookDump.write(bytes, fileName: "a.csv", format: .count) { count += $0 }
            let cells = workbook.sheets.reduce(0) { $0 + $1.rows.reduce(0) { $0 + $1.cells.count } }
            let expected = "cells=\(cells) sheets=1\n"
            precondition(count.elementsEqual(expected.utf8), "a dump counts what the grid holds")
        } catch {}
    }

    private static func compare(_ workbook: FuzzedWorkbook) {
        let scanned = workbook.outcome(usesScanners: true)
        let parsed = workbook.outcome(usesScanners: false)
        precondition(scanned == parsed, "the scanner and libxml2 agree")
    }
}
