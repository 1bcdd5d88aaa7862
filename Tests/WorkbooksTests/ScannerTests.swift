import Findings
import FuzzSupport
import TestSupport
import Testing
import Workbooks
import ZipArchives

/// The scanners against libxml2, which is right by definition: the same cells, the same findings, the
/// same error at the same line, wherever pieces end.
@Suite(.timeLimit(.minutes(2)))
struct ScannerTests {
    @Test(arguments: FixtureTests.folders)
    func `a file of another program is the same to both`(folder: String) {
        let files = Fixture.names(in: "Workbooks/\(folder)").filter { $0.hasPrefix("input.xls") }
        for file in files {
            let bytes = Fixture.bytes("Workbooks/\(folder)/\(file)")
            for size in [1 << 18, 997] { expectSame(bytes, pieceSize: size) }
        }
    }

    @Test(arguments: Self.rows)
    func `odd rows are the same to both`(rows: String) throws {
        let book = HandMadeWorkbook(
            sheet: """
                <worksheet xmlns="\(HandMadeWorkbook.main)" xmlns:x="urn:x"><sheetData>
                <row r="1"><c r="A1"><v>1</v></c></row>\(rows)\
                <row><c t="str"><v>末</v></c></row></sheetData></worksheet>
                """, strings: "<si><t>甲</t></si><si><t/></si>")
        let bytes = try book.bytes()
        for size in [1, 2, 3, 5, 64, 1 << 18] { expectSame(bytes, pieceSize: size) }
    }

    @Test(arguments: Self.items)
    func `odd shared strings are the same to both`(items: String) throws {
        let book = HandMadeWorkbook(
            "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c></row>",
            strings: "<si><t>头</t></si>\(items)<si><t>尾</t></si>")
        let bytes = try book.bytes()
        for size in [1, 2, 3, 5, 64, 1 << 18] { expectSame(bytes, pieceSize: size) }
    }

    @Test(arguments: Fixture.names(in: "Markup").filter { $0.hasSuffix(".xml") })
    func `what the fuzzers found is the same to both`(file: String) {
        let bytes = Fixture.bytes("Markup/\(file)")
        // A disagreement ends the process, as it does under the fuzzer.
        (file.hasPrefix("strings") ? FuzzTarget.strings : .scanner).run(bytes)
    }

    /// Sheets put together from good and bad pieces at random.
    @Test(arguments: 0..<64)
    func `random markup is the same to both`(seed: Int) throws {
        var dice = Dice(seed: UInt64(seed))
        for _ in 0..<8 {
            let pieces = (0..<dice.roll(30)).map { _ in Self.pieces[dice.roll(Self.pieces.count)] }
            let book = HandMadeWorkbook(
                sheet: """
                    <worksheet xmlns="\(HandMadeWorkbook.main)"><sheetData>\(pieces.joined())\
                    </sheetData></worksheet>
                    """, strings: "<si><t>甲</t></si>")
            expectSame(try book.bytes(), pieceSize: [1, 7, 200][dice.roll(3)])
        }
    }

    private func expectSame(
        _ bytes: [UInt8], pieceSize: Int, at location: SourceLocation = #_sourceLocation
    ) {
        var limits = WorkbookLimits()
        limits.zip.pieceSize = pieceSize
        let scanned = Self.outcome(bytes, limits)
        limits.usesScanners = false
        #expect(scanned == Self.outcome(bytes, limits), sourceLocation: location)
    }

    private static func outcome(_ bytes: [UInt8], _ limits: WorkbookLimits) -> String {
        do throws(WorkbookError) {
            let workbook = try WorkbookReader.read(bytes, fileName: "a.xlsx", limits: limits)
            let facts = workbook.sheets.map { sheet in
                "\(sheet.name) \(sheet.isHidden) \(sheet.rows) \(sheet.merges)"
                    + " \(sheet.hiddenColumns.sorted()) \(sheet.notes.sorted { $0.key < $1.key })"
            }
            return "\(facts) \(workbook.notices)"
        } catch { return "\(error.reason)" }
    }

