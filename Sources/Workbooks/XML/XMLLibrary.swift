import CLibXML2

/// libxml2 as it is installed on this machine.
package enum XMLLibrary {
    /// `2.9.14`: the library itself says 20914.
    package static var version: String {
        let digits = String(cString: clibxml2_version()).prefix { $0.isNumber }
        guard let number = Int(digits) else { return String(digits) }
        return "\(number / 10_000).\(number / 100 % 100).\(number % 100)"
    }

    /// What Tongbao needs of it and this build has not.
    package static var lacks: [String] {
        [("push parser", XML_WITH_PUSH), ("SAX", XML_WITH_SAX1)].compactMap { name, feature in
            xmlHasFeature(feature) == 1 ? nil : name
        }
    }
}
