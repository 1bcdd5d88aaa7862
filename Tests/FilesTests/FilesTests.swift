import Foundation
import Testing

@testable import Files

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

    @Test(arguments: [
        ("农村/5月.xlsx", "农村/5月 更正.xlsx"), ("5月.xlsx", "5月(2).xlsx"), ("5月.xlsx", "5月-改.xlsx"),
        ("5月.csv", "5月.xlsx"), ("5月.a/b", "5月.a/b2"), ("a.b/c", "a.c/b"), ("a", "b.xlsx"),
    ])
    func `a name that goes on comes behind the one that it goes on from`(
        first: String, second: String
    ) {
        #expect(first.precedes(asPath: second) && !second.precedes(asPath: first))
        #expect(!first.precedes(asPath: first))
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
        #expect(tree.ignored.map(\.path.shown) == ["a.csv", "c.csv"])
        #expect(tree.ignored.map(\.reason) == [.link, .pipe])
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
        try Files.move(folder + "/a", toFree: folder + "/taken/a")
        #expect(try Files.names(in: folder + "/taken") == ["a", "a-2"])
        #expect(Files.numbered("a.b/报表.xlsx", 3) == "a.b/报表-3.xlsx")
        #expect(Files.numbered("a.b/报表", 3) == "a.b/报表-3")
        #expect(Files.numbered(".报表", 3) == ".报表-3")
    }

    @Test func `names that are no UTF-8 are told of, and can be removed and moved`() throws {
        defer { try? Files.remove(folder) }
        let name = RawPath(folder).appending(broken("城关镇", ".csv"))
        try write("x", to: name)
        try Files.write([1], to: folder + "/b.csv")
        let tree = try FileTree(folder)
        #expect(tree.files.map(\.path) == ["b.csv"])
        #expect(tree.ignored.map(\.reason) == [.encoding])
        #expect(tree.ignored.map(\.path.shown) == ["城关\\xE9\\x95.csv"])
        let target = RawPath(folder + "/new").appending(broken("城关镇", ".csv"))
        try Files.move(name, to: target)
        #expect(try FileTree(folder + "/new").ignored.count == 1)
        try Files.remove(folder + "/new")
        #expect(try Files.names(in: folder) == ["b.csv"])
    }

    @Test func `names with control characters are never opened, nor what is in such a folder`()
        throws
    {
        defer { try? Files.remove(folder) }
        try Files.write([1], to: folder + "/a\u{1B}[31m.csv")
        try Files.createFolder(folder + "/b\u{85}")
        try Files.write([1], to: folder + "/b\u{85}/c.csv")
        let tree = try FileTree(folder)
        #expect(tree.files.isEmpty)
        #expect(tree.ignored.map(\.reason) == [.controlCharacters, .controlCharacters])
        #expect(tree.ignored.map(\.isFolder) == [false, true])
    }

    @Test func `a link to a folder is not followed`() throws {
        defer { try? Files.remove(folder) }
        try Files.createFolder(folder + "/inside/below")
        symlink("..", folder + "/inside/below/loop")
        let tree = try FileTree(folder)
        #expect(tree.files.isEmpty)
        #expect(tree.ignored.map(\.path.shown) == ["inside/below/loop"])
    }

    @Test func `a file is read as it was met, or not at all`() throws {
        defer { try? Files.remove(folder) }
        try Files.write([1, 2, 3], to: folder + "/a")
        let entry = try #require(FileTree(folder).files.first)
        #expect(try Files.read(entry, in: folder, limit: 3) == [1, 2, 3])
        #expect(throws: FileError.self) { try Files.read(entry, in: folder, limit: 2) }

        try Files.append([4], to: folder + "/a")
        #expect(try Files.read(entry, in: folder, limit: 9) == nil, "it has grown")
        try Files.remove(folder + "/a")
        #expect(try Files.read(entry, in: folder, limit: 9) == nil, "it has gone")
        symlink("/etc/passwd", folder + "/a")
        #expect(try Files.read(entry, in: folder, limit: 9) == nil, "a link in its place")
    }

    /// A text whose last byte is missing, and an ending.
    private func broken(_ text: String, _ ending: String) -> RawPath {
        RawPath(bytes: Array(text.utf8.dropLast()) + Array(ending.utf8))
    }

    private func write(_ text: String, to path: RawPath) throws {
        let file = try #require(fopen(path.bytes.map { CChar(bitPattern: $0) } + [0], "w"))
        fputs(text, file)
        fclose(file)
    }
}
