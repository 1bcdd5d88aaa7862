import ZipArchives

/// The name of an archive's member as its maker meant it.
///
/// Archives say UTF-8 with a flag, or give the name in Unicode besides; most of those from Windows in
/// China say nothing and write GBK, those of older Macs say nothing and write UTF-8.
struct MemberName {
    let isFolder: Bool
    /// Nil for a name that leads out of the archive or holds control characters; without `.` and empty
    /// parts.
    let path: String?

    init(_ entry: ZipEntry) {
        let text = Self.text(of: entry).replacing("\\", with: "/")
        isFolder = text.hasSuffix("/")
        path = Self.path(text)
    }

    private static func text(of entry: ZipEntry) -> String {
        let unicode = String(validating: entry.nameBytes, as: UTF8.self)
        if entry.saysUTF8, let unicode { return unicode }
        if let name = entry.unicodeName { return name }
        // Two GBK characters often are two letters of two bytes each in UTF-8, which no name here has.
        if let unicode,
            !unicode.unicodeScalars.contains(where: { (0x80..<0x800).contains($0.value) })
        {
            return unicode
        }
        return GB18030.shared.text(of: entry.nameBytes) ?? unicode ?? entry.name
    }

    private static func path(_ text: String) -> String? {
        let hasControls = text.unicodeScalars.contains {
            $0.properties.generalCategory == .control
        }
        let isDrive = text.dropFirst().first == ":"
        guard !hasControls, !isDrive, !text.hasPrefix("/") else { return nil }
        let parts = text.split(separator: "/").filter { $0 != "." }
        guard !parts.contains("..") else { return nil }
        return parts.joined(separator: "/")
    }
}

extension GB18030 {
    /// A whole text; nil where it is none in this encoding.
    func text(of bytes: [UInt8]) -> String? {
        var target = [UInt8](repeating: 0, count: bytes.count * 2 + 4)
        let step = bytes.withUnsafeBufferPointer { source in
            target.withUnsafeMutableBufferPointer { target -> DecodingStep? in
                target.baseAddress.map { decode(source, into: $0) }
            }
        }
        guard let step, !step.isFaulty, step.consumed == bytes.count else { return nil }
        return String(decoding: target[..<step.produced], as: UTF8.self)
    }
}
