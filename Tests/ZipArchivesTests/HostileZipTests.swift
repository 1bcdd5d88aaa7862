import Testing
import ZipArchives

@Suite(.timeLimit(.minutes(5)))
struct HostileZipTests {
    private func error(_ bytes: [UInt8], limits: ZipLimits = .default) -> ZipError? {
        #expect(throws: ZipError.self) {
            var archive = try ZipArchive(bytes, limits: limits)
            for entry in archive.entries { _ = try archive.bytes(of: entry) }
        }
    }

    /// The pair with some bytes of the central header of "two.txt" changed.
    private func changed(at offset: Int, to bytes: [UInt8]) throws -> [UInt8] {
        var archive = try HandMadeZip.pair()
        let name = try #require(archive.position(of: Array("two.txt".utf8), last: true))
        archive.replaceSubrange(name - 46 + offset..<name - 46 + offset + bytes.count, with: bytes)
        return archive
    }

    /// The pair with "two.txt" called something else of the same length.
    private func renamed(_ name: String, onlyLocal: Bool = false) throws -> [UInt8] {
        var archive = try HandMadeZip.pair()
        let old = Array("two.txt".utf8)
        let local = try #require(archive.position(of: old))
        archive.replaceSubrange(local..<local + 7, with: Array(name.utf8))
        guard !onlyLocal else { return archive }
        let central = try #require(archive.position(of: old))
        archive.replaceSubrange(central..<central + 7, with: Array(name.utf8))
        return archive
    }

    @Test func `no directory, no archive`() throws {
        #expect(error([]) == .noDirectory)
        #expect(error(Array("PK\u{3}\u{4} and then nothing".utf8)) == .noDirectory)
    }

    @Test func `two directories that could be meant are one too many`() throws {
        var bytes = try HandMadeZip.pair()
        let end = Array(bytes.suffix(22))
        bytes[bytes.count - 2] = 22
        #expect(error(bytes + end) == .ambiguousDirectory)
    }

    @Test func `a name that stands twice is refused, whatever its case`() throws {
        #expect(error(try renamed("one.txt")) == .duplicateName("one.txt"))
        #expect(error(try renamed("ONE.TXT")) == .duplicateName("ONE.TXT"))
    }

    @Test(arguments: ["../x.tx", "/ab.txt", "a/../xx", "c:\\x.tx", "a\\..\\xx", "a\0b.txt"])
    func `names that leave the archive are refused`(name: String) throws {
        #expect(name.utf8.count == 7 || name.utf8.count == 8)
        guard name.utf8.count == 7 else { return }
        #expect(error(try renamed(name)) == .unsafeName(name))
    }

    @Test func `the local header must agree`() throws {
        #expect(error(try renamed("tWo.txt", onlyLocal: true)) == .headersDiffer("two.txt"))
        #expect(error(try changed(at: 10, to: [0, 0])) == .headersDiffer("two.txt"))
    }

    @Test func `passwords and other methods are refused`() throws {
        #expect(error(try changed(at: 8, to: [1, 0])) == .encrypted("two.txt"))
        #expect(
            error(try changed(at: 10, to: [12, 0])) == .unsupportedMethod(12, entry: "two.txt"))
    }

    @Test func `sizes and sums that lie are found, in both directions`() throws {
        #expect(error(try changed(at: 24, to: [99, 0, 0, 0])) == .damagedEntry("two.txt"))
        #expect(error(try changed(at: 24, to: [101, 0, 0, 0])) == .damagedEntry("two.txt"))
        #expect(
            error(try changed(at: 24, to: [0xFF, 0xFF, 0xFF, 0x7F])) == .damagedEntry("two.txt"))
        #expect(error(try changed(at: 16, to: [0, 0, 0, 0])) == .damagedEntry("two.txt"))
        #expect(error(try changed(at: 20, to: [1, 0, 0, 0])) == .damagedEntry("two.txt"))
    }

    @Test func `entries that share bytes are refused`() throws {
        #expect(error(try changed(at: 42, to: [0, 0, 0, 0])) == .headersDiffer("two.txt"))
        #expect(error(try changed(at: 20, to: [0, 1, 0, 0])) == .overlap("two.txt"))
        let archive = try HandMadeZip.pair()
        let central = try #require(archive.position(of: Array("one.txt".utf8), last: true))
        var longer = archive
        longer[central - 46 + 20] = 20
        longer[central - 46 + 24] = 20
        #expect(error(longer) == .overlap("two.txt"))
    }

    @Test func `limits hold`() throws {
        var limits = ZipLimits()
        limits.entries = 1
        #expect(error(try HandMadeZip.pair(), limits: limits) == .limit(.entries, entry: nil))
        limits = ZipLimits()
        limits.archiveSize = 100
        #expect(error(try HandMadeZip.pair(), limits: limits) == .limit(.archiveSize, entry: nil))
        limits = ZipLimits()
        limits.nameLength = 3
        #expect(error(try HandMadeZip.pair(), limits: limits) == .limit(.nameLength, entry: nil))
        limits = ZipLimits()
        limits.totalSize = 100
        #expect(
            error(try HandMadeZip.pair(), limits: limits) == .limit(.totalSize, entry: "two.txt"))
        limits = ZipLimits()
        limits.directorySize = 50
        #expect(error(try HandMadeZip.pair(), limits: limits) == .limit(.directorySize, entry: nil))
    }

    @Test func `a bomb is stopped while it unpacks`() throws {
        var writer = ZipWriter()
        writer.add("bomb", [UInt8](repeating: 0, count: 40 << 20))
        var archive = try ZipArchive(try writer.finished())
        let entry = try #require(archive["bomb"])
        var seen = 0
        let error = #expect(throws: ZipError.self) {
            try archive.read(entry) { chunk in
                seen += chunk.count
                return true
            }
        }
        #expect(error == .limit(.ratio, entry: "bomb"))
        #expect(seen <= 32 << 20)
        let other = #expect(throws: ZipError.self) { try archive.bytes(of: entry, atMost: 1000) }
        #expect(other == .limit(.entrySize, entry: "bomb"))
    }

    @Test func `no changed byte and no cut traps`() throws {
        for bytes in [try HandMadeZip.pair(), HandMadeZip.zip64WithDescriptor] {
            for index in bytes.indices {
                for value in [0, 1, 0x7F, 0xFF] as [UInt8] {
                    var changed = bytes
                    changed[index] = value
                    guard var archive = try? ZipArchive(changed) else { continue }
                    for entry in archive.entries { _ = try? archive.bytes(of: entry) }
                }
                _ = try? ZipArchive(Array(bytes[..<index]))
            }
        }
    }
}
