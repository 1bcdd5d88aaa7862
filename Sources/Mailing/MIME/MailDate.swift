import Campaigns
import Workbooks

/// A moment as mail headers write it.
enum MailDate {
    private static let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// `Wed, 08 Jul 2020 09:00:00 +0800`.
    ///
    /// - Parameters:
    ///   - moment: On the campaign's clock.
    ///   - offset: How far that clock is ahead of UTC, in seconds.
    /// - Returns: The date of RFC 5322.
    static func text(of moment: Moment, offset: Int) -> String {
        let date = moment.date
        let second = moment.secondOfDay
        let time = [second / 3600, second / 60 % 60, second % 60].map { padded($0, to: 2) }
        let zone = (abs(offset) / 3600, abs(offset) / 60 % 60)
        return "\(days[date.weekday - 1]), \(padded(date.day, to: 2)) \(months[date.month - 1]) "
            + "\(padded(date.year, to: 4)) \(time.joined(separator: ":")) "
            + (offset < 0 ? "-" : "+") + padded(zone.0, to: 2) + padded(zone.1, to: 2)
    }
}
