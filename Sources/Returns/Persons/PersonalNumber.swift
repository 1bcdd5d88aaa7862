import Campaigns
import Findings
import Workbooks

/// What numbers of persons look like: identity number, mobile number, bank card.
enum PersonalNumber {
    /// The kind of a number by its digits alone; nil for a unified social credit code, which may look like
    /// an identity number.
    ///
    /// `digits` are ASCII, with an `x` or `X` at the end of some identity numbers.
    static func kind(of digits: [UInt8]) -> Problem.PersonalData? {
        switch digits.count {
        case 11:
            return isMobile(digits[...]) ? .mobileNumber : nil
        case 13 where digits.starts(with: "86".utf8):
            return isMobile(digits[2...]) ? .mobileNumber : nil
        case 18 where CreditCode.isValid(String(decoding: digits, as: UTF8.self).uppercased()):
            return nil
        case 18 where isIdentityNumber(digits):
            return .identityNumber
        case 16...19:
            return isBankCard(digits) ? .bankCard : nil
        default:
            return nil
        }
    }

    private static func isMobile(_ digits: ArraySlice<UInt8>) -> Bool {
        digits.allSatisfy { 48...57 ~= $0 } && digits.first == UInt8(ascii: "1")
            && 51...57 ~= digits[digits.startIndex + 1]
    }

    /// A plausible birth date and the check digit of GB 11643.
    private static func isIdentityNumber(_ digits: [UInt8]) -> Bool {
        func number(_ range: Range<Int>) -> Int {
            digits[range].reduce(0) { $0 * 10 + Int($1) - 48 }
        }
        guard digits.prefix(17).allSatisfy({ 48...57 ~= $0 }),
            (1900...2100).contains(number(6..<10)),
            CivilDate(year: number(6..<10), month: number(10..<12), day: number(12..<14)) != nil
        else { return false }
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(weights, digits).reduce(0) { $0 + $1.0 * (Int($1.1) - 48) }
        return Array("10x98765432".utf8)[sum % 11] == digits[17] | 0x20
            || Array("10x98765432".utf8)[sum % 11] == digits[17]
    }

    /// The check digit (ISO/IEC 7812), and a beginning that cards have: times and serial numbers that
    /// programs write begin with 1 or 2.
    private static func isBankCard(_ digits: [UInt8]) -> Bool {
        guard digits.allSatisfy({ 48...57 ~= $0 }), let first = digits.first,
            "34569".utf8.contains(first)
        else { return false }
        var sum = 0
        for (index, digit) in digits.reversed().enumerated() {
            let value = Int(digit) - 48
            sum += index % 2 == 0 ? value : value * 2 > 9 ? value * 2 - 9 : value * 2
        }
        return sum % 10 == 0
    }
}

/// The numbers in a text as people write them: full-width digits, groups parted by spaces or hyphens.
struct WrittenNumbers {
    struct Number {
        /// ASCII, with a possible `x` behind seventeen.
        var digits: [UInt8]
        /// In the text's scalars.
        var range: Range<Int>
    }

    /// Each number as it stands and, where groups stand side by side, all of them as one, in the order of
    /// the text; only such as are long enough to be a person's.
    private(set) var numbers: [Number] = []

    private static let shortest = 11

    /// Whether a text has digits enough to be worth looking at.
    static func mayHold(_ text: String) -> Bool {
        var digits = 0
        for byte in text.utf8 where byte &- 48 < 10 || byte &- 0x90 < 10 { digits += 1 }
        return digits >= shortest
    }

    init(_ text: String) {
        guard Self.mayHold(text) else { return }
        var groups: [Number] = []
        var group = Number(digits: [], range: 0..<0)
        var isWord = false
        func end() {
            if !group.digits.isEmpty { groups.append(group) }
            group = Number(digits: [], range: 0..<0)
        }
        let scalars = Array(text.unicodeScalars)
        for (position, scalar) in scalars.enumerated() {
            let value = Self.narrow(scalar)
            let next = position + 1 < scalars.count ? Self.narrow(scalars[position + 1]) : 0
            let isCheckX =
                (value | 0x20) == 0x78 && !group.digits.isEmpty
                && groups.reduce(group.digits.count) { $0 + $1.digits.count } == 17
            switch value {
            case 48...57:
                let start = group.digits.isEmpty ? position : group.range.lowerBound
                group.digits.append(UInt8(truncatingIfNeeded: value))
                group.range = start..<position + 1
            case _ where isCheckX:
                group.digits.append(UInt8(ascii: "x"))
                group.range = group.range.lowerBound..<position + 1
            case 65...90, 97...122:
                isWord = true
            case 0...32, 45, 0xA0, 0x2000...0x200F, 0x2010...0x2015, 0x3000, 0xFEFF:
                end()
            default:
                // An amount with its cents.
                if value == 46, 48...57 ~= next, group.digits.count >= Self.shortest {
                    isWord = true
                }
                end()
                close(groups, isWord: isWord)
                groups = []
                isWord = false
            }
        }
        end()
        close(groups, isWord: isWord)
    }

    private mutating func close(_ groups: [Number], isWord: Bool) {
        guard !isWord, let first = groups.first, let last = groups.last else { return }
        let digits = groups.flatMap(\.digits)
        if groups.count > 1, digits.count <= 19 {
            let range = first.range.lowerBound..<last.range.upperBound
            numbers.append(Number(digits: digits, range: range))
        }
        numbers += groups
        numbers.removeAll { $0.digits.count < Self.shortest }
    }

    /// The half-width form of a full-width character.
    private static func narrow(_ scalar: Unicode.Scalar) -> UInt32 {
        0xFF01...0xFF5E ~= scalar.value ? scalar.value - 0xFEE0 : scalar.value
    }
}
