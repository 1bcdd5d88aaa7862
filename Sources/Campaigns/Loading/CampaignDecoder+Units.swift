import Findings
import Workbooks

extension CampaignDecoder {
    mutating func units() -> [Unit] {
        let attributeNames = attributeNames(of: .units)
        var units: [Unit] = []
        for row in rows(.units) {
            let name = required(row, "name")
            units.append(
                Unit(
                    code: required(row, "code"), name: name,
                    shortName: row.optional("short_name") ?? name, aliases: row.list("aliases"),
                    kind: required(row, "kind"), rankGroup: row.optional("rank_group"),
                    mailbox: mailbox(row), validFrom: date(row, "valid_from"),
                    validTo: date(row, "valid_to"), mergedInto: row.optional("merged_into"),
                    attributes: attributes(row, attributeNames), ordinal: units.count))
        }
        return units
    }

    mutating func roster() -> [RosterEntry] {
        let attributeNames = attributeNames(of: .roster)
        var roster: [RosterEntry] = []
        for row in rows(.roster) {
            roster.append(
                RosterEntry(
                    code: required(row, "code"), name: required(row, "name"),
                    aliases: row.list("aliases"), sector: required(row, "sector"),
                    unit: required(row, "unit"), coUnit: row.optional("co_unit"),
                    attributes: attributes(row, attributeNames),
                    validFrom: date(row, "valid_from"), validTo: date(row, "valid_to"),
                    mergedInto: row.optional("merged_into"), ordinal: roster.count))
        }
        return roster
    }

    mutating func calendar() -> WorkCalendar {
        var exceptions: [CivilDate: Bool] = [:]
        for row in rows(.calendar) {
            _ = required(row, "date")
            _ = required(row, "workday")
            let isWorkday = boolean(row, "workday")
            if let date = date(row, "date") { exceptions[date] = isWorkday }
        }
        return WorkCalendar(exceptions: exceptions)
    }

    mutating func recipients() -> [Recipient] {
        var recipients: [Recipient] = []
        for row in rows(.recipients) {
            _ = required(row, "gets")
            var gets: Set<Recipient.Mail> = []
            for word in row.list("gets") {
                guard let mail = Recipient.Mail(rawValue: Folding.key(word)) else {
                    let words = Recipient.Mail.allCases.map(\.rawValue)
                    wrong(
                        row, "gets",
                        expected: Bilingual(
                            words.joined(separator: "、"), words.joined(separator: ", ")))
                    break
                }
                gets.insert(mail)
            }
            recipients.append(
                Recipient(
                    name: required(row, "name"), mailbox: mailbox(row), gets: gets,
                    role: row.text("role")))
        }
        return recipients
    }

    private mutating func mailbox(_ row: Row) -> String? {
        guard let mailbox = row.optional("mailbox") else { return nil }
        let parts = mailbox.split(separator: "@", omittingEmptySubsequences: false)
        let isPlain = mailbox.utf8.allSatisfy { 0x21...0x7E ~= $0 && !"<>,;\"()".utf8.contains($0) }
        if parts.count != 2 || parts.contains(where: \.isEmpty) || !isPlain {
            wrong(row, "mailbox", expected: Bilingual("一个邮箱地址", "one mail address"))
        }
        return mailbox
    }
}
