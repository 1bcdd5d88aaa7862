import Campaigns
import Findings
import Workbooks

/// Looks for personal data.
///
/// What is found is named by kind and place; the datum itself leaves this type in no form.
struct PersonalDataScan: Sendable {
    /// Codes of the roster: they are exempt whatever they look like.
    private let rosterCodes: Set<String>

    init(_ campaign: Campaign) {
        rosterCodes = Set(campaign.roster.map(\.code))
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
                guard let kind = kind(of: cell), found[kind] == nil, !isExempt(kind, row, cell)
                else { continue }
                found[kind] = CellReference(row: row.number, column: cell.column)
            }
        }
        return found.sorted { $0.value < $1.value }.map { ($0.key, $0.value) }
    }

    /// What a text holds; nil for none.
    func kind(in text: String) -> Problem.PersonalData? { persons(in: text).first?.kind }

    /// A text with `[身份证号]` and the like in the place of what it holds.
    func masked(_ text: String) -> String {
        let persons = persons(in: text)
        guard !persons.isEmpty else { return text }
        var scalars = Array(text.unicodeScalars)
        for (kind, number) in persons.reversed() where number.range.upperBound <= scalars.count {
            scalars.replaceSubrange(number.range, with: Array("[\(kind.word)]".unicodeScalars))
        }
        var masked = String.UnicodeScalarView()
        masked.append(contentsOf: scalars)
        return String(masked)
    }

    /// Persons' numbers in a text from left to right, none inside another.
    func persons(
        in text: String
    ) -> [(kind: Problem.PersonalData, number: WrittenNumbers.Number)] {
        var end = 0
        return WrittenNumbers(text).numbers.compactMap { number in
            guard number.range.lowerBound >= end,
                let kind = kind(ofDigits: number.digits)
            else { return nil }
            end = number.range.upperBound
            return (kind, number)
        }
    }

    /// Heads of columns that may not be there.
    static func isPersonal(_ header: HeaderText) -> Bool {
        isPersonal(key: header.wholeKey) || header.key == "电话"
    }

    static func isPersonal(key: String) -> Bool {
        ["姓名", "身份证", "手机", "联系电话", "电话号码", "银行卡"].contains { key.contains($0) }
    }

    private func kind(of cell: Cell) -> Problem.PersonalData? {
        switch cell.value {
        case .string(let text):
            return kind(in: text)
        case .number(let number, _):
            guard number == number.rounded(), number > 1e10, number < 1e12,
                let whole = Int(exactly: number)
            else { return nil }
            return kind(ofDigits: Array(String(whole).utf8))
        default:
            return nil
        }
    }

    private func kind(ofDigits digits: [UInt8]) -> Problem.PersonalData? {
        guard let kind = PersonalNumber.kind(of: digits) else { return nil }
        let code = String(decoding: digits, as: UTF8.self).uppercased()
        return rosterCodes.contains(code) ? nil : kind
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
