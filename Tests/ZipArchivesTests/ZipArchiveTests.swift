import Testing
import ZipArchives

struct ZipArchiveTests {
    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    @Test func `what is written is read back, in the same order`() throws {
        var writer = ZipWriter()
        let long = [UInt8](repeating: 65, count: 300_000)
        writer.add("[Content_Types].xml", Array("<Types/>".utf8))
        writer.add("xl/Sheet1.xml", long)
        writer.add("空.txt", [])
        var archive = try ZipArchive(try writer.finished())
        #expect(archive.entries.map(\.name) == ["[Content_Types].xml", "xl/Sheet1.xml", "空.txt"])
        #expect(archive.entries.map(\.method) == [0, 8, 0])
        let sheet = try #require(archive["XL\\sheet1.xml"])
        #expect(try archive.bytes(of: sheet) == long)
        #expect(archive["xl/sheet2.xml"] == nil)
        let empty = try #require(archive["空.txt"])
        #expect(try archive.bytes(of: empty) == [])
    }

    @Test func `the same entries give the same bytes, stamped 1980-01-01`() throws {
        func made() throws -> [UInt8] {
            var writer = ZipWriter()
            writer.add("a", Array("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa".utf8))
            return try writer.finished()
        }
        let bytes = try made()
        #expect(try made() == bytes)
        #expect(bytes[10..<14].elementsEqual([0, 0, 0x21, 0]))
    }

    @Test func `an entry is copied without being inflated`() throws {
        var writer = ZipWriter()
        writer.add("a", [UInt8](repeating: 7, count: 1000))
        writer.add("b", Array("b".utf8))
        let source = try ZipArchive(try writer.finished())
        var copier = ZipWriter()
        for entry in source.entries { copier.copy(entry, from: source) }
        let copy = try copier.finished()
        #expect(try writer.finished() == copy)
        let first = try #require(source.entries.first)
        #expect(source.compressedBytes(of: first).count == first.compressedSize)
    }

    @Test func `content comes in pieces and the consumer may stop`() throws {
        var writer = ZipWriter()
        writer.add("a", (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 3) })
        var archive = try ZipArchive(try writer.finished())
        let entry = try #require(archive["a"])
        var sizes: [Int] = []
        try archive.read(entry) { chunk in
            sizes.append(chunk.count)
            return true
        }
        #expect(sizes.reduce(0, +) == 200_000)
        #expect(sizes.allSatisfy { $0 <= ZipLimits.default.pieceSize })
        var calls = 0
        try archive.read(entry) { _ in
            calls += 1
            return false
        }
        #expect(calls == 1)
    }

    @Test func `a comment and bytes behind the archive do no harm`() throws {
        var writer = ZipWriter()
        writer.add("a", [1])
        var bytes = try writer.finished()
        bytes += [0, 0, 0]
        #expect(try ZipArchive(bytes).entries.count == 1)
        bytes.removeLast(3)
        bytes[bytes.count - 2] = 2
        #expect(try ZipArchive(bytes + [9, 9]).entries.count == 1)
    }

    @Test func `data descriptors and ZIP64 without need are read`() throws {
        var archive = try ZipArchive(HandMadeZip.zip64WithDescriptor)
        let entry = try #require(archive["a.txt"])
        #expect(try archive.bytes(of: entry) == Array("hello".utf8))
    }
}
