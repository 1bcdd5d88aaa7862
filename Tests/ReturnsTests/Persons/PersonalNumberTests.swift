import Campaigns
import Findings
import Testing
@testable import Returns

/// What is taken for a number of a person, and what only looks like one.
struct PersonalNumberTests {
    private let mask: PersonalMask

    init() throws {
        mask = PersonalMask(SmallCounty().campaign)
    }

    @Test(arguments: [
        ("610999199001010012", "[身份证号]"),
        ("身份证：610999199001010012。", "身份证：[身份证号]。"),
        ("６１０９９９１９９００１０１００１２", "[身份证号]"),
        ("610999 19900101 0012", "[身份证号]"),
        ("13912345678", "[手机号]"),
        ("联系电话13912345678（微信同号）", "联系电话[手机号]（微信同号）"),
        ("139-1234-5678", "[手机号]"),
        ("+8613912345678", "+[手机号]"),
        ("12 13912345678", "12 [手机号]"),
        ("6222 0212 3456 7890 128", "[银行卡号]"),
        ("甲13912345678乙610999199001010012", "甲[手机号]乙[身份证号]"),
    ])
    func `it is told and masked however it is written`(text: String, masked: String) {
        #expect(mask.kind(in: text) != nil)
        #expect(mask.masked(text) == masked)
    }

    @Test(arguments: [
        ("430999101201", "4309991012010005"), ("130999101000", "13099910102"),
    ])
    func `a number that goes on from a code of the campaign is an item's`(
        code: String, number: String
    ) {
        let campaign = Campaign(
            settings: Settings(texts: [:]),
            units: [
                Unit(code: code, name: "城关镇人民政府", shortName: "城关镇", kind: "township", ordinal: 0)
            ], roster: [], forms: [])
        #expect(mask.kind(in: number) != nil)
        #expect(PersonalMask(campaign).kind(in: number) == nil)
        #expect(PersonalMask(campaign).kind(in: "13912345678") == .mobileNumber)
    }

    @Test(arguments: [
        // A check digit that does not fit, a day that there is not, no mobile, a landline.
        "610999199001010013", "610999199002300013", "12912345678", "029-87654321",
        // Times as programs write them into names, a code of twelve digits, an amount.
        "20200630112233123", "1593567890123", "610999100001", "13912345678.50元整",
        // A unified social credit code of digits alone, a picture's name.
        "516109991234567887", "mmexport1593567890123", "",
        "2020年6月30日收到第13号文件共22页",
    ])
    func `what only looks like one is left`(text: String) {
        #expect(mask.kind(in: text) == nil)
        #expect(mask.masked(text) == text)
    }
}
