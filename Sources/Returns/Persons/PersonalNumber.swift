import Campaigns
import Findings
import Workbooks

/// Tells numbers of persons from other long numbers: by length, check digits, and what they begin with.
///
/// Both mistakes cost: a false alarm puts a whole return into quarantine, a miss stores a person.
enum PersonalNumber {
    /// No number of a person has fewer digits.
    static let shortest = 11

    /// What some digits (an `x` at the end perhaps) are; nil for nothing personal that can be told.
    static func kind(of digits: [UInt8]) -> Problem.PersonalData? {
        switch digits.count {
        case 11 where isMobile(digits[...]):
            return .mobileNumber
        case 13 where digits.starts(with: "86".utf8) && isMobile(digits[2...]):
            return .mobileNumber
        case 15 where digits.starts(with: "0086".utf8) && isMobile(digits[4...]):
            return .mobileNumber
        case 18 where isIdentityNumber(digits) && !isCreditCode(digits):
            return .identityNumber
        case 16...19 where isBankCard(digits):
            return .bankCard
        default:
            return nil
        }
    }

    /// How people part such numbers: 138 1234 5678, +86 138…, 610999 19900101 0012, 6222 0200 ….
    static func isUsualGrouping(_ widths: [Int]) -> Bool {
        switch widths {
        case [3, 4, 4], [3, 8], [7, 4], [2, 11], [2, 3, 4, 4], [4, 11], [4, 3, 4, 4]: true
        case [6, 8, 4], [6, 12], [14, 4], [6, 4, 4, 4], [10, 8], [6, 4, 2, 2, 4]: true
        case [4, 4, 4, 4], [4, 4, 4, 4, 3], [4, 4, 4, 4, 2], [4, 4, 4, 4, 1], [6, 13],
            [4, 4, 4, 7]:
            true
        default: false
        }
    }

    /// 1, then 3 to 9.
    private static func isMobile(_ digits: ArraySlice<UInt8>) -> Bool {
        digits.count == 11 && digits.allSatisfy { 48...57 ~= $0 }
            && digits[digits.startIndex] == UInt8(ascii: "1")
            && (51...57).contains(digits[digits.startIndex + 1])
    }

    /// A plausible place and birth date, and the check digit of GB 11643.
    private static func isIdentityNumber(_ digits: [UInt8]) -> Bool {
        guard isBeginningOfIdentity(digits) else { return false }
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(weights, digits).reduce(0) { $0 + $1.0 * (Int($1.1) - 48) }
        return Array("10x98765432".utf8)[sum % 11] == digits[17]
    }

    /// Eighteen digits whose first fourteen are a province, a place in it and a day of birth.
    static func isBeginningOfIdentity(_ digits: [UInt8]) -> Bool {
        func number(_ range: Range<Int>) -> Int {
            digits[range].reduce(0) { $0 * 10 + Int($1) - 48 }
        }
        guard digits.count == 18, digits.prefix(17).allSatisfy({ 48...57 ~= $0 }),
            isProvince(digits[0..<2]), (1900...2100).contains(number(6..<10))
        else { return false }
        return CivilDate(year: number(6..<10), month: number(10..<12), day: number(12..<14)) != nil
    }

    /// The two digits with which the codes of a province begin (GB/T 2260).
    private static func isProvince(_ digits: ArraySlice<UInt8>) -> Bool {
        let code = digits.reduce(0) { $0 * 10 + Int($1) - 48 }
        return switch code {
        case 11...15, 21...23, 31...37, 41...46, 50...54, 61...65, 71, 81...83: true
        default: false
        }
    }

    /// A unified social credit code of digits alone.
    ///
    /// Its check digit fits, and so do the kind of body and the province that its first characters
    /// name; an identity number may have the digit by chance.
    private static func isCreditCode(_ digits: [UInt8]) -> Bool {
        let kinds: Set = ["11", "12", "13", "19", "51", "52", "53", "59", "91", "92", "93"]
        let kind = String(decoding: digits[0..<2], as: UTF8.self)
        guard kinds.contains(kind), digits.allSatisfy({ 48...57 ~= $0 }) else { return false }
        return (isProvince(digits[2..<4]) || digits[2..<4].elementsEqual("10".utf8))
            && CreditCode.isValid(String(decoding: digits, as: UTF8.self))
    }

    /// The beginnings of cards that banks issue here, and the check digit of ISO/IEC 7812.
    private static func isBankCard(_ digits: [UInt8]) -> Bool {
        guard digits.allSatisfy({ 48...57 ~= $0 }), passesLuhn(digits) else { return false }
        func begins(_ words: String...) -> Bool {
            words.contains { digits.starts(with: $0.utf8) }
        }
        return switch digits.count {
        case 16: begins("62", "60", "4", "51", "52", "53", "54", "55", "35", "9")
        case 18: begins("62") && !isCreditCode(digits)
        default: begins("62", "60", "9558", "4")
        }
    }

    private static func passesLuhn(_ digits: [UInt8]) -> Bool {
        var sum = 0
        for (index, digit) in digits.reversed().enumerated() {
            let value = Int(digit) - 48
            sum += index % 2 == 0 ? value : value * 2 > 9 ? value * 2 - 9 : value * 2
        }
        return sum % 10 == 0 && sum > 0
    }
}
