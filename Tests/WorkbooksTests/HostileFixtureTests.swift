import Findings
import TestSupport
import Testing
import Workbooks

/// Files made to break readers, or no workbooks at all; see `Tests/Fixtures/Hostile/INDEX.md`.
@Suite(.timeLimit(.minutes(5)))
struct HostileFixtureTests {
    /// One line of `expected.csv`: a file and what comes of it.
    struct Case: CustomTestStringConvertible, Sendable {
        var file: String
        /// A case of `Problem.Unreadable`, or `read`.
        var reason: String
        /// Part of what the case carries; of a file that is read, what `--count` prints.
        var detail: String

        var testDescription: String { file }
    }

    private static let cases = Fixture.text("Hostile/expected.csv").split(separator: "\n")
        .dropFirst().map { line in
            let fields = line.split(separator: ",", omittingEmptySubsequences: false)
            return Case(
                file: String(fields[0]), reason: String(fields[1]), detail: String(fields[2]))
        }

    @Test(arguments: cases)
    func `a hostile file costs one clear answer`(expected: Case) {
        let bytes = Fixture.bytes("Hostile/\(expected.file)")
        check(expected) { () throws(WorkbookError) in
            let workbook = try WorkbookReader.read(bytes, fileName: expected.file)
            let cells = workbook.sheets.reduce(0) { $0 + $1.rows.reduce(0) { $0 + $1.cells.count } }
            return "cells=\(cells) sheets=\(workbook.sheets.count)"
        }
    }

    @Test(arguments: cases)
    func `the dump gives the same answer, and nothing before it`(expected: Case) {
        let bytes = Fixture.bytes("Hostile/\(expected.file)")
        var output: [UInt8] = []
        check(expected) { () throws(WorkbookError) in
            _ = try WorkbookDump.write(bytes, fileName: expected.file, format: .count) {
                output += $0
            }
            return String(String(decoding: output, as: UTF8.self).dropLast())
        }
        #expect(output.isEmpty == (expected.reason != "read"))
    }

    @Test func `every file has its line and every line its file`() {
        let files = Fixture.names(in: "Hostile").filter {
            !["INDEX.md", "expected.csv", "generate"].contains($0)
        }
        #expect(Self.cases.map(\.file).sorted() == files)
    }

    private func check(_ expected: Case, _ read: () throws(WorkbookError) -> String) {
        let reason: String
        let detail: String
        do throws(WorkbookError) {
            (reason, detail) = ("read", try read())
        } catch { (reason, detail) = error.reason.named }
        #expect(reason == expected.reason)
        #expect(
            expected.reason == "read"
                ? detail == expected.detail
                : expected.detail.isEmpty || detail.contains(expected.detail))
    }
}

extension Problem.Unreadable {
    /// The name of the case, and what it carries as text.
    fileprivate var named: (String, String) {
        switch self {
        case .encrypted: ("encrypted", "")
        case .legacyWorkbook: ("legacyWorkbook", "")
        case .openDocument: ("openDocument", "")
        case .markup: ("markup", "")
        case .document(let kind): ("document", "\(kind)")
        case .archive: ("archive", "")
        case .bundle(let fault): ("bundle", "\(fault)")
        case .plainText: ("plainText", "")
        case .errorList: ("errorList", "")
        case .shortcut: ("shortcut", "")
        case .notAWorkbook: ("notAWorkbook", "")
        case .empty: ("empty", "")
        case .truncated: ("truncated", "")
        case .damaged(let part): ("damaged", part)
        case .limit(_, let english): ("limit", english)
        case .encoding(let offset): ("encoding", "\(offset)")
        case .noSheets: ("noSheets", "")
        }
    }
}
