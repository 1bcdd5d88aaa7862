import Campaigns
import Findings
import Testing
import Workbooks

@testable import Returns

/// What the scan takes for a person's number and what it leaves alone.
///
/// All numbers are made up; the area 610999 is not in use.
struct PersonalCatalogueTests {
    /// `cell | what it is taken for`; [数] a number.
    private static let cells = """
        13812345678 | mobileNumber
        电话13812345678 | mobileNumber
        联系：13812345678。 | mobileNumber
        １３８１２３４５６７８ | mobileNumber
        138 1234 5678 | mobileNumber
        138-1234-5678 | mobileNumber
        138　1234　5678 | mobileNumber
        138.1234.5678 | mobileNumber
        1381234 5678 | mobileNumber
        +8613812345678 | mobileNumber
        +86 13812345678 | mobileNumber
        +86-138-1234-5678 | mobileNumber
        8613812345678 | mobileNumber
        008613812345678 | mobileNumber
        0086 13812345678 | mobileNumber
        13812345678 13912345678 | mobileNumber
        13812345678/13912345678 | mobileNumber
        13812345678、13912345678 | mobileNumber
        tel13812345678 | mobileNumber
        TEL:13812345678 | mobileNumber
        微信wx13812345678 | mobileNumber
        1{200B}3812345678 | mobileNumber
        [数]13812345678 | mobileNumber
        （13812345678） | mobileNumber
        19912345678 | mobileNumber
        610999199001010012 | identityNumber
        身份证610999199001010012 | identityNumber
        ６１０９９９１９９００１０１００１２ | identityNumber
        610999 19900101 0012 | identityNumber
        610999-19900101-0012 | identityNumber
        610999 1990 0101 0012 | identityNumber
        610999198506071239 | -
        610999198506071238 | identityNumber
        61099919900101008X | identityNumber
        61099919900101008x | identityNumber
        61099919900101008Ｘ | identityNumber
        sfz610999199001010012 | identityNumber
        [数]610999199001010000 | identityNumber
        6222021234567890128 | bankCard
        6222 0212 3456 7890 128 | bankCard
        6222-0212-3456-7890-128 | bankCard
        4111111111111111 | bankCard
        12 | -
        610999100201 | -
        [数]610999100201 | -
        610999199001010013 | -
        61099919901301001X | -
        990999199001010018 | -
        610999100201610999100202 | -
        12812345678 | -
        1381234567 | -
        138123456789 | -
        13812345678.5 | -
        13812345678.50 | -
        1,381,234,567.8 | -
        [数]1381234567.5 | -
        [数]12345678901 | -
        WeChat13812345678 | mobileNumber
        微信weixin13812345678 | mobileNumber
        电话13812345678wx | mobileNumber
        13812345678x | mobileNumber
        (138)12345678 | mobileNumber
        （138）12345678 | mobileNumber
        610999 19900101 008X | identityNumber
        a13812345678f9 | -
        0.9000000000000001 | -
        0.15789473684 | -
        3.13812345678 | -
        -0.15789473684 | -
        占3.13812345678 | mobileNumber
        AF202006-002 | -
        91610999MA6X00008P | -
        52610999MJU0000044 | -
        516109991234567887 | -
        516109991234567000 | -
        [数]516109991234567000 | -
        6222021234567890129 | -
        1234567812345670 | -
        2020-06-30 | -
        2020063020200701 | -
        岚组发〔2020〕13812号 | -
        0915-3212345 | -
        1 3 8 1 2 3 4 5 6 7 8 | -
        约30人 | -
        """

    private let scan: PersonalDataScan

    init() throws {
        scan = PersonalDataScan(try CellCounty.shared.get().campaign)
    }

    @Test(arguments: cells.split(separator: "\n").map { CellCase(line: "|\($0)|", group: "") })
    func `a number of a person is found, and no other number is`(line: CellCase) throws {
        let cell = try #require(line.cell)
        let found = scan.findings(in: [Grid.Row(number: 1, cells: [cell])]).map(\.kind.rawValue)
        #expect(found == (line.expected == "-" ? [] : [line.expected]), "\(line.typed)")
    }

    @Test(arguments: [
        ("姓名", true), ("书记姓名", true), ("身份证号码", true), ("手机号", true), ("联系电话", true), ("电话", true),
        ("联系方式", true), ("联系人", true), ("银行卡号", true), ("证件号码", true), ("家庭住址", true),
        ("联系人数", false), ("企业名称", false), ("党员领导干部联系", false), ("名称", false), ("编号", false),
        ("电话会议次数", false), ("住址变更户数", false),
    ])
    func `a column of persons is known by its head`(head: String, isPersonal: Bool) {
        #expect(PersonalDataScan.isPersonal(HeaderText(head)) == isPersonal)
    }
}
