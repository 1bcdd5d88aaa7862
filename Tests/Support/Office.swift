import Foundation
import Workbooks

/// LibreOffice as another program that computes formulas; where it is missing, tests say so.
package enum Office {
    /// `soffice` on the path.
    package static var path: String? {
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
            .map { "\($0)/soffice" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    package static func skip() {
        print("skipped: install libreoffice-calc to run this test")
    }

    /// Opens a workbook, computes every formula and writes it again, by a profile of its own.
    package static func recomputed(_ bytes: [UInt8], by office: String) throws -> [UInt8] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "office-\(UUID())")
        defer { try? FileManager.default.removeItem(at: folder) }
        let output = folder.appending(path: "out")
        try FileManager.default.createDirectory(at: output, withIntermediateDirectories: true)
        let input = folder.appending(path: "book.xlsx")
        try Data(bytes).write(to: input)
        let process = Process()
        process.executableURL = URL(filePath: office)
        process.arguments = [
            "-env:UserInstallation=file://\(folder.path(percentEncoded: false))/profile",
            "--headless", "--convert-to", "xlsx", "--outdir",
            output.path(percentEncoded: false), input.path(percentEncoded: false),
        ]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return Array(try Data(contentsOf: output.appending(path: "book.xlsx")))
    }
}
