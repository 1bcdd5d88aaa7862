import ZipArchives

/// The numbers of shapes in use in a workbook's VML drawings.
///
/// They go by blocks of 1,024, and a block belongs to one drawing: two drawings that use the same
/// have Excel repair the workbook.
struct ShapeNumbers {
    private var numbers: Set<Int> = []
    private var blocks: Set<Int> = []
    /// Where the search for a free number goes on, by block.
    private var positions: [Int: Int] = [:]

    /// Looks at the bytes of all drawings, for old ones are not always well-formed.
    init(in store: inout PartStore) {
        let names = store.originalNames + store.addedNames
        for name in names where ZipEntry.key(of: name).hasSuffix(".vml") {
            guard let bytes = try? store.raw(name) else { continue }
            collect(bytes)
        }
    }

    /// Numbers that a drawing which is not in the store uses.
    mutating func collect(_ bytes: [UInt8]) {
        var index = 0
        while let end = MarkupEscapes.end(of: "_x0000_s", in: bytes[...], from: index) {
            index = end
            if let number = wholeNumber(bytes[end...].prefix { 48...57 ~= $0 }) {
                numbers.insert(number)
                blocks.insert(number / 1024)
            }
        }
        index = 0
        while let end = MarkupEscapes.end(of: "idmap", in: bytes[...], from: index) {
            index = end
            let tag = bytes[end...].prefix(1024).prefix { $0 != UInt8(ascii: ">") }
            guard let data = MarkupEscapes.end(of: "data=", in: tag, from: end) else { continue }
            let list = bytes[data...].dropFirst().prefix {
                $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'")
            }
            blocks.formUnion(Self.blocks(in: list))
        }
    }

    /// The blocks that a list names.
    static func blocks(in list: some Collection<UInt8>) -> [Int] {
        list.split(separator: UInt8(ascii: ",")).compactMap { item in
            wholeNumber(item.filter { $0 > 32 }).flatMap { 0..<(1 << 20) ~= $0 ? $0 : nil }
        }
    }

    /// A free number in one of some blocks; nil where they are full.
    ///
    /// The first number of a block is the drawing's own.
    mutating func next(in own: [Int]) -> Int? {
        for block in own {
            var position = positions[block] ?? 1
            while position < 1024, numbers.contains(block * 1024 + position) { position += 1 }
            positions[block] = position
            guard position < 1024 else { continue }
            numbers.insert(block * 1024 + position)
            return block * 1024 + position
        }
        return nil
    }

    /// A block that no drawing has.
    mutating func newBlock() -> Int {
        var block = 1
        while blocks.contains(block) { block += 1 }
        blocks.insert(block)
        return block
    }
}
