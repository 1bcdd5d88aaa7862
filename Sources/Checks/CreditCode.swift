/// The unified social credit code (统一社会信用代码) of GB 32100: 18 characters, the last one a check.
enum CreditCode {
    static let length = 18

    /// Digits and letters without I, O, S, V and Z, in the order of their values.
    private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)

    /// Whether the check character fits the seventeen before it.
    static func isValid(_ code: String) -> Bool {
        let values = code.utf8.map { alphabet.firstIndex(of: $0) }
        guard values.count == length else { return false }
        var sum = 0
        var weight = 1
        for value in values.dropLast() {
            guard let value else { return false }
            sum += value * weight
            weight = weight * 3 % 31
        }
        return values.last == (31 - sum % 31) % 31
    }
}
