import Campaigns
package import Findings
import Ledgers
import Returns

/// The office's own acts (办理事项): each is checked against what the tables and the ledger know, noted
/// with its reason, and told back in words.
///
///     let answer = try OfficeDesk(options, in: .chinese)
///         .waive(unit: "城关镇", form: "农村", reason: "洪灾，交通中断")
///
/// Every act takes the lock of the state folder. One that says what stands already notes nothing.
package struct OfficeDesk {
    let options: RunOptions
    let language: Language

    package init(_ options: RunOptions, in language: Language) {
        self.options = options
        self.language = language
    }

    /// Opens the ledger for an act that has a fit reason.
    func opened(reason: String?) throws(RunError) -> (Workshop, reason: String) {
        guard let reason = reason?.trimmed, reason.count >= 4 else {
            throw .usage(
                Bilingual(
                    "要写明原因：--reason，至少四个字，如 --reason 洪灾，交通中断",
                    "give the reason: --reason, four characters or more"))
        }
        let workshop = try Workshop.open(options)
        try refuse(reason, called: Bilingual("原因", "the reason"), workshop)
        return (workshop, reason)
    }

    /// Refuses a text that must not be kept.
    func refuse(
        _ text: String, called what: Bilingual, _ workshop: Workshop
    ) throws(RunError) {
        guard text.count <= 200, !text.unicodeScalars.contains(where: \.isControl) else {
            throw .usage(
                Bilingual(
                    "\(what.chinese)写成一行，不超过200个字",
                    "\(what.english) is one line of at most 200 characters"))
        }
        guard personalData(in: text, of: workshop.campaign) == nil else {
            throw .usage(
                Bilingual(
                    "\(what.chinese)里像有证件号、手机号或卡号：去掉再来，什么也没有记下",
                    "\(what.english) seems to hold an identity, telephone or card number: leave it "
                        + "out; nothing was noted"))
        }
    }

    /// Notes an act and tells it: what follows, then which commands show it on the periods that it is
    /// about and on every other month whose told figures it changes.
    func note(
        _ content: OfficeAct.Content, reason: String, _ workshop: Workshop,
        notices: [Bilingual], about periods: [Period] = []
    ) throws(RunError) -> OfficeAnswer {
        let (act, isNew) = try ledgerWork { () throws(LedgerError) in
            try workshop.ledger.record(content, reason: reason, at: workshop.asOf)
        }
        let words = ActWords(workshop.campaign, language)
        var lines = [words.line(of: act)]
        if isNew {
            var changed = periods
            if let first = periods.min() {
                changed += try ActReach(workshop: workshop)
                    .published(changedBy: act.id, about: first, from: workshop.asOf)
            }
            lines += (notices + (try commands(for: Set(changed).sorted(), workshop)))
                .map { "  " + $0.text(in: language) }
        } else {
            let say = Say(language)
            lines.insert(
                say("早已这样办过，没有变动：", "this stands already, nothing was changed:"), at: 0)
            if act.reason != reason {
                lines.append(
                    say(
                        "  要改原因，先撤销：tongbao office revoke \(act.id) --reason …，再办一次",
                        "  to change the reason, revoke it first: tongbao office revoke \(act.id) "
                            + "--reason …, then say it again"))
            }
        }
        return OfficeAnswer(act: words.record(of: act), isNew: isNew, lines: lines)
    }

    /// Which command shows an act on some periods.
    func commands(
        for periods: [Period], _ workshop: Workshop
    ) throws(RunError) -> [Bilingual] {
        let published = try ledgerWork { () throws(LedgerError) in
            try workshop.ledger.publishedPeriods()
        }
        let latest = workshop.campaign.latestClosed(asOf: workshop.asOf)
        return periods.map { period in
            if period == latest {
                return Bilingual(
                    "下次 tongbao run 写进 \(period) 的输出",
                    "the next tongbao run writes it into the output of \(period)")
            }
            let when =
                published.contains(period)
                ? Bilingual("已经通报", "is published already")
                : period < latest
                    ? Bilingual("已经截止，没有通报过", "has closed and was never published")
                    : Bilingual("还没有截止", "has not closed")
            return Bilingual(
                "\(period) \(when.chinese)；要写进输出，运行 tongbao bulletin --period \(period)",
                "\(period) \(when.english); tongbao bulletin --period \(period) writes it into the output"
            )
        }
    }

    /// The period of an act that names none: last month, whose returns come in now.
    ///
    /// From the 1st to the due time that is a month later than the latest closed one, which is not what
    /// anybody means who has just been told of a flood.
    func period(_ workshop: Workshop) throws(RunError) -> Period {
        let period = options.period ?? Period(containing: workshop.asOf.date).previous
        guard period.firstDay <= workshop.asOf.date else {
            throw .usage(
                Bilingual("\(period.chinese)还没有开始", "\(period) has not begun"))
        }
        return period
    }
}

extension Unicode.Scalar {
    /// Line breaks, tabs, escapes, and the marks that turn the direction of a line.
    var isControl: Bool {
        switch value {
        case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0x200E, 0x200F, 0x202A...0x202E,
            0x2066...0x2069:
            true
        default: false
        }
    }
}
