import ArgumentParser
import Findings
import Foundation
import Pipeline

/// Standard output and standard error.
enum Terminal {
    /// Prints lines; what a file's name would make the terminal do is shown instead.
    static func print(_ lines: [String]) {
        write(lines, to: .standardOutput)
    }

    private static func printJSON(_ value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        FileHandle.standardOutput.write(try encoder.encode(value) + Data("\n".utf8))
    }

    /// Prints a report as lines, or as JSON where that is asked for.
    static func show(
        _ report: some Encodable, _ lines: @autoclosure () -> [String], _ common: CommonOptions
    ) throws {
        if common.json { try printJSON(report) } else { print(lines()) }
    }

    static func complain(_ lines: [String]) {
        write(lines, to: .standardError)
    }

    private static func write(_ lines: [String], to handle: FileHandle) {
        guard !lines.isEmpty else { return }
        handle.write(Data((lines.map(\.printable).joined(separator: "\n") + "\n").utf8))
    }

    /// Reads the configuration and runs the work of a command; what stops it goes to standard error and
    /// becomes the exit code.
    static func run(
        _ setup: SetUpOptions, _ places: PlaceOptions? = nil, _ work: (Setting) throws -> Void
    ) throws {
        var language = Setting.firstLanguage(setup)
        do {
            let setting = try Setting(setup, places)
            language = setting.language
            try work(setting)
        } catch let error as RunError {
            complain(error.lines(in: language))
            throw ExitCode(error.exitCode)
        }
    }

    static func run(
        _ common: CommonOptions, _ places: PlaceOptions? = nil, _ work: (Setting) throws -> Void
    ) throws {
        try run(common.setup, places, work)
    }
}
