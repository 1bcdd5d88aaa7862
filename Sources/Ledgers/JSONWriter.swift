/// Writes canonical JSON straight into bytes, for what there is much of; `JSON` is the same as a value.
///
/// Who writes an object gives its members in the order of their keys, each once.
struct JSONWriter {
    private(set) var bytes: [UInt8] = []

    /// With room for so many bytes; more are taken where they are needed.
    init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

    mutating func object(_ members: (inout JSONWriter) -> Void) {
        separate()
        bytes.append(UInt8(ascii: "{"))
        members(&self)
        bytes.append(UInt8(ascii: "}"))
    }

    mutating func array(_ elements: (inout JSONWriter) -> Void) {
        separate()
        bytes.append(UInt8(ascii: "["))
        elements(&self)
        bytes.append(UInt8(ascii: "]"))
    }

    mutating func array<Element>(
        _ elements: some Sequence<Element>, _ write: (inout JSONWriter, Element) -> Void
    ) {
        array { writer in
            for element in elements { write(&writer, element) }
        }
    }

    /// The key of the member whose value is written next.
    mutating func key(_ key: String) {
        write(key)
        bytes.append(UInt8(ascii: ":"))
    }

    /// The same of a key that was written before.
    mutating func key(in text: [UInt8]) {
        separate()
        bytes += text
    }

    mutating func write(_ string: String?) {
        separate()
        if let string { JSON.write(string, to: &bytes) } else { bytes += "null".utf8 }
    }

    mutating func write(_ integer: Int) {
        separate()
        JSON.write(integer, to: &bytes)
    }

    mutating func write(_ json: JSON) {
        separate()
        json.write(to: &bytes)
    }

    mutating func write(_ strings: [String]) {
        array(strings) { $0.write($1) }
    }

    /// Where something stands that is written now.
    mutating func range(_ write: (inout JSONWriter) -> Void) -> Range<Int> {
        let start = bytes.count
        write(&self)
        return start..<bytes.count
    }

    /// A comma where a value stands before.
    private mutating func separate() {
        switch bytes.last {
        case nil, UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ":"): break
        default: bytes.append(UInt8(ascii: ","))
        }
    }
}
