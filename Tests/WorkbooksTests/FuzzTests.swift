import FuzzSupport
import TestSupport
import Testing

/// The short version of `Scripts/fuzz`: a few seeds a target, and changed copies of them.
@Suite(.timeLimit(.minutes(3)))
struct FuzzTests {
    @Test(arguments: FuzzTarget.allCases)
    func `changed bytes end in a result or an error`(target: FuzzTarget) {
        var dice = Dice(seed: 7)
        for seed in Self.seeds(of: target) {
            target.run(seed)
            for _ in 0..<60 { target.run(Self.changed(seed, &dice)) }
        }
    }

    /// A few bytes set, cut out, doubled or taken from the words of the format.
    private static func changed(_ seed: [UInt8], _ dice: inout Dice) -> [UInt8] {
        var bytes = seed
        for _ in 0...dice.roll(4) {
            guard !bytes.isEmpty else { break }
            let start = dice.roll(bytes.count)
            let end = min(bytes.count, start + dice.roll(20))
            switch dice.roll(5) {
            case 0: bytes[start] = UInt8(dice.roll(256))
            case 1: bytes[start] ^= 1 << UInt8(dice.roll(8))
            case 2: bytes.removeSubrange(start..<end)
            case 3: bytes.insert(contentsOf: bytes[start..<end], at: dice.roll(bytes.count))
            default: bytes.insert(contentsOf: words[dice.roll(words.count)].utf8, at: start)
            }
        }
        return bytes
    }

    private static let words = [
        "<c>", "</c>", "<v>", "</v>", "<row>", "</row>", "<si>", "<t>", "&amp;", "&#x4E2D;", "]]>",
        "<!--",
        "<![CDATA[", " r=\"A1\"", "\"", "'", ",", "\r\n", "\u{FEFF}", "中", "_x000D_", "\0", "-1",
        "1e999",
        "2147483648", "18446744073709551616", "[h]", "yyyy", "PK\u{1}\u{2}",
    ]

    private static func seeds(of target: FuzzTarget) -> [[UInt8]] {
        let texts: [String] =
            switch target {
            case .zip: []
            case .sheet, .scanner:
                [
                    """
                    <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cols>\
                    <col min="1" max="3" hidden="1"/></cols><sheetData><row r="1" hidden="1" ht="15">\
                    <c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>45761</v></c></row><row><c t="str">\
                    <f>A1&amp;"x"</f><v>甲&lt;乙</v></c><c t="inlineStr"><is><t>丙</t></is></c></row>\
                    </sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells></worksheet>
                    """
                ]
            case .strings:
                [
                    """
                    <sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>甲</t></si>\
                    <si><t xml:space="preserve"> a&amp;b </t></si><si><r><t>乙</t></r><rPh><t>x</t></rPh></si>\
                    </sst>
                    """
                ]
            case .styles:
                [
                    """
                    <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts>\
                    <numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m"/></numFmts><cellXfs><xf/>\
                    <xf numFmtId="164"/><xf numFmtId="58"/></cellXfs></styleSheet>
                    """
                ]
            case .delimited:
                [
                    "村,数\r\n\"甲\"\"乙\",1\r\n\"多\n行\",２\r\n", "a;b\t\"c\n", "一，二，三\n",
                    "\u{FEFF}a|b|c\n",
                ]
            case .formats:
                ["yyyy\"年\"m\"月\"d\"日\"", "[h]:mm:ss.000", "#,##0.00_);[Red](#,##0)", "G/通用格式"]
            }
        let files =
            target == .zip
            ? ["openpyxl-return", "xlsxwriter-dates"].map {
                Fixture.bytes("Workbooks/\($0)/input.xlsx")
            } : []
        return texts.map { Array($0.utf8) } + files
    }
}
