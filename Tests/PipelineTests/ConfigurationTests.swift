import Files
import Findings
import Foundation
import Testing
import Workbooks

@testable import Pipeline

/// A configuration file in a folder of its own.
struct ConfigurationTests {
    private let folder = FileManager.default.temporaryDirectory
        .appending(path: "tongbao-configuration-\(UUID().uuidString)").path(percentEncoded: false)
    private var file: String { folder + "/county.json" }

    private func configuration(
        _ text: String? = nil, environment: [String: String] = [:],
        commandLine: [ConfigurationKey: String] = [:]
    ) throws -> ConfigurationValues {
        try Files.createFolder(folder)
        defer { try? Files.remove(folder) }
        if let text { try Files.write(Array(text.utf8), to: file) }
        return try ConfigurationValues(
            commandLine: commandLine, file: text == nil ? nil : file, environment: environment)
    }

    private func refusal(
        _ text: String? = nil, environment: [String: String] = [:]
    ) -> String? {
        do {
            _ = try configuration(text, environment: environment)
            return nil
        } catch let error as RunError {
            #expect(error.exitCode == 78)
            return error.lines(in: .english).joined()
        } catch {
            return "\(error)"
        }
    }

    @Test func `the command line goes before the environment, that before the file`() throws {
        let text = #"{"inbox": "/file", "outbox": "/file", "state": "/file"}"#
        let values = try configuration(
            text, environment: ["TONGBAO_INBOX": "variable", "TONGBAO_OUTBOX": "variable"],
            commandLine: [.inbox: "option"])
        #expect(values[.inbox] == "option")
        #expect(values[.outbox] == "variable")
        #expect(values[.state] == "/file")
        #expect(
            values.given.map(\.origin).prefix(2) == [
                .commandLine, .environment("TONGBAO_OUTBOX"),
            ])
    }

    @Test func `relative paths of a file, and its defaults, start at its folder`() throws {
        let values = try configuration(#"{"inbox": "../in", "campaign": "/shared"}"#)
        #expect(values[.inbox] == folder + "/../in")
        #expect(values[.campaign] == "/shared")
        #expect(values[.state] == folder + "/.tongbao")
    }

    @Test func `without a file the defaults start at the working folder`() throws {
        let values = try configuration()
        #expect(values.file == nil)
        #expect(values[.inbox] == "Inbox" && values[.state] == ".tongbao")
        #expect(values[.log] == nil && values.language == nil)
    }

    @Test func `a group may be written in one word`() throws {
        let nested = try configuration(#"{"smtp": {"url": "smtp://a"}, "limits": {"sheets": 5}}"#)
        let flat = try configuration(#"{"smtp.url": "smtp://a", "limits.sheets": 5}"#)
        for values in [nested, flat] {
            #expect(values[.smtpURL] == "smtp://a")
            #expect(values.limits().sheets == 5)
        }
    }

    @Test func `every limit can be set in the file and in the environment`() throws {
        for key in ConfigurationKey.limits {
            let name = key.name.dropFirst("limits.".count)
            let file = try configuration(#"{"limits": {"\#(name)": 77}}"#)
            let variable = try configuration(environment: [key.variable: "77"])
            #expect(file.limits() != .default && file.limits() == variable.limits(), "\(name)")
        }
        #expect(
            try configuration(#"{"limits": {"processor_seconds": 0.5}}"#).limits().processorSeconds
                == 0.5)
    }

    @Test(arguments: [
        (#"{"imbox": "x"}"#, "line 1: there is no setting “imbox”; did you mean inbox?"),
        ("{\n\"url\": \"x\"}", "line 2: there is no setting “url”; did you mean smtp.url?"),
        (#"{"limits": {"cell_per_sheet": 1}}"#, "did you mean limits.cells_per_sheet?"),
        (#"{"smtp": "x"}"#, "smtp is a group"),
        (#"{"inbox": {"path": "x"}}"#, "inbox takes a path"),
        (#"{"inbox": ""}"#, "inbox takes a path"),
        (#"{"inbox": ["x"]}"#, "inbox takes a path"),
        (#"{"state": null}"#, "state takes a path"),
        (#"{"lang": "cn"}"#, #"lang takes one of "zh", "en""#),
        (#"{"log": "loud"}"#, "log takes one of"),
        (#"{"smtp": {"starttls": true}}"#, "smtp.starttls takes one of"),
        (#"{"limits": {"sheets": 0}}"#, "limits.sheets takes a whole number above 0"),
        (#"{"limits": {"sheets": "5"}}"#, "limits.sheets takes a whole number"),
        (#"{"limits": {"sheets": true}}"#, "limits.sheets takes a whole number"),
        (#"{"limits": {"sheets": 2.5}}"#, "limits.sheets takes a whole number"),
        (#"{"limits": {"sheets": 9223372036854775808}}"#, "limits.sheets takes a whole number"),
        (#"{"limits": {"processor_seconds": -1}}"#, "limits.processor_seconds takes seconds"),
        ("{\"inbox\": \"x\"\n\"state\": \"x\"}", "line 2: no valid JSON: a comma"),
        (#"{"smtp.url": "x", "smtp": {"url": "y"}}"#, "“smtp.url” stands twice"),
    ])
    func `what a file cannot mean is refused with its line`(text: String, words: String) throws {
        let told = try #require(refusal(text))
        #expect(told.contains(words), "\(told)")
        #expect(told.contains("county.json"), "\(told)")
    }

    @Test(arguments: [
        ("TONGBAO_LIMIT_SHEETS", "5", "did you mean TONGBAO_LIMITS_SHEETS?"),
        ("TONGBAO_LIMITS", "sheets=5", "did you mean TONGBAO_LIMITS_"),
        ("TONGBAO_SMTP_URI", "x", "did you mean TONGBAO_SMTP_URL?"),
        ("TONGBAO_CONFIGURATION", "x", "did you mean TONGBAO_CONFIG?"),
        ("TONGBAO_LIMITS_SHEETS", "many", "TONGBAO_LIMITS_SHEETS: limits.sheets takes"),
        ("TONGBAO_LIMITS_PROCESSOR_SECONDS", "nan", "takes seconds"),
        ("TONGBAO_LANG", "cn", "TONGBAO_LANG: lang takes"),
        ("TONGBAO_CONFIG", "nowhere.json", "nowhere.json, which TONGBAO_CONFIG names"),
    ])
    func `what a variable cannot mean is refused`(
        variable: String, value: String, words: String
    ) throws {
        let told = try #require(refusal(environment: [variable: value]))
        #expect(told.contains(words), "\(told)")
    }

    @Test func `an empty variable says nothing, and those of builds are nobody's business`() throws
    {
        let values = try configuration(
            environment: [
                "TONGBAO_INBOX": "", "TONGBAO_LIMITS_SHEETS": "", "TONGBAO_FUZZ": "1",
                "TONGBAO_BENCH": "1", "PATH": "/bin",
            ])
        #expect(values[.inbox] == "Inbox")
        #expect(values.limits() == .default)
    }

    @Test func `no refusal quotes a value`() throws {
        for text in [
            #"{"smtp": {"password": ["geheim"]}}"#, #"{"smtp": {"password": "geheim" "url": "x"}}"#,
            #"{"smtp": {"pasword": "geheim"}}"#, #"{"smtp": {"password": geheim}}"#,
            "{\"smtp\": {\"password\": \"geheim\n\"}}",
        ] {
            let told = try #require(refusal(text))
            #expect(!told.contains("geheim"), "\(told)")
        }
    }

    @Test func `a mark that an editor puts before UTF-8 does no harm, another encoding is named`()
        throws
    {
        #expect(try configuration("\u{FEFF}{\"lang\": \"en\"}").language == .english)
        try Files.createFolder(folder)
        defer { try? Files.remove(folder) }
        try Files.write([0xFF, 0xFE, 0x7B, 0x00, 0x7D, 0x00], to: file)
        let error = #expect(throws: RunError.self) {
            try ConfigurationValues(file: file, environment: [:])
        }
        #expect(error?.lines(in: .chinese).joined().contains("另存为 UTF-8") == true)
    }

    @Test func `what is too long is not read`() throws {
        let long = "{\"inbox\": \"\(String(repeating: "x", count: 2 << 20))\"}"
        #expect(refusal(long)?.contains("cannot read the configuration") == true)
    }
}
