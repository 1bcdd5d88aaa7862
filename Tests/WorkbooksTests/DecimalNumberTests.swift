import Testing

@testable import Workbooks

/// Digits to doubles, held against the standard library, which is exact.
struct DecimalNumberTests {
    @Test(arguments: [
        "0", "-0", "1", "-1", "12.5", "0.1", "0.30000000000000004", "4575.8900000000003",
        "9007199254740993", "9007199254740992.5", "18446744073709551615", "18446744073709551616",
        "1e22", "1e23", "8.5e22", "123456789012345678e-20", "1.7976931348623157e308",
        "2.2250738585072014e-308", "5e-324", "4.9406564584124654E-324", "1E-400", "3.", ".5", "+7",
        "00012", "0.000000000000000000000000000001", "1.5E-3", "1e+05", "99999999999999999999",
        "0.5", "0.25", "1152921504606846977e-3", "7.2057594037927933e16", "6929495644600919.5",
        "3.2378839133029012895883524125015321748630094165454", "1e-27", "1e55", "12345678e-27",
    ])
    func `digits are the nearest double`(text: String) {
        #expect(plainNumber(text)?.bitPattern == Double(text)?.bitPattern)
    }

    @Test(arguments: [
        "", "-", "+", ".", "e5", "1e", "1e+", "1e+-5", "--1", "1-", "1.2.3", "0x10", "inf", "nan",
        "1e400", "-1e999999", " 1", "1 ", "1,000", "１", "1e99999999999999999999", "1_000", "½",
    ])
    func `what is no finite number is none`(text: String) {
        #expect(plainNumber(text) == nil)
    }

    /// Every way a spreadsheet writes a double: the shortest digits, 17 of them, 15 of them.
    @Test func `random doubles come back as themselves`() {
        var dice = Dice(seed: 1)
        for _ in 0..<20_000 {
            let pattern = UInt64(dice.roll(1 << 32)) << 32 | UInt64(dice.roll(1 << 32))
            let number = Double(bitPattern: pattern)
            guard number.isFinite else { continue }
            #expect(plainNumber(number.description)?.bitPattern == number.bitPattern)
        }
    }

    /// Decimals with every number of digits and every power that the fast way takes, and a little
    /// beyond; halves between two doubles among them.
    @Test func `random decimals are the nearest double`() {
        var dice = Dice(seed: 2)
        for _ in 0..<40_000 {
            let count = 1 + dice.roll(20)
            var text = dice.roll(2) == 0 ? "-" : ""
            for index in 0..<count { text += String(index == 0 ? 1 + dice.roll(9) : dice.roll(10)) }
            if dice.roll(2) == 0 { text += "." + String(dice.roll(1_000_000)) }
            text += "e\(dice.roll(100) - 40)"
            #expect(plainNumber(text)?.bitPattern == Double(text)?.bitPattern)
        }
    }

    @Test func `numbers halfway between two doubles go to the even one`() {
        var dice = Dice(seed: 3)
        for _ in 0..<5_000 {
            // An odd number of 54 bits lies halfway; so does its product with a power of five
            // that a power of ten takes back.
            let half = 1 << 53 | dice.roll(1 << 53) | 1
            #expect(plainNumber(String(half)) == Double(half))
            let text = "\(half / 1000).\(half % 1000)"
            #expect(plainNumber(text)?.bitPattern == Double(text)?.bitPattern)
        }
    }
}