    private static let rows = [
        "", "<row/>", "<row r=\"7\"/>", "<row r='7' />",
        "<row\nr=\"7\"\n>\n<c\tr=\"B7\"/>\n</row>\n",
        "<row r=\"7\" spans=\"1:2\" x:dyDescent=\"0.25\" ht=\"15\" hidden=\"1\"><c><v>1</v></c></row>",
        "<row hidden=\"true\"><c/></row>", "<row hidden=\"0\"><c><v>1</v></c></row>",
        "<row r=\"7\" r=\"8\"/>", "<row x:r=\"7\" r=\"8\"/>", "<row y:r=\"7\"/>", "<row r=\"x\"/>",
        "<row r=\"0\"/>", "<row r=\"1048577\"/>", "<row r=\"\"/>", "<row r=7/>",
        "<row r=\"7\"s=\"1\"/>",
        "<row r=\"&#55;\"><c><v>1</v></c></row>", "<row xmlns=\"urn:y\"><c><v>1</v></c></row>",
        "<x:row><c><v>1</v></c></x:row>", "<row><x:c><v>1</v></x:c><c><v>2</v></c></row>",
        "<row>text<c><v>1</v></c></row>", "<row><c>text<v>1</v></c></row>", "text", "]]>",
        "<!-- c --><row><c><v>1</v></c></row>", "<row><c><v>1<!-- 2 -->3</v></c></row>",
        "<row><c t=\"str\"><v><![CDATA[<甲>]]></v></c></row>", "<?pi?><row><c><v>1</v></c></row>",
        "<row><c t=\"str\"><v>a&amp;b&lt;&gt;&quot;&apos;&amp;amp;</v></c></row>",
        "<row><c t=\"str\"><v>&#20013;&#x4E2D;</v></c></row>",
        "<row><c t=\"str\"><v>&no;</v></c></row>",
        "<row><c t=\"str\"><v>a & b</v></c></row>", "<row><c t=\"str\"><v>a > b</v></c></row>",
        "<row><c t=\"str\"><v>a ]]> b</v></c></row>", "<row><c t=\"str\"><v>]]</v></c></row>",
        "<row><c t=\"str\"><v>a\r\nb\rc\td</v></c></row>",
        "<row><c t=\"str\"><v> a\n </v></c></row>",
        "<row><c t=\"str\"><v>\u{7F}\u{80}\u{7FF}\u{800}\u{D7FF}\u{E000}\u{FFFD}😀</v></c></row>",
        "<row><c t=\"str\"><v>\u{FFFE}</v></c></row>", "<row><c t=\"str\"><v>\u{1}</v></c></row>",
        "<row><c t=\"str\"><v>_x4E2D__x005F_x000D_</v></c></row>",
        "<row><c r=\"C3\" s=\"1\" t=\"n\"><v>1</v></c><c><v>2</v></c><c r=\"B2\"><v>3</v></c></row>",
        "<row><c r=\"XFD2\"><v>1</v></c><c><v>2</v></c></row>", "<row><c r=\"XFE2\"/></row>",
        "<row><c r=\"A\"/></row>", "<row><c r=\"1\"/></row>", "<row><c r=\"\"/></row>",
        "<row><c r=\"A1\" r=\"A2\"/></row>", "<row><c s=\"x\" t=\"zzz\"><v>1</v></c></row>",
        "<row><c cm=\"1\" r=\"D4\"><v>1</v></c></row>", "<row><c r=\"d4\"><v>1</v></c></row>",
        "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c></row>",
        "<row><c t=\"s\"><v> 0 </v></c><c t=\"s\"><v>-1</v></c><c t=\"s\"><v/></c><c t=\"s\"/></row>",
        "<row><c t=\"b\"><v>1</v></c><c t=\"b\"><v>true</v></c><c t=\"e\"><v>#N/A</v></c></row>",
        "<row><c t=\"d\"><v>2020-06-30</v></c><c t=\"d\"><v>x</v></c></row>",
        "<row><c><f>SUM(A1:A2)</f></c><c><f t=\"shared\" si=\"0\"/><v>1</v></c></row>",
        "<row><c><f>A1&amp;\"中\"</f><v>1</v></c><c><v>2</v><f/></c><c><f/><f/></c></row>",
        "<row><c t=\"str\"><f>_xlfn.DISPIMG(\"ID\",1)</f><v>=DISPIMG(\"ID\",1)</v></c></row>",
        "<row><c t=\"str\"><v></v></c><c t=\"str\"><v xml:space=\"preserve\"> 甲 </v></c></row>",
        "<row><c><v>1</v><v>2</v></c></row>", "<row><c><v>abc</v></c><c><v>1e400</v></c></row>",
        "<row><c><v>1.5E-3</v></c><c><v>-0</v></c><c><v>+5</v></c><c><v>0x10</v></c></row>",
        "<row><c t=\"inlineStr\"><is><t>甲</t></is></c></row>",
        "<row><c t=\"inlineStr\"><is><t>a&amp;b</t></is><v>7</v></c><c><is><t/></is></c></row>",
        "<row><c t=\"inlineStr\"><is><r><t>甲</t></r><r><t>乙</t></r></is></c><c><v>1</v></c></row>",
        "<row><c t=\"inlineStr\"><is><t>甲</t><t>乙</t></is></c></row>",
        "<row><c t=\"inlineStr\"><is><t>甲</t><rPh><t>jia</t></rPh></is></c></row>",
        "<row><c t=\"inlineStr\"><v>甲</v></c></row>", "<row><c><is/></c><c><v>1</v></c></row>",
        "<row><c><v>1</v><extLst><ext><v>9</v></ext></extLst></c><c><v>2</v></c></row>",
        "<row><c><v>1</v></c></row></row>", "<row><c><v>1</v></row>", "<row><c><v>1</c></row>",
        "<row>",
        "<row><row><c><v>1</v></c></row></row>", "</sheetData><sheetData>", "<v>1</v>",
        "<c><v>1</v></c>",
        "<row><c><v >1</v ></c ></row >", "< row/>", "<row></ row>", "<rows/>", "<row><cc/></row>",
    ]

