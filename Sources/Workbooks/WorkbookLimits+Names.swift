import ZipArchives

/// The limits by name, for offices whose files are larger than a township's return.
extension WorkbookLimits {
    /// The names in the order of the declarations; what each means is said there.
    package static var names: [String] { numbers.map(\.name) + ["processor_seconds"] }

    /// Sets the limit of a name; numbers of bytes are bytes.
    ///
    /// - Returns: False, and nothing is changed, where there is no such name or the text is no
    ///   positive number.
    package mutating func set(_ name: String, to text: String) -> Bool {
        if name == "processor_seconds" {
            guard let seconds = plainNumber(text), seconds > 0 else { return false }
            processorSeconds = seconds
            return true
        }
        guard let limit = Self.numbers.first(where: { $0.name == name }),
            let number = wholeNumber(text.utf8), number > 0
        else { return false }
        self[keyPath: limit.path] = number
        return true
    }

    /// All of them by name: equal text, equal limits.
    package var text: String {
        let numbers = Self.numbers.map { "\($0.name)=\(self[keyPath: $0.path])" }
        return (numbers + ["processor_seconds=\(processorSeconds)"]).joined(separator: " ")
    }

    private typealias Path = WritableKeyPath<WorkbookLimits, Int> & Sendable

    private static let numbers: [(name: String, path: any Path)] = [
        ("file_size", \.zip.archiveSize), ("parts", \.zip.entries),
        ("directory_size", \.zip.directorySize), ("name_length", \.zip.nameLength),
        ("total_size", \.zip.totalSize), ("ratio", \.zip.ratio),
        ("ratio_grace", \.zip.ratioGrace), ("text_size", \.textSize),
        ("sheet_size", \.sheetSize), ("strings_size", \.stringsSize),
        ("styles_size", \.stylesSize), ("part_size", \.partSize), ("sheets", \.sheets),
        ("cells_per_sheet", \.cellsPerSheet), ("cells_per_file", \.cellsPerFile),
        ("shared_strings", \.sharedStrings), ("text_length", \.textLength),
        ("merges", \.merges), ("defined_names", \.definedNames), ("styles", \.styles),
        ("notes", \.notes), ("depth", \.depth), ("attributes", \.attributes),
        ("unfinished_tag", \.unfinishedTag), ("notices", \.notices),
    ]
}
