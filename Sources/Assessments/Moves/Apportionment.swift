import BigInt

/// Rounds the parts of a whole so that they still add up to it: the largest-remainder method.
package enum Apportionment {
    /// Each part in hundredths, rounded down, and the hundredths that are then missing given one each
    /// to the largest remainders, ties in their order.
    ///
    /// Every part is off by less than a hundredth as long as `total` is the sum of the parts, rounded to
    /// a hundredth either way.
    package static func hundredths(_ parts: [Fraction], total: Int) -> [Int] {
        guard !parts.isEmpty else { return [] }
        let scaled = parts.map { $0 * 100 }
        var hundredths = scaled.map(\.floor)
        let remainders = zip(scaled, hundredths).map { $0 - Fraction($1) }
        let order = parts.indices.sorted {
            remainders[$0] != remainders[$1] ? remainders[$0] > remainders[$1] : $0 < $1
        }
        var missing = total - hundredths.reduce(0, +)
        var next = 0
        while missing != 0 {
            let step = missing.signum()
            let place = next % order.count
            hundredths[step > 0 ? order[place] : order[order.count - 1 - place]] += step
            missing -= step
            next += 1
        }
        return hundredths
    }
}

extension Fraction {
    /// The largest whole number that is not above it.
    fileprivate var floor: Int {
        let (quotient, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
        return Int(rest < 0 ? quotient - 1 : quotient)
    }

    /// A number that was rounded to two places, in hundredths.
    var hundredths: Int { (self * 100).floor }
}