    private static let items = [
        "", "<si/>", "<si><t/></si>", "<si><t></t></si>", "<si>\n<t>甲</t>\n</si>\n",
        "<si><t>a&lt;b</t></si>",
        "<si><t xml:space=\"preserve\"> 甲 </t></si>", "<si><r><t>甲</t></r><r><t>乙</t></r></si>",
        "<si><t>甲</t><rPh sb=\"0\" eb=\"1\"><t>jia</t></rPh><phoneticPr/></si>",
        "<si><t>_x000D_</t></si>",
        "<si><t>甲</t><t>乙</t></si>", "<si>text<t>甲</t></si>", "<si><t>&#10;</t></si>", "<x/>",
        "<si><t>]]></t></si>",
        "<si><t>甲\r\n乙</t></si>", "<si a=\"1\"><t>甲</t></si>", "<si><t><!-- --></t></si>",
        "<si><t>甲</t>", "</si>",
    ]

    private static let pieces = [
        "<row>", "<row>", "<row r=\"3\">", "</row>", "</row>", "<row/>", "<c>", "<c r=\"B2\">",
        "<c t=\"s\">", "<c/>",
        "<c t=\"str\">", "<c t=\"inlineStr\">", "</c>", "</c>", "</c>", "<v>", "</v>", "<v>1</v>",
        "<v>0</v>",
        "<v>甲</v>", "<f>A1</f>", "<f/>", "<is><t>", "</t></is>", "<is><t>乙</t></is>", "&amp;",
        "&#65;", " ", "\n", "1", "丙",
        "<!--x-->", "<x/>", "<v>1</v></c>", "<c><v>2</v></c>", "<row><c><v>3</v></c></row>",
    ]
}

/// A small generator of the same numbers everywhere (SplitMix64).
struct Dice {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

    /// 0 up to, not including, a number of sides.
    mutating func roll(_ sides: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(max(1, sides)))
    }
}
