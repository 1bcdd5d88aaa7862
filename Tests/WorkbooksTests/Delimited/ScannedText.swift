import Findings
import Workbooks
import ZipArchives

/// All that a scanner says of a text.
struct ScannedText: Equatable {
    var format: Workbook.Format
    var fields: [ReferenceParser.Field] = []
    var records: [DelimitedScanner.Record] = []
    var notices: [Notice] = []

    init(
        _ bytes: [UInt8], limits: WorkbookLimits = .default, piece: Int = 128 << 10
    ) throws(WorkbookError) {
        var scanner = try DelimitedScanner(ByteSource(bytes), limits: limits, piece: piece)
        format = scanner.format
        var fields: [ReferenceParser.Field] = []
        while let record = try scanner.next({ field, text in
            fields.append(
                .init(
                    row: field.row, column: field.column, line: field.line,
                    isQuoted: field.isQuoted,
                    text: text.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }))
        }) {
            records.append(record)
        }
        self.fields = fields
        notices = scanner.notices
    }

    /// The texts of a record's fields.
    func texts(_ row: Int) -> [String] { fields.filter { $0.row == row }.map(\.text) }

    /// Line and cell of each notice, such as `2 B1`.
    var places: [String] {
        notices.map { notice in
            "\(notice.line ?? 0) \(notice.cell.map(\.description) ?? "")"
        }
    }
}

/// Numbers that are the same at each run (Vigna's SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A text of so many of these characters.
    mutating func text(_ length: Int, of characters: [String]) -> String {
        (0..<length).map { _ in characters.randomElement(using: &self) ?? "" }.joined()
    }
}
