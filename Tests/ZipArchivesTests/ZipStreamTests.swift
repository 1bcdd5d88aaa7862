import Testing
import ZipArchives

struct ZipStreamTests {
    private func written(_ write: (inout ZipStream) throws -> Void) throws -> [UInt8] {
        let sink = MemorySink()
        var stream = ZipStream(to: sink)
        try write(&stream)
        try stream.finish()
        return sink.bytes
    }

    private let noise = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* $0 &>> 3) }

    @Test func `an entry that comes in pieces is read back whole`() throws {
        let bytes = try written { stream in
            try stream.begin("a.xml")
            var start = 0
            for size in [0, 1, 70_000, 3, 200_000, 29_996] {
                try stream.append(noise.span.extracting(start..<start + size))
                start += size
            }
            try stream.end()
            try stream.add("b.xml", Array("b".utf8))
        }
        var archive = try ZipArchive(bytes)
        #expect(archive.entries.map(\.name) == ["a.xml", "b.xml"])
        let entry = try #require(archive["a.xml"])
        #expect(try archive.bytes(of: entry) == noise)
    }

    @Test func `the pieces leave no trace in the bytes`() throws {
        let whole = try written { stream in
            try stream.begin("a")
            try stream.append(noise.span)
            try stream.end()
        }
        let pieces = try written { stream in
            try stream.begin("a")
            for start in stride(from: 0, to: noise.count, by: 1000) {
                try stream.append(noise.span.extracting(start..<start + 1000))
            }
            try stream.end()
        }
        #expect(whole == pieces)
    }

    @Test func `sizes stand in the local header, no descriptor behind the content`() throws {
        let bytes = try written { stream in
            try stream.begin("a")
            try stream.append(noise.span)
            try stream.end()
        }
        let entry = try #require(try ZipArchive(bytes).entries.first)
        #expect(entry.flags == 0)
        func number(_ offset: Int) -> Int {
            (0..<4).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
        }
        #expect(number(14) == Int(entry.checksum))
        #expect(number(18) == entry.compressedSize)
        #expect(number(22) == noise.count)
        #expect(number(entry.dataRange.upperBound) == 0x0201_4B50)
    }

    @Test func `the first entry of the directory may come last`() throws {
        let bytes = try written { stream in
            try stream.add("b", [1])
            try stream.add("a", [2], isFirst: true)
        }
        var archive = try ZipArchive(bytes)
        #expect(archive.entries.map(\.name) == ["a", "b"])
        let first = try #require(archive.entries.first)
        #expect(try archive.bytes(of: first) == [2])
    }

    @Test func `an empty entry is one`() throws {
        let bytes = try written { stream in
            try stream.begin("leer")
            try stream.end()
        }
        var archive = try ZipArchive(bytes)
        let entry = try #require(archive.entries.first)
        #expect(try archive.bytes(of: entry) == [])
    }

    @Test func `a sink takes bytes in the place of others`() {
        let sink = MemorySink()
        let content: [UInt8] = [1, 2, 3, 4]
        let other: [UInt8] = [9, 8]
        sink.append(content.span)
        sink.overwrite(at: 1, with: other.span)
        #expect(sink.bytes == [1, 9, 8, 4])
    }
}
