import Campaigns
import Workbooks

/// When files come in (收件): on the first workdays of the month after, unless something is planned.
struct FrontDesk: Sendable {
    let seed: UInt64
    let campaign: Campaign

    /// What the register says of one file.
    struct Receipt: Sendable {
        var name: String
        var moment: Moment
        var note: String
    }

    enum Turn: Hashable, Sendable {
        /// On one of the days up to the due day.
        case usual
        /// On the first day, so that there is time to mend it.
        case early
        /// On the last day in time.
        case lastDay
        /// So many workdays after the due day.
        case late(Int)
    }

    func receipt(of name: String, in period: Period, _ turn: Turn) -> Receipt {
        var random = SplitMix64(seed, "receipt", name)
        let days = days(after: period)
        let (day, hour): (CivilDate, ClosedRange<Int>) =
            switch turn {
            case .usual: (random.pick(days), 9...15)
            case .early: (days[0], 8...9)
            case .lastDay: (days[days.count - 1], 15...15)
            // A day late comes first thing in the morning, before the bulletin is made at nine.
            case .late(let count): (lateDay(count, after: period), count == 1 ? 8...8 : 9...15)
            }
        let second = random.integer(hour) * 3600 + random.integer(1...58) * 60
        let channel = random.pick(["共享文件夹", "共享文件夹", "公务邮箱", "U盘"])
        return Receipt(name: name, moment: Moment(day, secondOfDay: second), note: channel)
    }

    /// The workdays of the next month up to the due day; all days where none of them is worked.
    private func days(after period: Period) -> [CivilDate] {
        let due = campaign.due(period).date
        let all = (0..<due.day).map { due.adding(days: 1 - due.day + $0) }
        let worked = all.filter(campaign.calendar.isWorkday)
        return worked.isEmpty ? all : worked
    }

    private func lateDay(_ count: Int, after period: Period) -> CivilDate {
        let due = campaign.due(period).date
        var day = due
        while campaign.calendar.workdays(after: due, through: day) < count {
            day = day.adding(days: 1)
        }
        return day
    }

    /// The register: a line a file, in the order of receipt.
    static func register(_ receipts: [Receipt]) -> CSVText {
        var table = CSVText()
        table.append(["文件名", "收件时间", "备注"])
        let sorted = receipts.sorted {
            ($0.moment, Array($0.name.utf8).map(Int.init).description)
                < ($1.moment, Array($1.name.utf8).map(Int.init).description)
        }
        for receipt in sorted {
            table.append([receipt.name, receipt.moment.short, receipt.note])
        }
        return table
    }
}
