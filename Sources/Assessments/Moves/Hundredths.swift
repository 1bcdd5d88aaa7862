/// Hundredths of a point as they are printed, with two decimals; zero never has a sign.
package enum Hundredths {
    /// `+1.20`, `-0.50`, `0.00`.
    package static func signed(_ value: Int) -> String { (value > 0 ? "+" : "") + digits(value) }

    /// `1.20`, `-0.50`, `0.00`.
    package static func digits(_ value: Int) -> String { (value < 0 ? "-" : "") + plain(value) }

    /// The size alone: `1.20`.
    package static func plain(_ value: Int) -> String {
        let digits = String(value.magnitude % 100)
        return "\(value.magnitude / 100)." + (digits.count < 2 ? "0" : "") + digits
    }
}
