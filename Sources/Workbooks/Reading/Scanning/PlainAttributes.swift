/// The attributes of one tag in their plain form, for tags that may have any.
struct PlainAttributes {
    private var names: [UnsafeBufferPointer<UInt8>] = []
    private var values: [UnsafeBufferPointer<UInt8>] = []

    /// More of them are left to libxml2.
    private static let most = 24

    /// Reads up to the end of the tag, which may stand at the cursor.
    ///
    /// - Returns: True where the element ends with the tag.
    mutating func read(_ cursor: inout MarkupCursor) throws(ScanStop) -> Bool {
        names.removeAll(keepingCapacity: true)
        values.removeAll(keepingCapacity: true)
        while true {
            switch cursor.byte {
            case 32, 9, 10, 13: cursor.skipSpace()
            case UInt8(ascii: ">"), UInt8(ascii: "/"): break
            default: throw cursor.stop(at: cursor.position)
            }
            if cursor.byte == UInt8(ascii: ">") {
                cursor.position += 1
                return false
            }
            if cursor.byte == UInt8(ascii: "/") {
                try cursor.expect("/>")
                return true
            }
            let name = try cursor.attributeName()
            guard names.count < Self.most, isNew(name) else { throw .unusual }
            names.append(name)
            values.append(try cursor.quoted())
        }
    }

    /// The value of an attribute without a prefix.
    subscript(name: StaticString) -> UnsafeBufferPointer<UInt8>? {
        for (index, other) in names.enumerated()
        where other.count == name.utf8CodeUnitCount
            && other.indices.allSatisfy({ other[$0] == name.utf8Start[$0] })
        {
            return values[index]
        }
        return nil
    }

    /// True for `1`, `true` and `on`, as `XMLAttributes.flag`.
    func flag(_ name: StaticString) -> Bool {
        guard let value = self[name] else { return false }
        return ["1", "true", "on"].contains { value.elementsEqual($0.utf8) }
    }

    /// Neither a declaration of a namespace nor a name that might, prefix aside, stand twice.
    private func isNew(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
        guard !name.starts(with: "xml".utf8) || name.elementsEqual("xml:space".utf8) else {
            return false
        }
        guard let local = Self.local(name) else { return false }
        return !names.contains { other in
            Self.local(other).map { $0.elementsEqual(local) } ?? true
        }
    }

    /// What stands behind the prefix; nil for names with more than one colon or one at an end.
    private static func local(
        _ name: UnsafeBufferPointer<UInt8>
    ) -> Slice<UnsafeBufferPointer<UInt8>>? {
        guard let colon = name.firstIndex(of: UInt8(ascii: ":")) else { return name[...] }
        let local = name[(colon + 1)...]
        guard let first = local.first, ByteClass.isLetter(first),
            !local.contains(UInt8(ascii: ":"))
        else { return nil }
        return local
    }
}
