import Workbooks

/// The county's place among the codes: 610999, which no real county has.
enum DivisionCodes {
    static let county = "610999"

    /// A division's twelve digits: county, division of the second level, division of the third.
    static func division(_ second: Int, _ third: Int = 0) -> String {
        county + padded(second, to: 3) + padded(third, to: 3)
    }
}

/// The unified social credit code (统一社会信用代码) of GB 32100-2015, eighteen characters.
enum CreditCode {
    private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
    private static let weights = [
        1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28,
    ]

    /// The code with its check character, from the seventeen before it; nil for any other text.
    static func complete(_ body: String) -> String? {
        guard let check = checkCharacter(Array(body.utf8)) else { return nil }
        return body + String(decoding: [check], as: UTF8.self)
    }

    /// Whether a code has eighteen characters of the alphabet and the right one at its end.
    static func isValid(_ code: String) -> Bool {
        let bytes = Array(code.utf8)
        guard bytes.count == 18, let check = checkCharacter(Array(bytes.dropLast())) else {
            return false
        }
        return bytes[17] == check
    }

    /// A code of a registry and class (`91`, `51` …) in the county, `serial` of it.
    static func make(_ kind: String, serial: Int, mark: String) -> String {
        let number = padded(serial * 7919 % 100_000, to: 5)
        let organization = organizationCode("MA" + mark + number)
        return complete(kind + DivisionCodes.county + organization) ?? ""
    }

    /// The nine characters of an organization code (GB 11714) from its first eight.
    private static func organizationCode(_ body: String) -> String {
        let digits = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)
        let factors = [3, 7, 9, 10, 5, 8, 4, 2]
        var sum = 0
        for (place, byte) in body.utf8.enumerated() where place < factors.count {
            sum += (digits.firstIndex(of: byte) ?? 0) * factors[place]
        }
        let rest = 11 - sum % 11
        return body + (rest == 10 ? "X" : rest == 11 ? "0" : String(rest))
    }

    private static func checkCharacter(_ body: [UInt8]) -> UInt8? {
        guard body.count == 17 else { return nil }
        var sum = 0
        for (byte, weight) in zip(body, weights) {
            guard let digit = alphabet.firstIndex(of: byte) else { return nil }
            sum += digit * weight
        }
        return alphabet[(31 - sum % 31) % 31]
    }
}
