import Files

/// A file as the receipt register may name it (登记的文件名): by its base name, or by its path from any folder
/// on, as in 晴岭街道/农村月报.xlsx.
struct ReceiptNames {
    /// What was handed in: the file, or the archive in which it lies.
    struct Carrier {
        /// As it lies in the Inbox.
        let path: String
        /// Where its bytes first came: the same path for the same file.
        let first: String

        /// From the whole path to the base name.
        var names: [String] {
            let parts = path.split(separator: "/")
            return parts.indices.map { parts[$0...].joined(separator: "/") }
        }
    }

    /// In the order in which they are asked for.
    ///
    /// Those under which the bytes first came go before those under which they were read after the office had
    /// taken them back: a new name makes nobody earlier. Of each the archive that was handed in goes first;
    /// the register seldom names what is in it.
    let carriers: [Carrier]

    init(ofPath path: String, first: String) {
        let inArchive = Self.archive(ofPath: first)
        var carriers = [inArchive.map { Carrier(path: $0, first: $0) }].compactMap(\.self)
        carriers.append(Carrier(path: first, first: first))
        if path != first {
            if let archive = Self.archive(ofPath: path) {
                carriers.append(Carrier(path: archive, first: inArchive ?? first))
            }
            carriers.append(Carrier(path: path, first: first))
        }
        self.carriers = carriers
    }

    /// Every name, by whichever the register may know it.
    var all: [String] { carriers.flatMap(\.names) }

    /// The archive in which a file lies; nil for a file of its own.
    ///
    /// `2020-06/城关镇6月.zip` of `2020-06/城关镇6月.zip/农村月报.xlsx`.
    private static func archive(ofPath path: String) -> String? {
        // Few folders have a point in their names.
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")),
            path.utf8[..<slash].contains(UInt8(ascii: "."))
        else { return nil }
        let parts = path.split(separator: "/")
        guard let place = parts.dropLast().firstIndex(where: { $0.lowercased().hasSuffix(".zip") })
        else { return nil }
        return parts[...place].joined(separator: "/")
    }
}
