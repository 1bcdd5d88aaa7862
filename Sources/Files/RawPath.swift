/// A path as the system has it: bytes, which need not be UTF-8.
///
/// Names that came out of an archive written in GBK are such; a `String` of them names another file.
package struct RawPath: Hashable, Sendable {
    package var bytes: [UInt8]

    package init(_ text: String) {
        bytes = Array(text.utf8)
    }

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Nil where the bytes are no UTF-8.
    package var text: String? { String(validating: bytes, as: UTF8.self) }

    /// For people: bytes that are no UTF-8 as `\xB3`; control characters stand as they are.
    package var shown: String {
        if let text { return text }
        var shown = ""
        var rest = bytes[...]
        while let first = rest.first {
            // One scalar takes one to four bytes. Two are passed over: in GBK, which it nearly always is,
            // bytes often look like letters that no name here has.
            let scalar = [1, 3, 4].lazy.compactMap { count in
                String(validating: rest.prefix(count), as: UTF8.self)
            }.first
            if let scalar {
                shown += scalar
                rest = rest.dropFirst(scalar.utf8.count)
            } else {
                let digits = String(first, radix: 16, uppercase: true)
                shown += "\\x" + (first < 16 ? "0" : "") + digits
                rest = rest.dropFirst()
            }
        }
        return shown
    }

    /// The path of something in this folder; an empty path is where one stands already.
    package func appending(_ below: RawPath) -> RawPath {
        bytes.isEmpty ? below : RawPath(bytes: bytes + [UInt8(ascii: "/")] + below.bytes)
    }

    /// The folder of the path; nil for a bare name.
    package var parent: RawPath? {
        bytes.lastIndex(of: UInt8(ascii: "/")).map { RawPath(bytes: Array(bytes[..<$0])) }
    }

    /// As C takes it.
    var characters: [CChar] { bytes.map { CChar(bitPattern: $0) } + [0] }

    static func precedes(_ left: RawPath, _ right: RawPath) -> Bool {
        left.bytes.lexicographicallyPrecedes(right.bytes)
    }
}
