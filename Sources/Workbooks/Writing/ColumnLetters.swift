/// The letters of columns (`A`, `AB`), made as they are needed, ready to be put before a row's
/// number.
struct ColumnLetters {
    /// Letters in the three lower bytes, the first in the lowest, and how many in the highest.
    private var packed: [UInt32] = []

    /// By column counted from 0.
    @inline(__always)
    subscript(column: Int) -> UInt32 {
        mutating get {
            if column >= packed.count { extend(to: column) }
            return packed[column]
        }
    }

    @inline(never)
    private mutating func extend(to column: Int) {
        while packed.count <= column {
            var rest = packed.count + 1
            var letters: UInt32 = 0
            var count: UInt32 = 0
            while rest > 0 {
                rest -= 1
                letters = letters << 8 | UInt32(UInt8(ascii: "A")) + UInt32(rest % 26)
                rest /= 26
                count += 1
            }
            packed.append(letters | count << 24)
        }
    }
}
