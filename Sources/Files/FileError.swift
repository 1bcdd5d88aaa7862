import Glibc

/// What stops work on a file or a folder: the operation, the path and the system's reason.
package struct FileError: Error, Hashable, Sendable {
    package var operation: Operation
    package var path: String
    /// `errno` of the failed call.
    package var code: Int32

    /// The code where something is there that must not be overwritten.
    package static let exists = EEXIST
    /// The code where nothing is there.
    package static let missing = ENOENT

    package enum Operation: String, Sendable {
        case open, read, write, sync, rename, remove, list, create, lock
    }

    package init(_ operation: Operation, _ path: String, code: Int32) {
        self.operation = operation
        self.path = path
        self.code = code
    }
}

extension FileError: CustomStringConvertible {
    package var description: String {
        "\(path): \(operation.rawValue): \(systemMessage(code))"
    }
}
