/// An address of the plain form `name@domain`, ASCII, without comments, quotes or routes.
package struct Mailbox: Sendable, Hashable {
    package let address: String
    /// In lower case.
    package let domain: String

    /// - Throws: `illegalMailbox` for anything that is not of this form.
    package init(_ text: String) throws(MailError) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, let name = parts.first, let domain = parts.last,
            (1...64).contains(name.utf8.count), (1...253).contains(domain.utf8.count),
            name.utf8.allSatisfy({ Self.isAtom($0) || $0 == UInt8(ascii: ".") }),
            domain.split(separator: ".", omittingEmptySubsequences: false).allSatisfy(Self.isLabel)
        else { throw .illegalMailbox }
        address = text
        self.domain = domain.lowercased()
    }

    private static func isLabel(_ label: Substring) -> Bool {
        (1...63).contains(label.utf8.count)
            && label.utf8.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
    }

    private static func isAtom(_ byte: UInt8) -> Bool {
        isAlphanumeric(byte) || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}
