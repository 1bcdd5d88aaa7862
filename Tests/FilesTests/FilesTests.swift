import Files
import Foundation
import Testing

struct FilesTests {
    private let folder: String

    init() throws {
        folder = NSTemporaryDirectory() + "tongbao-files-" + UUID().uuidString
        try Files.createFolder(folder)
    }

    @Test func `the same bytes are not written again`() throws {
        defer { try? Files.remove(folder) }
        #expect(try Files.write([1, 2, 3], to: folder + "/a"))
        #expect(try !Files.write([1, 2, 3], to: folder + "/a"))
        #expect(try Files.write([1, 2], to: folder + "/a"))
        #expect(try Files.read(folder + "/a") == [1, 2])
        #expect(try Files.names(in: folder) == ["a"])
    }

    @Test func `a file beyond the limit is refused unread`() throws {
        defer { try? Files.remove(folder) }
        try Files.write([1, 2, 3], to: folder + "/a")
        let error = #expect(throws: FileError.self) { try Files.read(folder + "/a", limit: 2) }
        #expect(error?.code == EFBIG)
    }

    @Test func `links and pipes are named and never read`() throws {
        defer { try? Files.remove(folder) }
        try Files.write([1], to: folder + "/b.csv")
        symlink("/etc/passwd", folder + "/a.csv")
        mkfifo(folder + "/c.csv", 0o600)
        let tree = try Files.tree(folder)
        #expect(tree.files.map(\.path) == ["b.csv"])
        #expect(tree.ignored == ["a.csv", "c.csv"])
        #expect(throws: FileError.self) { try Files.read(folder + "/a.csv") }
    }

    @Test func `a folder takes the place of another at once`() throws {
        defer { try? Files.remove(folder) }
        try Files.createFolder(folder + "/old")
        try Files.write([1], to: folder + "/old/a")
        try Files.createFolder(folder + "/new")
        try Files.write([2], to: folder + "/new/b")
        try Files.replaceFolder(folder + "/old", with: folder + "/new")
        #expect(try Files.names(in: folder) == ["old"])
        #expect(try Files.names(in: folder + "/old") == ["b"])
    }

    @Test func `a moved file overwrites nothing`() throws {
        defer { try? Files.remove(folder) }
        try Files.write([1], to: folder + "/a")
        try Files.createFolder(folder + "/taken")
        try Files.write([2], to: folder + "/taken/a")
        try Files.move(folder + "/a", to: folder + "/taken/a")
        #expect(try Files.names(in: folder + "/taken") == ["a", "a-2"])
    }
}
