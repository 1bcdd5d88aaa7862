import Glibc

/// Files under `Tests/Fixtures`; each folder there has an index that says why they are kept.
package enum Fixture {
    /// The whole of a file by its path below `Tests/Fixtures`; a missing one is a mistake in the test.
    package static func bytes(_ path: String) -> [UInt8] {
        guard let file = fopen(root + path, "rb") else {
            preconditionFailure("there is no fixture \(path)")
        }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = fread(&piece, 1, piece.count, file)
            guard count > 0 else { return bytes }
            bytes.append(contentsOf: piece[..<count])
        }
    }

    /// The same as text.
    package static func text(_ path: String) -> String {
        String(decoding: bytes(path), as: UTF8.self)
    }

    /// The names in a folder below `Tests/Fixtures`, sorted; hidden ones are left out.
    package static func names(in folder: String) -> [String] {
        guard let stream = opendir(root + folder) else {
            preconditionFailure("there is no folder of fixtures \(folder)")
        }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted()
    }

    private static let root =
        "/" + #filePath.split(separator: "/").dropLast(2).joined(separator: "/") + "/Fixtures/"
}
