import ArgumentParser
import Findings
import Foundation
import Pipeline

/// What every command may be told.
struct CommonOptions: ParsableArguments {
    @Option(help: "终端语言 Language of the terminal: zh, en.")
    var lang: String?

    @Flag(help: "输出 JSON。Print JSON for programs.")
    var json = false

    var language: Language {
        lang.flatMap(Language.init(rawValue:))
            ?? Language(environment: ProcessInfo.processInfo.environment)
    }

    func validate() throws {
        if let lang, Language(rawValue: lang) == nil {
            throw ValidationError("--lang: zh, en")
        }
    }
}

/// Where things are.
struct PlaceOptions: ParsableArguments {
    @Option(help: "收件文件夹 The Inbox.")
    var inbox = "Inbox"

    @Option(help: "输出文件夹 The Outbox.")
    var outbox = "Outbox"

    @Option(help: "活动表格：文件夹或一个工作簿 The campaign's tables: a folder, or one workbook.")
    var campaign = "Templates/five-in-one"

    @Option(help: "台账文件夹 The folder of the ledger.")
    var state = ".tongbao"

    @Option(help: "报告期 The period, YYYY-MM; without it the latest one closed.")
    var period: String?

    @Option(help: "以此时刻为准 The moment taken for now, ISO 8601; without it the clock.")
    var asOf: String?

    func options() throws(RunError) -> RunOptions {
        try RunOptions(
            inbox: inbox, outbox: outbox, campaign: campaign, state: state, periodText: period,
            asOf: asOf)
    }
}

/// Standard output and standard error.
enum Terminal {
    static func print(_ lines: [String]) {
        guard !lines.isEmpty else { return }
        FileHandle.standardOutput.write(Data(text(of: lines).utf8))
    }

    static func printJSON(_ value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        FileHandle.standardOutput.write(try encoder.encode(value) + Data("\n".utf8))
    }

    /// Prints a report as lines, or as JSON where that is asked for.
    static func show(_ report: some Encodable, _ lines: [String], _ common: CommonOptions) throws {
        if common.json { try printJSON(report) } else { print(lines) }
    }

    static func complain(_ lines: [String]) {
        FileHandle.standardError.write(Data(text(of: lines).utf8))
    }

    /// Names and cells come from strangers: nothing in them is obeyed by a terminal.
    private static func text(of lines: [String]) -> String {
        lines.map { $0.printable + "\n" }.joined()
    }

    /// Runs the work of a command; what stops it goes to standard error and becomes the exit code.
    static func run(_ language: Language, _ work: () throws -> Void) throws {
        do {
            try work()
        } catch let error as RunError {
            complain(error.lines(in: language))
            throw ExitCode(error.exitCode)
        }
    }
}
