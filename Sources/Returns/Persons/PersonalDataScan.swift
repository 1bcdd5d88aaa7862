import Campaigns
import Findings
import Workbooks

/// Looks for personal data.
///
/// What is found is named by kind and place; the datum itself leaves this type in no form. What is
/// taken for one is in `PersonalNumber`; codes of the roster never are, whatever they look like.
struct PersonalDataScan: Sendable {
    /// Codes of the roster and of the units.
    private let knownCodes: Set<String>
    /// The first fifteen digits of those of eighteen, which is what a spreadsheet keeps of them.
    private let knownBeginnings: Set<String>
    /// The nine digits of a township with which codes of units and roster begin (区划代码).
    private let knownTownships: Set<[UInt8]>

    init(_ campaign: Campaign) {
        knownCodes = Set(campaign.roster.map(\.code) + campaign.units.map(\.code))
        knownBeginnings = Set(
            knownCodes.filter { $0.utf8.count == CreditCode.length }.map { String($0.prefix(15)) })
        knownTownships = Set(
            knownCodes.filter { $0.utf8.count == 12 && $0.utf8.allSatisfy { 48...57 ~= $0 } }
                .map { Array($0.utf8.prefix(9)) })
    }

    /// The first datum of each kind in some rows, by kind and cell.
    ///
    /// Nothing is said of a kind that `isExempt` at a cell.
    func findings(
        in rows: [Grid.Row],
        isExempt: (Problem.PersonalData, Grid.Row, Cell) -> Bool = { _, _, _ in false }
    ) -> [(kind: Problem.PersonalData, cell: CellReference)] {
        var found: [Problem.PersonalData: CellReference] = [:]
        for row in rows {
            for cell in row.cells {
                for kind in kinds(in: cell)
                where found[kind] == nil && !isExempt(kind, row, cell) {
                    found[kind] = CellReference(row: row.number, column: cell.column)
                }
            }
        }
        return found.sorted { $0.value < $1.value }.map { ($0.key, $0.value) }
    }

    /// What a text holds, whatever stands around it; nil for none.
    func kind(in text: String) -> Problem.PersonalData? { persons(in: text).first?.kind }

    /// A text with `[身份证号]` and the like in the place of what it holds.
    func masked(_ text: String) -> String {
        let persons = persons(in: text)
        guard !persons.isEmpty else { return text }
        var scalars = Array(text.unicodeScalars)
        for (kind, number) in persons.reversed() {
            scalars.replaceSubrange(number.range, with: Array("[\(kind.word)]".unicodeScalars))
        }
        var masked = String.UnicodeScalarView()
        masked.append(contentsOf: scalars)
        return String(masked)
    }

    /// Persons' numbers in a text from left to right, none inside another.
    func persons(
        in text: String
    ) -> [(kind: Problem.PersonalData, number: DigitGroups.Group)] {
        // Most texts hold too few digits to look at them closely.
        guard DigitGroups.mayHoldNumber(text) else { return [] }
        var persons: [(kind: Problem.PersonalData, number: DigitGroups.Group)] = []
        for run in DigitGroups.runs(in: text) {
            var first = 0
            while first < run.count {
                if let (kind, number, next) = person(in: run, from: first) {
                    persons.append((kind, number))
                    first = next
                } else {
                    first += 1
                }
            }
        }
        // What a program prints of 0.9 or 3/19 has the digits of a card or a telephone by chance.
        return persons.filter { $0.kind == .identityNumber || !DigitGroups.isDecimal(text) }
    }

