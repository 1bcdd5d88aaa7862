import Findings
import Testing
import Workbooks

/// Long random sequences of changes against the same changes of a plain dictionary.
struct PatchPropertyTests {
    /// A small generator with a seed, so that a failure comes again.
    private struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    @Test(arguments: 1...24)
    func `a sheet holds what a dictionary with the same changes holds`(seed: UInt64) throws {
        var generator = Generator(state: seed)
        var model: [CellReference: String] = [:]
        var rows = ""
        for row in stride(from: 1, through: 9, by: 2) {
            rows += "<row r=\"\(row)\">"
            for column in 1...4 where Bool.random(using: &generator) {
                let cell = CellReference(row: row, column: column)
                model[cell] = "\(row * column)"
                rows += "<c r=\"\(cell)\"><v>\(row * column)</v></c>"
            }
            rows += "</row>"
        }
        let patched = try PatchedPackage(HandMadeWorkbook(rows)) { patch in
            for step in 0..<30 {
                change(&model, &patch, step: step, &generator)
            }
        }
        let expected = model.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        #expect(try patched.cells() == expected)
        #expect(patched.refusals.isEmpty)
    }

    private func change(
        _ model: inout [CellReference: String], _ patch: inout WorkbookPatch, step: Int,
        _ generator: inout Generator
    ) {
        let row = Int.random(in: 1...14, using: &generator)
        let count = Int.random(in: 1...3, using: &generator)
        let cell = CellReference(row: row, column: Int.random(in: 1...5, using: &generator))
        var moved: [CellReference: String] = [:]
        switch Int.random(in: 0..<8, using: &generator) {
        case 0:
            patch.insertRows(count, before: row, on: "S")
            for (cell, value) in model {
                let by = cell.row >= row ? count : 0
                moved[CellReference(row: cell.row + by, column: cell.column)] = value
            }
            model = moved
        case 1:
            patch.deleteRows(row...row + count - 1, on: "S")
            for (cell, value) in model where !(row..<row + count).contains(cell.row) {
                let by = cell.row >= row + count ? count : 0
                moved[CellReference(row: cell.row - by, column: cell.column)] = value
            }
            model = moved
        case 2:
            patch.copyRows(row...row, times: count, on: "S")
            for (cell, value) in model {
                let by = cell.row > row ? count : 0
                moved[CellReference(row: cell.row + by, column: cell.column)] = value
                for copy in 1...count where cell.row == row {
                    moved[CellReference(row: row + copy, column: cell.column)] = value
                }
            }
            model = moved
        case 3:
            patch.set(.blank, at: cell, on: "S")
            model[cell] = nil
        case 4:
            patch.set(.string("文\(step)"), at: cell, on: "S")
            model[cell] = "文\(step)"
        default:
            patch.set(.integer(step), at: cell, on: "S")
            model[cell] = String(step)
        }
    }
}
