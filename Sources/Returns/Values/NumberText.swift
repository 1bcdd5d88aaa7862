import Campaigns
import Synchronization

/// Reads what people write where a number is wanted; whatever is not certain is refused.
enum NumberText {
    enum Reading: Hashable, Sendable {
        case number(ExactDecimal, reason: ValueChange.Reason?)
        /// A percentage: the number before the sign.
        case percent(ExactDecimal)
        /// A number with something behind it that is to be looked at against the column's unit.
        case withUnit(ExactDecimal, unit: String)
        case approximation
        case ditto
        /// 无, 没有.
        case none
        /// —, /, 不适用.
        case notApplicable
        /// What a spreadsheet shows for a formula that failed (#REF!), kept as text by a CSV.
        case formulaError(String)
        case other
    }

    /// What is longer holds no number; nothing longer is looked at.
    private static let longest = 60

    /// What short texts were read as, which hangs on nothing but the text; a hostile file may hold any
    /// number of them.
    private static let known = Mutex(TextTable<Reading>())
    private static let capacity = 5_000
    private static let longestKnown = 40

    /// Reads a text as it stands on the sheet, not blank.
    static func read(_ text: String) -> Reading {
        guard text.utf8.count <= longestKnown else { return worked(out: text) }
        if let reading = known.withLock({ $0[text] }) { return reading }
        let reading = worked(out: text)
        known.withLock { known in
            if known.count < capacity { known.add(text, reading) }
        }
        return reading
    }

    private static func worked(out text: String) -> Reading {
        guard text.utf8.count <= longest * 8 else { return .other }
        let written = WrittenText(text)
        var key = written.text
        guard !key.isEmpty, key.unicodeScalars.count <= longest else { return .other }
        if let number = ExactDecimal(plain: key) {
            return .number(number, reason: Self.reason(key, number, written))
        }
        if let number = printed(key) { return .number(number, reason: .textNumber) }
        if let word = word(key) { return word }
        // An apostrophe in front makes a text of what follows; some programs leave it in the cell.
        if key.hasPrefix("'"), key.count > 1 { key.removeFirst() }
        if let number = ExactDecimal(plain: key) { return .number(number, reason: .textNumber) }
        if let number = grouped(key) { return .number(number, reason: .separators) }
        if let percent = percent(key) { return .percent(percent) }
        if let number = pointed(key) { return .number(number, reason: .fullWidth) }
        if NumberWords.isApproximate(key) { return .approximation }
        if let amount = withCurrency(key) { return amount }
        if let (number, unit) = numberBeforeUnit(key) { return .withUnit(number, unit: unit) }
        return numeral(key) ?? .other
    }

    /// The word for nothing, for the cell above or of a failed formula that a text is; nil for anything else.
    ///
    /// The same as `read` says, for columns where a number is no answer: it is not looked for.
    static func word(in text: String) -> Reading? {
        guard text.utf8.count <= longest * 8 else { return nil }
        let key = WrittenText(text).text
        return key.unicodeScalars.count <= longestWord ? word(key) : nil
    }

    /// No word is longer, with spaces between its characters.
    private static let longestWord = 16

    private static func reason(
        _ key: String, _ number: ExactDecimal, _ written: WrittenText
    ) -> ValueChange.Reason? {
        written.wasChanged ? .fullWidth : key == number.description ? nil : .textNumber
    }

    // MARK: Words

    private static func word(_ key: String) -> Reading? {
        guard let first = key.unicodeScalars.first, beginnings.contains(first) else { return nil }
        let bare = String(key.filter { $0 != " " })
        if NumberWords.ditto.contains(bare) { return .ditto }
        if NumberWords.none.contains(bare) { return Reading.none }
        if NumberWords.notApplicable.contains(bare) || isDashes(bare) { return .notApplicable }
        return isFormulaError(bare) ? .formulaError(bare.uppercased()) : nil
    }

    /// With which the words begin: most texts begin with none of these.
    private static let beginnings: Set<Unicode.Scalar> = {
        let words = NumberWords.ditto.union(NumberWords.none).union(NumberWords.notApplicable)
        return dashes.union(words.compactMap(\.unicodeScalars.first)).union(["#"])
    }()

    private static let dashes: Set<Unicode.Scalar> = [
        "-", "‐", "‑", "‒", "–", "—", "―", "─", "━", "﹣", "ー", "_",
    ]

    /// One to six dashes of whatever length, and nothing else.
    private static func isDashes(_ text: String) -> Bool {
        text.unicodeScalars.count <= 6 && text.unicodeScalars.allSatisfy(dashes.contains)
    }

    private static func isFormulaError(_ text: String) -> Bool {
        switch text {
        case "#ref!", "#div/0!", "#n/a", "#value!", "#name?", "#num!", "#null!", "#spill!": true
        default: false
        }
    }

    // MARK: Digits

    /// 3.1300000000000003: a binary number as programs print it, which is read as the cell that held it.
    private static func printed(_ key: String) -> ExactDecimal? {
        guard key.utf8.count > 16, key.contains("."), !key.contains("e"),
            let number = Double(key), number.description == key
        else { return nil }
        return ExactDecimal(rounding: number)
    }

