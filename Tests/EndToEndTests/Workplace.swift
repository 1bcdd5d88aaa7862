import Foundation
import Testing

/// A fresh folder in which the built program is run, as a person would run it; gone with the value.
final class Workplace: Sendable {
    /// The folder that the program is started in.
    let folder: URL
    private let base: URL

    init() throws {
        base = FileManager.default.temporaryDirectory
            .appending(path: "tongbao-e2e-\(UUID().uuidString)")
        folder = base.appending(path: "county")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { remove() }

    /// Takes the folder away.
    func remove() {
        try? FileManager.default.removeItem(at: base)
    }

    /// The repository that the tests were built from.
    static let repository = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// The program beside the bundle of tests.
    static let program: URL = {
        let tests = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        return URL(filePath: tests ?? CommandLine.arguments[0]).deletingLastPathComponent()
            .appending(path: "tongbao")
    }()

    /// Runs the program to its end; the terminal speaks Chinese where the arguments do not say.
    func tongbao(
        _ arguments: String..., zone: String = "UTC", language: String = "zh_CN.UTF-8",
        environment: [String: String] = [:]
    ) throws -> Outcome {
        try tongbao(arguments, zone: zone, language: language, environment: environment)
    }

    func tongbao(
        _ arguments: [String], zone: String = "UTC", language: String = "zh_CN.UTF-8",
        environment: [String: String] = [:]
    ) throws -> Outcome {
        let outputs = ["stdout", "stderr"].map { base.appending(path: "\($0)-\(UUID())") }
        for output in outputs { try Data().write(to: output) }
        let process = Process()
        process.executableURL = Self.program
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ["LANG": language, "TZ": zone, "PATH": "/usr/bin:/bin"]
            .merging(environment) { $1 }
        let handles = try outputs.map { try FileHandle(forWritingTo: $0) }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = handles[0]
        process.standardError = handles[1]
        try process.run()
        process.waitUntilExit()
        for handle in handles { try handle.close() }
        let texts = try outputs.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
        return Outcome(
            command: arguments,
            // A signal is no exit code, whatever its number.
            code: process.terminationReason == .exit ? process.terminationStatus : -1,
            stdout: texts[0],
            stderr: texts[1])
    }

    // MARK: Files

    /// Copies a folder of the repository.
    ///
    /// The files are old, so that no run waits for them to settle, each an hour younger than the one
    /// before. With `shuffled`, they are made in another order, and the times follow that order.
    func copy(_ source: String, to target: String, shuffled: Bool = false) throws {
        let root = Self.repository.appending(path: source)
        var paths = try Self.files(below: root)
        if shuffled { paths.sort { String($0.reversed()) > String($1.reversed()) } }
        for (index, path) in paths.enumerated() {
            let bytes = try Data(contentsOf: root.appending(path: path))
            let file = try write(bytes, to: "\(target)/\(path)")
            let time = Date(timeIntervalSince1970: 1_500_000_000 + Double(index) * 3600)
            try FileManager.default.setAttributes(
                [.modificationDate: time], ofItemAtPath: file.path(percentEncoded: false))
        }
    }

    /// The shipped campaign and Inbox.
    func copyShippedCounty(shuffled: Bool = false) throws {
        try copy("Templates", to: "Templates")
        try copy("Inbox", to: "Inbox", shuffled: shuffled)
    }

    /// Writes a file and the folders above it.
    @discardableResult
    func write(_ bytes: Data, to path: String) throws -> URL {
        let file = folder.appending(path: path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try bytes.write(to: file)
        return file
    }

    func write(_ text: String, to path: String) throws {
        try write(Data(text.utf8), to: path)
    }

    /// Replaces a text in a file, which must be there once.
    func edit(_ path: String, _ old: String, _ new: String) throws {
        let text = try text(path)
        try #require(text.split(separator: old, omittingEmptySubsequences: false).count == 2)
        try write(text.replacing(old, with: new), to: path)
    }

    func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(
            atPath: folder.appending(path: path).path(percentEncoded: false))
    }

    /// The names in a folder, sorted.
    func names(in path: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(
            atPath: folder.appending(path: path).path(percentEncoded: false)
        ).sorted()
    }

    func data(_ path: String) throws -> Data {
        try Data(contentsOf: folder.appending(path: path))
    }

    func text(_ path: String) throws -> String {
        String(decoding: try data(path), as: UTF8.self)
    }

    /// Every file below a folder with its bytes, by path; empty where there is no such folder.
    func snapshot(_ path: String) throws -> [String: Data] {
        guard exists(path) else { return [:] }
        var snapshot: [String: Data] = [:]
        for file in try Self.files(below: folder.appending(path: path)) {
            snapshot[file] = try data("\(path)/\(file)")
        }
        return snapshot
    }

    private static func files(below root: URL) throws -> [String] {
        let path = root.path(percentEncoded: false)
        return try FileManager.default.subpathsOfDirectory(atPath: path).sorted().filter {
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: "\(path)/\($0)", isDirectory: &isFolder)
                && !isFolder.boolValue
        }
    }
}

/// What a run of the program gave; a failing expectation prints all of it.
struct Outcome: Sendable, CustomStringConvertible {
    let command: [String]
    let code: Int32
    let stdout: String
    let stderr: String

    var lines: [String] { stdout.split(separator: "\n").map(String.init) }

    var description: String {
        """
        tongbao \(command.joined(separator: " "))
        exit code \(code)
        -- stdout --
        \(stdout)
        -- stderr --
        \(stderr)
        """
    }

    /// Expects the exit code, printing everything where it is another.
    @discardableResult
    func expect(_ code: Int32, sourceLocation: SourceLocation = #_sourceLocation) -> Outcome {
        #expect(self.code == code, "\(self)", sourceLocation: sourceLocation)
        return self
    }

    /// Expects a text on standard output.
    @discardableResult
    func says(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) -> Outcome {
        #expect(stdout.contains(text), "“\(text)” in:\n\(self)", sourceLocation: sourceLocation)
        return self
    }

    /// Expects a text on standard error.
    @discardableResult
    func complains(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) -> Outcome {
        #expect(stderr.contains(text), "“\(text)” in:\n\(self)", sourceLocation: sourceLocation)
        return self
    }
}
