import Findings

/// JSON lines being written (RFC 8259), no character escaped that need not be.
struct JSONText {
    private(set) var bytes: [UInt8] = []

    /// One cell: `{"sheet":"Sheet1","ref":"B3","type":"number","value":12.5}`.
    mutating func line(sheet: String, _ reference: CellReference, _ value: CellValue) {
        raw("{\"sheet\":")
        string(sheet)
        raw(",\"ref\":\"\(reference)\",\"type\":\"\(value.typeName)\"")
        switch value {
        case .number(let number, _): raw(",\"value\":\(shortestDigits(number))")
        case .bool(let bool): raw(",\"value\":\(bool)")
        case .string, .error, .date:
            raw(",\"value\":")
            string(value.text)
        case .uncomputed: break
        }
        raw("}\n")
    }

    mutating func flush() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    private mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

    private mutating func string(_ text: String) {
        raw("\"")
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): raw("\\\"")
            case UInt8(ascii: "\\"): raw("\\\\")
            case 10: raw("\\n")
            case 13: raw("\\r")
            case 9: raw("\\t")
            case 0..<32:
                let digits = String(byte, radix: 16)
                raw("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits)
            default: bytes.append(byte)
            }
        }
        raw("\"")
    }
}
