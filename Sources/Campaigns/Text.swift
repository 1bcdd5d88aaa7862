import Glibc

extension StringProtocol {
    /// Without white space and invisible characters at both ends; empty where nothing can be seen.
    package var trimmed: String { String(self).trimmed }
}

extension String {
    /// The same of a whole text, as which nearly all texts come.
    package var trimmed: String {
        let scalars = unicodeScalars
        guard let first = scalars.first, let last = scalars.last else { return "" }
        // As nearly all texts are.
        if !first.isBlank, !last.isBlank { return self }
        guard let start = scalars.firstIndex(where: { !$0.isBlank }),
            let end = scalars.lastIndex(where: { !$0.isBlank })
        else { return "" }
        return String(String.UnicodeScalarView(scalars[start...end]))
    }
}

extension Unicode.Scalar {
    /// Nothing that can be seen.
    package var isBlank: Bool {
        switch value {
        case 0x21...0x7E, 0x4E00...0x9FFF: false
        default: isSpace || isInvisible
        }
    }

    /// White space and line ends of every width, U+3000 and U+00A0 among them.
    package var isSpace: Bool {
        switch value {
        case 0x09...0x0D, 0x1C...0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F,
            0x205F, 0x3000:
            true
        default: false
        }
    }

    /// Has no shape and no width of its own: controls, joiners, marks of direction, soft hyphens, byte
    /// order marks, variation selectors, fillers.
    package var isInvisible: Bool {
        switch value {
        case 0x00...0x08, 0x0E...0x1B, 0x7F...0x84, 0x86...0x9F, 0xAD, 0x034F, 0x061C: true
        case 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F, 0x200B...0x200F, 0x202A...0x202E: true
        case 0x2060...0x206F, 0x3164, 0xFE00...0xFE0F, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFB: true
        case 0xE0000...0xE0FFF: true
        default: false
        }
    }
}

extension String {
    /// Begins with the same bytes, which is what folded texts are compared by; `hasPrefix` works out each
    /// time what canonically equal beginnings there may be.
    package func begins(with start: String) -> Bool {
        let count = start.utf8.count
        guard count <= utf8.count else { return false }
        return withBytes { bytes in start.withBytes { memcmp(bytes, $0, count) == 0 } }
    }

    /// Ends with the same bytes.
    package func ends(with end: String) -> Bool {
        let (count, rest) = (end.utf8.count, utf8.count - end.utf8.count)
        guard rest >= 0 else { return false }
        return withBytes { bytes in end.withBytes { memcmp(bytes + rest, $0, count) == 0 } }
    }

    /// Holds the same bytes somewhere.
    package func holds(_ part: String) -> Bool {
        let (count, places) = (part.utf8.count, utf8.count - part.utf8.count + 1)
        guard count > 0, places > 0 else { return count == 0 }
        return withBytes { bytes in
            part.withBytes { part in
                var start = 0
                while start < places,
                    let place = memchr(bytes + start, Int32(part[0]), places - start)
                {
                    if memcmp(place, part, count) == 0 { return true }
                    start = UnsafeRawPointer(place) - UnsafeRawPointer(bytes) + 1
                }
                return false
            }
        }
    }

    /// Is the same bytes; `==` also takes texts for equal that only mean the same.
    package func isSame(as other: String) -> Bool {
        utf8.count == other.utf8.count && begins(with: other)
    }

    private func withBytes(_ body: (UnsafePointer<UInt8>) -> Bool) -> Bool {
        var text = self
        return text.withUTF8 { bytes in
            // Nothing begins and ends with nothing.
            guard let start = bytes.baseAddress else { return true }
            return body(start)
        }
    }
}
