import Campaigns
import Findings
import Workbooks

/// Looks for personal data in heads and data rows, hidden ones included; the foot is not looked at.
///
/// What is found is named by kind and place; the datum itself leaves this type in no form.
struct PersonalDataScan {
    /// Codes of the roster: they are exempt whatever they look like.
    private let rosterCodes: Set<String>

    init(_ campaign: Campaign) {
        rosterCodes = Set(campaign.roster.map(\.code))
    }

    /// The first datum of each kind in some rows, by kind and cell.
    func findings(in rows: [Grid.Row]) -> [(kind: Problem.PersonalData, cell: CellReference)] {
        var found: [Problem.PersonalData: CellReference] = [:]
        for row in rows {
            for cell in row.cells {
                guard let kind = kind(of: cell), found[kind] == nil else { continue }
                found[kind] = CellReference(row: row.number, column: cell.column)
            }
        }
        return found.sorted { $0.value < $1.value }.map { ($0.key, $0.value) }
    }

    /// Heads of columns that may not be there.
    static func isPersonal(_ header: HeaderText) -> Bool {
        ["姓名", "身份证", "手机", "联系电话", "电话号码", "银行卡"].contains { header.wholeKey.contains($0) }
            || header.key == "电话"
    }

    /// A bracket behind a head that says whom the column is about: 备注（联系电话）.
    static func isPersonal(bracket: String) -> Bool {
        ["姓名", "电话", "联系电话", "手机", "手机号", "手机号码", "电话号码", "身份证", "身份证号", "身份证号码"].contains(bracket)
    }

    private func kind(of cell: Cell) -> Problem.PersonalData? {
        switch cell.value {
        case .string(let text):
            for run in digitRuns(Folding.key(text)) {
                if let kind = kind(ofDigits: run) { return kind }
            }
            return nil
        case .number(let number, _):
            guard number == number.rounded(), number > 1e10, number < 1e12,
                let whole = Int(exactly: number)
            else { return nil }
            return kind(ofDigits: Array(String(whole).utf8))
        default:
            return nil
        }
    }

    /// Runs of digits with a possible X at the end, not part of a longer word.
    private func digitRuns(_ key: String) -> [[UInt8]] {
        var runs: [[UInt8]] = []
        var run: [UInt8] = []
        var isWord = false
        for byte in Array(key.utf8) + [0] {
            switch byte {
            case 48...57:
                run.append(byte)
            case UInt8(ascii: "x") where run.count == 17:
                run.append(byte)
            case 97...122:
                isWord = true
            case 32, 45:
                // Spaces are folded away already; a hyphen may part the groups of a card's number.
                continue
            default:
                if run.count >= 11 && !isWord { runs.append(run) }
                run = []
                isWord = false
            }
        }
        return runs
    }

    private func kind(ofDigits digits: [UInt8]) -> Problem.PersonalData? {
        let text = String(decoding: digits, as: UTF8.self).uppercased()
        if rosterCodes.contains(text) { return nil }
        switch digits.count {
        case 11:
            let isMobile = digits[0] == 49 && (51...57).contains(digits[1])
            return isMobile ? .mobileNumber : nil
        case 18 where CreditCode.isValid(text):
            return nil
        case 18 where Self.isIdentityNumber(digits):
            return .identityNumber
        case 16...19:
            return Self.passesLuhn(digits) ? .bankCard : nil
        default:
            return nil
        }
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
        return Array("10x98765432".utf8)[sum % 11] == digits[17]
    }

    private static func passesLuhn(_ digits: [UInt8]) -> Bool {
        guard digits.allSatisfy({ 48...57 ~= $0 }) else { return false }
        var sum = 0
        for (index, digit) in digits.reversed().enumerated() {
            let value = Int(digit) - 48
            sum += index % 2 == 0 ? value : value * 2 > 9 ? value * 2 - 9 : value * 2
        }
        return sum % 10 == 0 && sum > 0
    }
}
