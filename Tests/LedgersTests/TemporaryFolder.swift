import Files
import Glibc
import Testing

/// Runs a test with a folder of its own, which is removed afterwards.
func withTemporaryFolder(_ body: (String) throws -> Void) throws {
    var template = Array("/tmp/tongbao-XXXXXX".utf8CString)
    let folder = try #require(mkdtemp(&template).map { String(cString: $0) })
    defer { try? Files.remove(folder) }
    try body(folder)
}