    /// 1,200 and 1 234 567.5: commas or spaces, of one kind, exactly every three digits.
    private static func grouped(_ key: String) -> ExactDecimal? {
        for separator: Character in [",", " "] {
            let unsigned = key.hasPrefix("-") ? key.dropFirst() : key[...]
            let groups = unsigned.split(separator: separator, omittingEmptySubsequences: false)
            guard groups.count > 1, let first = groups.first, (1...3).contains(first.utf8.count),
                first.utf8.allSatisfy({ 48...57 ~= $0 }), first.first != "0"
            else { continue }
            let areWhole = groups.enumerated().dropFirst().allSatisfy { index, group in
                let isLast = index == groups.count - 1
                let whole = isLast ? group.prefix(while: { $0 != "." }) : group
                return whole.utf8.count == 3 && whole.utf8.allSatisfy { 48...57 ~= $0 }
            }
            guard areWhole, let number = ExactDecimal(plain: groups.joined()) else { return nil }
            return key.hasPrefix("-")
                ? ExactDecimal(unscaled: -number.unscaled, scale: number.scale) : number
        }
        return nil
    }

    /// 3。5: the full stop that a Chinese keyboard puts for the point between two digits.
    private static func pointed(_ key: String) -> ExactDecimal? {
        let parts = key.split(separator: "。", omittingEmptySubsequences: false)
        guard parts.count == 2, !key.contains("."), !parts[0].isEmpty, !parts[1].isEmpty else {
            return nil
        }
        return ExactDecimal(plain: parts.joined(separator: "."))
    }

    /// 85%, 百分之八十五, 百分之85.
    private static func percent(_ key: String) -> ExactDecimal? {
        if key.hasSuffix("%") || key.hasSuffix("﹪") {
            return ExactDecimal(plain: key.dropLast().trimmed)
        }
        let words = "百分之"
        guard key.hasPrefix(words) else { return nil }
        let rest = key.dropFirst(words.count)
        return ExactDecimal(plain: rest)
            ?? ChineseNumeral.value(of: String(rest)).map { ExactDecimal($0) }
            ?? (rest == "百" ? ExactDecimal(100) : nil)
    }

    /// ¥35,000: the sign says that it is yuan.
    private static func withCurrency(_ key: String) -> Reading? {
        guard key.hasPrefix("¥") else { return nil }
        let rest = key.dropFirst().trimmed
        if let number = ExactDecimal(plain: rest) ?? grouped(rest) {
            return .withUnit(number, unit: "元")
        }
        return numberBeforeUnit(rest).map { .withUnit($0, unit: $1) }
    }

    /// `12个` as 12 and 个; `3.5 万元` as 3.5 and 万元; thousands separators are allowed before the unit.
    private static func numberBeforeUnit(_ key: String) -> (ExactDecimal, String)? {
        let digits = key.prefix { $0.isASCIIDigit || ".,-".contains($0) }
        var unit = key[digits.endIndex...].trimmed
        if unit.hasPrefix("("), unit.hasSuffix(")") { unit = String(unit.dropFirst().dropLast()) }
        guard !digits.isEmpty, (1...5).contains(unit.unicodeScalars.count),
            unit.allSatisfy({ $0.isLetter || "㎡²2℃".contains($0) }),
            unit.unicodeScalars.first.map({ $0 != "2" && $0 != "²" }) ?? false,
            let number = ExactDecimal(plain: digits) ?? grouped(String(digits))
        else { return nil }
        return (number, unit)
    }

    // MARK: Numerals and stars

    /// 十二, 三次, ★★★.
    private static func numeral(_ key: String) -> Reading? {
        if let stars = stars(key) { return .withUnit(ExactDecimal(stars), unit: "星") }
        if let value = ChineseNumeral.value(of: key) {
            return .number(ExactDecimal(value), reason: .chineseNumeral)
        }
        // The longest beginning that is a numeral: 三万元 is 3万 of 元, not 3 of 万元.
        var number = key
        while !number.isEmpty {
            number.removeLast()
            guard let value = ChineseNumeral.value(of: number.trimmed) else { continue }
            let unit = key.dropFirst(number.count).trimmed
            let isUnit =
                unit.unicodeScalars.count <= 4
                && !unit.unicodeScalars.contains(where: ChineseNumeral.isNumeral)
                && unit.allSatisfy { $0.isLetter || $0 == "㎡" }
            return isUnit ? .withUnit(ExactDecimal(value), unit: unit) : nil
        }
        return nil
    }

    /// Full stars, then perhaps empty ones, five at most.
    private static func stars(_ key: String) -> Int? {
        let full = key.prefix { $0 == "★" || $0 == "⭐" }
        let empty = key[full.endIndex...]
        guard !full.isEmpty, full.count + empty.count <= 5, empty.allSatisfy({ $0 == "☆" }) else {
            return nil
        }
        return full.count
    }
}

extension ExactDecimal {
    /// Digits, perhaps a point between digits, perhaps a minus before them; nothing else.
    ///
    /// Not `+3`, which tells of a growth, and not `.5`, which may have lost a digit.
    init?(plain text: some StringProtocol) {
        guard !text.hasPrefix("+") else { return nil }
        self.init(text)
    }
}

extension Character {
    /// 0 to 9; `isNumber` also holds for 万 and ③.
    var isASCIIDigit: Bool { utf8.count == 1 && (48...57).contains(utf8.first ?? 0) }
}
