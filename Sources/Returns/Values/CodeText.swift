import Campaigns

/// Reads a code that stands as text: letters of one case and one width, without spaces.
enum CodeText {
    /// Nil where a spreadsheet has plainly damaged it; O for 0 and a lost zero are not mended, for that
    /// would be a guess.
    static func code(_ raw: String, isSubject: Bool, in campaign: Campaign) -> String? {
        let code = Folding.key(raw).uppercased()
        if isSubject, campaign.entry(code) == nil {
            // 91610999-MA6X00008-P: hyphens and dots are there for the eye.
            let bare = code.filter { $0 != "-" && $0 != "." && $0 != "'" }
            if bare != code, campaign.entry(bare) != nil { return bare }
            if isRounded(code) { return nil }
        }
        // 1.23457E+11: what is left of a code that was stored as a number.
        return code.holds("E+") && Double(code) != nil ? nil : code
    }

    /// Eighteen digits of which a spreadsheet kept fifteen: 610999200012345000.
    private static func isRounded(_ code: String) -> Bool {
        code.utf8.count == CreditCode.length && code.hasSuffix("000")
            && code.utf8.allSatisfy { 48...57 ~= $0 } && !CreditCode.isValid(code)
    }
}
