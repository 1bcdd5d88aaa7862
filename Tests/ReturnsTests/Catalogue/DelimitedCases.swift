import Findings
import Glibc
import Testing
import Workbooks

@testable import Returns

/// The same return as text, in every encoding and with every separator that programs write.
struct DelimitedCases {
    private static let lines = """
        青石县农村月报表（2020年6月）,,,,,
        填报单位（盖章）：城关镇,,,填报日期：2020年7月2日,,
        村名称,村干部人数,"本月集中
        学习次数",累计应发报酬（万元）,累计实发报酬,活动场所状态
        东关村,7,2,8.4,8.4,达标
        西关村,5,1,6,5.5,新建中
        南关村,6,3,7.2,7.2,达标
        合计,18,6,21.6,21.1,
        填表人：（略）,,审核人：（略）,,,
        """

    @Test(arguments: ["UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"], [",", ";", "\t"])
    func `is the same return`(encoding: String, separator: String) throws {
        let text = Self.lines.replacing(",", with: separator)
        for isMarked in encoding == "UTF-8" ? [false, true] : [encoding != "GB18030"] {
            let bytes = try #require(Self.encode((isMarked ? "\u{FEFF}" : "") + text, encoding))
            let workbook = try WorkbookReader.read(bytes, fileName: "城关镇农村月报.csv")
            let county = CatalogueCounty()
            let reading = county.read(workbook, path: "2020-06/农村/城关镇农村月报.csv")
            #expect(reading.shown(in: county) == SheetCase.plain)
            #expect(reading.allFindings == [])
        }
    }

    @Test func `a finding in text stands at its line`() throws {
        let text = Self.lines.replacing("西关村,5,", with: "西关村,约5,")
        let workbook = try WorkbookReader.read(Array(text.utf8), fileName: "城关镇.csv")
        let reading = CatalogueCounty().read(workbook, path: "2020-06/农村/城关镇.csv")
        #expect(reading.allFindings.map(\.code) == ["F203"])
        #expect(reading.allFindings.first?.place.line == 6)
        #expect(reading.allFindings.first?.place.sheet == nil)
    }

    /// By the system's converter; nil where it has no such encoding.
    private static func encode(_ text: String, _ encoding: String) -> [UInt8]? {
        let converter = iconv_open(encoding, "UTF-8")
        guard let converter, Int(bitPattern: converter) != -1 else { return nil }
        defer { iconv_close(converter) }
        var source = text.utf8.map { CChar(bitPattern: $0) }
        var target = [CChar](repeating: 0, count: source.count * 2 + 4)
        let capacity = target.count
        return source.withUnsafeMutableBufferPointer { source in
            target.withUnsafeMutableBufferPointer { target in
                var (from, fromLeft) = (source.baseAddress, source.count)
                var (to, toLeft) = (target.baseAddress, capacity)
                guard iconv(converter, &from, &fromLeft, &to, &toLeft) != -1 else { return nil }
                return target.prefix(capacity - toLeft).map { UInt8(bitPattern: $0) }
            }
        }
    }
}
