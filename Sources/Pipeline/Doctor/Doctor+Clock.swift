import Campaigns
import Findings
import Glibc
import Workbooks

extension Doctor {
    /// The clock against reason and the ledger; the machine's zone against the campaign's.
    func clockLines(_ campaign: Campaign?, last: Moment?) -> [Line] {
        let seconds = time(nil)
        let offset = campaign?.clockOffset ?? 28_800
        let machine = Moment(secondsSince1970: seconds, offset: offset)
        let now = options.asOf.flatMap { Moment(iso: $0, offset: offset) } ?? machine
        let mend = Bilingual(
            "核对机器的时钟：timedatectl，打开自动对时",
            "check the machine's clock: timedatectl, and let it be set by the network")
        if !(2024...2100).contains(machine.date.year) {
            return [
                Line(
                    .fault, "clock",
                    Bilingual(
                        "机器的时钟是 \(machine.short)", "the machine's clock says \(machine.short)"),
                    advice: mend)
            ]
        }
        if let last, now < last {
            return [
                Line(
                    .fault, "clock",
                    Bilingual(
                        "现在（\(now.short)）早于台账的最后一笔（\(last.short)）",
                        "now (\(now.short)) is before the ledger's last event (\(last.short))"),
                    advice: mend)
            ]
        }
        return [
            Line(
                .fine, "clock", Bilingual("时钟 \(machine.short)", "the clock says \(machine.short)"))
        ] + zoneLines(campaign, seconds)
    }

    private func zoneLines(_ campaign: Campaign?, _ seconds: Int) -> [Line] {
        guard let campaign else { return [] }
        var now = time_t(seconds)
        var parts = tm()
        guard localtime_r(&now, &parts) != nil else { return [] }
        let (here, there) = (Self.zone(parts.tm_gmtoff), Self.zone(campaign.clockOffset))
        guard parts.tm_gmtoff != campaign.clockOffset else {
            return [Line(.fine, "zone", Bilingual("时区 \(here)", "time zone \(here)"))]
        }
        return [
            Line(
                .warning, "zone",
                Bilingual(
                    "机器的时区是 \(here)，活动是 \(there)：通报按活动的时区算，cron 按机器的",
                    "the machine is at \(here), the campaign at \(there): Tongbao reckons with the"
                        + " campaign's zone, cron with the machine's"),
                advice: Bilingual(
                    "timedatectl set-timezone \(campaign.settings.text(.timezone))，或在 crontab 里换算时间",
                    "timedatectl set-timezone \(campaign.settings.text(.timezone)), or convert the times"
                        + " in the crontab"))
        ]
    }

    private static func zone(_ offset: Int) -> String {
        let minutes = abs(offset) / 60 % 60
        return "UTC" + (offset < 0 ? "-" : "+") + "\(abs(offset) / 3600)"
            + (minutes == 0 ? "" : ":\(minutes)")
    }
}
