import Files
import Findings
import Foundation
import Pipeline
import Testing

/// Documentation/Findings.md is what `explain` says of every code.
///
/// `RECORD_FINDINGS=1` writes it anew.
struct FindingsDocumentTests {
    private let root = #filePath.split(separator: "/Tests/").first.map(String.init) ?? "."

    @Test func `the document is what the catalogue and the shipped rules say`() throws {
        let text = try FindingsDocument.text(campaign: root + "/Templates/five-in-one")
        let path = root + "/Documentation/Findings.md"
        if ProcessInfo.processInfo.environment["RECORD_FINDINGS"] != nil {
            try Files.write(Array(text.utf8), to: path)
            Issue.record("the document was written anew; read it, then run without RECORD_FINDINGS")
        }
        let written = String(decoding: try Files.read(path), as: UTF8.self)
        #expect(text == written, "stale: run with RECORD_FINDINGS=1")
    }

    @Test func `every check has an example of its own kind`() {
        for check in Check.allCases {
            #expect(check.example.check == check)
            #expect(!check.example.message.chinese.isEmpty)
            #expect(!check.example.message.english.isEmpty)
        }
    }

    @Test func `no sentence blames, commands loudly or ends with a full stop`() {
        for check in Check.allCases {
            for text in [check.example.message, check.example.advice] {
                for mark in ["。", "！", "!"] {
                    #expect(!text.chinese.hasSuffix(mark), "\(check)")
                    #expect(!text.english.hasSuffix(mark), "\(check)")
                }
                #expect(!text.english.hasSuffix("."), "\(check)")
                for word in ["错误地", "必须立即", "违规"] {
                    #expect(!text.chinese.contains(word), "\(check)")
                }
            }
        }
    }
}
