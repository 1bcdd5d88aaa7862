import Findings
import TestSupport
import Testing
import Workbooks

struct MarkedGridTests {
    @Test func `a drawn table is a grid, and its marks are places`() throws {
        let table = MarkedGrid(
            """
            乡镇   | 户数    | 备注
            城关镇 | 1204    |

            东坪乡 | ①约三百 | ② 1
            """)
        #expect(
            table.grid.shown == [
                "A1=乡镇", "B1=户数", "C1=备注", "A2=城关镇", "B2=1204", "A4=东坪乡", "B4=约三百", "C4=1",
            ])
        #expect(
            table.places == [
                "①": CellReference(row: 4, column: 2), "②": CellReference(row: 4, column: 3),
            ])
    }

    @Test func `numbers are numbers only on request`() throws {
        let table = MarkedGrid("1.50 | 约1", firstRow: 3, readsNumbers: true)
        #expect(
            table.grid.rows.first?.cells.map(\.value) == [
                .number(1.5, digits: "1.50"), .string("约1"),
            ])
        #expect(table.grid.rows.first?.number == 3)
    }
}
