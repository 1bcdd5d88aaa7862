package import BigInt

/// An exact rational number: what every rate, coefficient and score is made of until it is printed.
///
/// Always in lowest terms with a positive denominator, so equal values are equal and hash equally.
package struct Fraction: Hashable, Sendable {
    /// Carries the sign.
    package let numerator: BigInt
    /// Above 0.
    package let denominator: BigInt

    /// 0.
    package static let zero = Fraction(0)
    /// 1.
    package static let one = Fraction(1)

    /// A whole number.
    package init(_ integer: Int) {
        numerator = BigInt(integer)
        denominator = 1
    }

    /// Reduces; a denominator of 0 is the programmer's mistake.
    package init(_ numerator: BigInt, _ denominator: BigInt) {
        precondition(denominator != 0, "a fraction has a denominator")
        let divisor = numerator.magnitude.divisor(with: denominator.magnitude)
        let isNegative = numerator.sign != denominator.sign
        self.numerator = BigInt(
            sign: isNegative ? .minus : .plus, magnitude: numerator.magnitude / divisor)
        self.denominator = BigInt(denominator.magnitude / divisor)
    }

    /// Reduces; a denominator of 0 is the programmer's mistake.
    package init(_ numerator: Int, _ denominator: Int) {
        self.init(BigInt(numerator), BigInt(denominator))
    }

    /// Whether it is 0, and so no denominator.
    package var isZero: Bool { numerator.isZero }
}

extension Fraction {
    /// The exact sum.
    package static func + (left: Self, right: Self) -> Self {
        Fraction(
            left.numerator * right.denominator + right.numerator * left.denominator,
            left.denominator * right.denominator)
    }

    /// The exact difference.
    package static func - (left: Self, right: Self) -> Self { left + -right }

    /// The number with the other sign.
    package static prefix func - (value: Self) -> Self {
        Fraction(-value.numerator, value.denominator)
    }

    /// The exact product.
    package static func * (left: Self, right: Self) -> Self {
        Fraction(left.numerator * right.numerator, left.denominator * right.denominator)
    }

    /// The exact quotient; the divisor is not 0, callers decide first what that means.
    package static func / (left: Self, right: Self) -> Self {
        Fraction(left.numerator * right.denominator, left.denominator * right.numerator)
    }

    /// Adds exactly.
    package static func += (left: inout Self, right: Self) { left = left + right }
}

extension Fraction: Comparable {
    /// Compares exactly, by cross products.
    package static func < (left: Self, right: Self) -> Bool {
        left.numerator * right.denominator < right.numerator * left.denominator
    }
}

extension Fraction: ExpressibleByIntegerLiteral {
    /// So that exact code reads `min(1, rate / target)`.
    package init(integerLiteral value: Int) { self.init(value) }
}

extension BigUInt {
    /// The greatest common divisor with a number above 0, by Euclid: most are soon down to one word.
    fileprivate func divisor(with other: BigUInt) -> BigUInt {
        var (one, other) = (self, other)
        while other.bitWidth > Word.bitWidth { (one, other) = (other, one % other) }
        guard !other.isZero else { return one }
        var (left, right) = (other.words.first ?? 0, (one % other).words.first ?? 0)
        while right != 0 { (left, right) = (right, left % right) }
        return BigUInt(left)
    }
}

extension Sequence where Element == Fraction {
    /// The exact sum; 0 for an empty sequence.
    package var sum: Fraction { reduce(.zero, +) }
}
