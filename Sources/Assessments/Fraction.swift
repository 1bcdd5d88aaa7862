package import BigInt

/// An exact rational number: what every rate, coefficient and score is made of until it is printed.
///
/// Always in lowest terms with a positive denominator, so equal values are equal and hash equally.
package struct Fraction: Hashable, Sendable {
    package let numerator: BigInt
    package let denominator: BigInt

    package static let zero = Fraction(0)
    package static let one = Fraction(1)

    package init(_ integer: Int) {
        numerator = BigInt(integer)
        denominator = 1
    }

    /// Reduces; a denominator of 0 is the programmer's mistake.
    package init(_ numerator: BigInt, _ denominator: BigInt) {
        precondition(denominator != 0, "a fraction has a denominator")
        let divisor = numerator.greatestCommonDivisor(with: denominator)
        let sign: BigInt = denominator.sign == .minus ? -1 : 1
        self.numerator = sign * numerator / divisor
        self.denominator = sign * denominator / divisor
    }

    /// Reduces; a denominator of 0 is the programmer's mistake.
    package init(_ numerator: Int, _ denominator: Int) {
        self.init(BigInt(numerator), BigInt(denominator))
    }

    package var isZero: Bool { numerator.isZero }
}

extension Fraction {
    package static func + (left: Self, right: Self) -> Self {
        Fraction(
            left.numerator * right.denominator + right.numerator * left.denominator,
            left.denominator * right.denominator)
    }

    package static func - (left: Self, right: Self) -> Self { left + -right }

    package static prefix func - (value: Self) -> Self {
        Fraction(-value.numerator, value.denominator)
    }

    package static func * (left: Self, right: Self) -> Self {
        Fraction(left.numerator * right.numerator, left.denominator * right.denominator)
    }

    /// The divisor is not 0: callers decide first what a missing denominator means.
    package static func / (left: Self, right: Self) -> Self {
        Fraction(left.numerator * right.denominator, left.denominator * right.numerator)
    }

    package static func += (left: inout Self, right: Self) { left = left + right }
}

extension Fraction: Comparable {
    package static func < (left: Self, right: Self) -> Bool {
        left.numerator * right.denominator < right.numerator * left.denominator
    }
}

extension Fraction: ExpressibleByIntegerLiteral {
    package init(integerLiteral value: Int) { self.init(value) }
}

extension Sequence where Element == Fraction {
    /// 0 for an empty sequence.
    package var sum: Fraction { reduce(.zero, +) }
}
