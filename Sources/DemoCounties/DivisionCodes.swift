import Campaigns
import Workbooks

/// The county's place among the codes: 610999, which no real county has.
enum DivisionCodes {
    static let county = "610999"

    /// A division's twelve digits: county, division of the second level, division of the third.
    static func division(_ second: Int, _ third: Int = 0) -> String {
        county + padded(second, to: 3) + padded(third, to: 3)
    }
}

/// Credit codes of an area that no real one has.
extension CreditCode {
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
}
