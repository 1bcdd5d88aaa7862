/// Dates as cells of type `d` write them (ECMA-376 Part 1, 18.17.4.1: ISO 8601).
extension DateValue {
    /// Reads `2020-06-30`, `2020-06-30T09:30:00.5Z`, `09:30`; nil for anything else.
    init?(iso text: String) {
        let parts = text.split(separator: "T", omittingEmptySubsequences: false)
        switch parts.count {
        case 1:
            if let date = CivilDate(parts[0]) {
                self = .date(date)
            } else if let milliseconds = Self.milliseconds(parts[0]) {
                self = .time(milliseconds: milliseconds)
            } else {
                return nil
            }
        case 2:
            guard let milliseconds = Self.milliseconds(parts[1]) else { return nil }
            if parts[0].isEmpty {
                self = .time(milliseconds: milliseconds)
            } else if let date = CivilDate(parts[0]) {
                self = .dateTime(date, milliseconds: milliseconds)
            } else {
                return nil
            }
        default: return nil
        }
    }

    private static func milliseconds(_ text: Substring) -> Int? {
        let clock = text.hasSuffix("Z") ? text.dropLast() : text
        let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), let hours = twoDigits(parts[0]), hours < 24,
            let minutes = twoDigits(parts[1]), minutes < 60
        else { return nil }
        var milliseconds = (hours * 60 + minutes) * 60_000
        guard parts.count == 3 else { return milliseconds }
        let seconds = parts[2].split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = seconds.first.flatMap(twoDigits), whole < 60 else { return nil }
        milliseconds += whole * 1000
        guard seconds.count == 2 else { return milliseconds }
        let fraction = (seconds[1].prefix(3) + "00").prefix(3)
        guard let thousandths = wholeNumber(fraction.utf8), thousandths >= 0 else { return nil }
        return milliseconds + thousandths
    }

    private static func twoDigits(_ text: Substring) -> Int? {
        text.utf8.count == 2 ? wholeNumber(text.utf8).flatMap { $0 >= 0 ? $0 : nil } : nil
    }
}

extension DateSerial {
    /// The number that would show as this in the 1900 system, whatever the file's own.
    func serial(of value: DateValue) -> Double {
        let day = 86_400_000.0
        return switch value {
        case .date(let date): Double(Self.serial(of: date))
        case .dateTime(let date, let milliseconds):
            Double(Self.serial(of: date)) + Double(milliseconds) / day
        case .time(let milliseconds), .elapsed(let milliseconds): Double(milliseconds) / day
        }
    }
}
