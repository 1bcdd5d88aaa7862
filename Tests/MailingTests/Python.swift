import Foundation
import Testing

/// The independent reader and the test server are Python's; where it is missing, tests say so.
enum Python {
    /// `python3` on the path.
    static var path: String? {
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
            .map { "\($0)/python3" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// Whether a module can be imported.
    static func has(_ module: String) -> Bool {
        guard let path else { return false }
        return (try? run(path, "import \(module)", input: [])) != nil
    }

    static func skip(_ what: String) {
        print("skipped: install \(what) to run this test")
    }

    /// Runs a script, its input from a file, and gives what it prints.
    static func run(_ python: String, _ script: String, input: [UInt8]) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: python)
        process.arguments = ["-c", script]
        process.environment = ["PYTHONIOENCODING": "utf-8", "PATH": "/usr/bin:/bin"]
        let (standardInput, output) = (Pipe(), Pipe())
        process.standardInput = standardInput
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        try standardInput.fileHandleForWriting.write(contentsOf: Data(input))
        try standardInput.fileHandleForWriting.close()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure() }
        return String(decoding: data, as: UTF8.self)
    }

    struct Failure: Error {}
}
