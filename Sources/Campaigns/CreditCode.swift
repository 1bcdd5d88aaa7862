/// The unified social credit code (统一社会信用代码) of GB 32100-2015: 18 characters, the last one a check.
package enum CreditCode {
    /// How many characters a code has.
    package static let length = 18

    /// Digits and letters without I, O, S, V and Z, in the order of their values.
    private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)

    /// Whether the check character fits the seventeen before it; real codes exist that do not.
    package static func isValid(_ code: String) -> Bool {
        code.utf8.count == length && complete(String(code.dropLast())) == code
    }

    /// The code with its check character, from the seventeen before it; nil for any other text.
    package static func complete(_ body: String) -> String? {
        guard body.utf8.count == length - 1 else { return nil }
        var sum = 0
        var weight = 1
        for byte in body.utf8 {
            guard let value = alphabet.firstIndex(of: byte) else { return nil }
            sum += value * weight
            weight = weight * 3 % 31
        }
        return body + String(decoding: [alphabet[(31 - sum % 31) % 31]], as: UTF8.self)
    }
}