    /// A number that begins with a group, alone or with those behind it.
    private func person(
        in run: [DigitGroups.Group], from first: Int
    ) -> (kind: Problem.PersonalData, number: DigitGroups.Group, next: Int)? {
        var number = DigitGroups.Group(
            digits: [], range: run[first].range.lowerBound..<run[first].range.lowerBound)
        for last in first..<min(run.count, first + 6) {
            number.digits += run[last].digits
            number.range = number.range.lowerBound..<run[last].range.upperBound
            guard number.digits.count <= 19 else { return nil }
            guard number.digits.count >= PersonalNumber.shortest else { continue }
            let code = String(decoding: number.digits, as: UTF8.self).uppercased()
            if knownCodes.contains(code) { continue }
            let widths = run[first...last].map { $0.digits.count }
            guard last == first || PersonalNumber.isUsualGrouping(widths) else { continue }
            if let kind = kind(ofDigits: number.digits) {
                return (kind, number, last + 1)
            }
        }
        return nil
    }

    /// Heads of columns that may not be there.
    static func isPersonal(_ header: HeaderText) -> Bool {
        isPersonal(key: header.wholeKey) || personalHeads.contains(header.key)
    }

    /// The same of a head's folded text.
    static func isPersonal(key: String) -> Bool {
        personalHeads.contains(key) || personalWords.contains { key.holds($0) }
    }

    private static let personalWords = [
        "姓名", "身份证", "身份号", "证件号", "手机", "联系电话", "电话号码", "联系方式", "银行卡", "银行账号", "银行帐号",
    ]
    private static let personalHeads: Set = ["电话", "联系人", "住址", "家庭住址", "出生年月", "出生日期"]

    /// A bracket behind a head that says whom the column is about: 备注（联系电话）.
    static func isPersonal(bracket: String) -> Bool {
        ["姓名", "电话", "联系电话", "手机", "手机号", "手机号码", "电话号码", "身份证", "身份证号", "身份证号码"].contains(bracket)
    }

    /// Of every number in a cell, for where one of them may stand another may not.
    private func kinds(in cell: Cell) -> [Problem.PersonalData] {
        switch cell.value {
        case .string(let text): persons(in: text).map(\.kind)
        case .number(let number, _): kind(of: number).map { [$0] } ?? []
        default: []
        }
    }

    private func kind(of number: Double) -> Problem.PersonalData? {
        guard number == number.rounded(), number > 1e10, number < 1e18 else { return nil }
        if number < 1e12 { return kind(ofDigits: Array(String(Int(number)).utf8)) }
        // An identity number typed as a number has lost its end and is one all the same.
        let digits = Self.shortestDigits(number)
        guard digits.count == CreditCode.length,
            !knownBeginnings.contains(String(decoding: digits.prefix(15), as: UTF8.self))
        else { return nil }
        return PersonalNumber.isBeginningOfIdentity(digits) ? .identityNumber : nil
    }

    /// The kind of a number; nil for one that goes on from a code of the campaign, as the items of a
    /// list are numbered.
    ///
    /// By chance one in ten that goes on from a village's twelve digits is a bank card's, and in provinces
    /// whose codes begin with 13, 14 or 15 those that go on from a township's nine are telephones'.
    private func kind(ofDigits digits: [UInt8]) -> Problem.PersonalData? {
        let kind = PersonalNumber.kind(of: digits)
        let isOurs =
            switch kind {
            case .bankCard: knownCodes.contains(String(decoding: digits.prefix(12), as: UTF8.self))
            case .mobileNumber: knownTownships.contains(Array(digits.prefix(9)))
            case .identityNumber, .header, nil: false
            }
        return isOurs ? nil : kind
    }

    /// 6.1099919900101e+17 as 610999199001010000: what was kept of it, then zeros.
    private static func shortestDigits(_ number: Double) -> [UInt8] {
        let parts = "\(number)".split(separator: "e")
        guard parts.count == 2, let exponent = Int(parts[1]), (0..<30).contains(exponent) else {
            return Array(String(Int(number)).utf8)
        }
        let digits = parts[0].utf8.filter { 48...57 ~= $0 }
        return digits + Array(repeating: 48, count: max(0, exponent + 1 - digits.count))
    }
}

extension Problem.PersonalData {
    fileprivate var word: String {
        switch self {
        case .identityNumber: "身份证号"
        case .mobileNumber: "手机号"
        case .bankCard: "银行卡号"
        case .header: "个人信息"
        }
    }
}
