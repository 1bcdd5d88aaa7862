import Findings
import Testing
import Workbooks
import ZipArchives

/// A package before and after a patch, for looking into its parts.
struct PatchedPackage {
    let before: [UInt8]
    let result: PatchedWorkbook

    init(
        _ before: [UInt8], limits: WorkbookLimits = .default,
        _ change: (inout WorkbookPatch) throws -> Void
    ) throws {
        self.before = before
        var patch = try WorkbookPatch(before, limits: limits)
        try change(&patch)
        result = try patch.patched()
    }

    init(
        _ workbook: HandMadeWorkbook, _ change: (inout WorkbookPatch) throws -> Void
    ) throws {
        try self.init(try workbook.bytes(), change)
    }

    /// The workbook as read back.
    func workbook() throws -> Workbook {
        try WorkbookReader.read(result.bytes, fileName: "patched.xlsx")
    }

    /// The cells of the first sheet as `A1=甲`.
    func cells() throws -> [String] { try #require(try workbook().sheets.first).shown }

    /// A part as text after the patch.
    func text(_ part: String) throws -> String {
        var archive = try ZipArchive(result.bytes)
        let entry = try #require(archive[part], "\(part)")
        return String(decoding: try archive.bytes(of: entry), as: UTF8.self)
    }

    /// The package with another text for a part, as another program might have saved it.
    func replacing(_ part: String, with text: some StringProtocol) throws -> [UInt8] {
        let archive = try ZipArchive(result.bytes)
        var writer = ZipWriter()
        for entry in archive.entries {
            if entry.name == part {
                writer.add(Array(text.utf8), inPlaceOf: entry)
            } else {
                writer.copy(entry, from: archive)
            }
        }
        return try writer.finished()
    }

    /// Why changes were not made.
    var refusals: [PatchRemark.Reason] {
        result.remarks.filter { $0.isRefusal }.map(\.reason)
    }

    /// The text of the first sheet's part.
    func sheet() throws -> String { try text("xl/worksheets/sheet1.xml") }

    /// Every part that is not told to have changed is the same, compressed bytes, name and order.
    func expectRestUntouched(_ location: SourceLocation = #_sourceLocation) throws {
        let old = try ZipArchive(before)
        let new = try ZipArchive(result.bytes)
        let names = old.entries.map(\.name).filter { !result.removedParts.contains($0) }
        #expect(new.entries.map(\.name) == names + result.addedParts, sourceLocation: location)
        for entry in old.entries where !result.removedParts.contains(entry.name) {
            guard let other = new[entry.name] else { continue }
            let isSame = old.compressedBytes(of: entry) == new.compressedBytes(of: other)
            let isTold = result.changedParts.contains(entry.name)
            #expect(isSame != isTold, "\(entry.name)", sourceLocation: location)
        }
    }

    /// What a part lost and what it got, between the bytes that are the same at both ends.
    func difference(_ part: String) throws -> (old: String, new: String) {
        var archive = try ZipArchive(before)
        let entry = try #require(archive[part])
        let old = try archive.bytes(of: entry)
        let new = Array(try text(part).utf8)
        let start = zip(old, new).prefix { $0 == $1 }.count
        let most = min(old.count, new.count) - start
        let end = zip(old.reversed(), new.reversed()).prefix(most).prefix { $0 == $1 }.count
        return (
            String(decoding: old[start..<old.count - end], as: UTF8.self),
            String(decoding: new[start..<new.count - end], as: UTF8.self)
        )
    }
}

/// `B2`, for tests; a reference that is none is a mistake in the test.
func at(_ text: String) -> CellReference {
    guard let cell = CellReference(text) else { preconditionFailure("\(text) is no cell") }
    return cell
}
