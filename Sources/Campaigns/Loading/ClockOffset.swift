import Foundation

/// The one thing asked of Foundation: how far a time zone's clock is ahead of UTC.
enum ClockOffset {
    /// The standard offset in seconds, summer time left out; nil for a zone that is not known.
    static func seconds(ofZone name: String) -> Int? {
        guard let zone = TimeZone(identifier: name) else { return nil }
        // Any fixed day will do: a campaign's clock has one offset.
        let day = Date(timeIntervalSince1970: 1_577_836_800)
        return zone.secondsFromGMT(for: day) - Int(zone.daylightSavingTimeOffset(for: day))
    }
}
