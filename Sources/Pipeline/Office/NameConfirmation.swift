import Campaigns
import Findings
import Ledgers

/// What the office types to confirm a name that is on no list, where somebody knows that it is right.
///
/// A command for the nearest name of each finding that has no row on the sheet yet and is somewhat
/// alike (that both end in 村 is no likeness); whom the name really stands for is the office's to
/// know, so the proposals stand in the finding's own advice as well.
struct NameConfirmation {
    private let campaign: Campaign
    private let names: NameBook

    private init(_ campaign: Campaign) {
        self.campaign = campaign
        names = NameBook(campaign)
    }

    /// Commands as they are typed, each once, in the order of the findings; at most three.
    static func commands(
        for findings: [Finding], in submission: Submission, of campaign: Campaign
    ) -> [String] {
        let about: Set<Check?> = [.unknownUnit, .unknownName, .unknownEntry]
        let findings = findings.filter { about.contains($0.check) }
        guard !findings.isEmpty else { return [] }
        return NameConfirmation(campaign).commands(for: findings, in: submission)
    }

    private func commands(for findings: [Finding], in submission: Submission) -> [String] {
        var commands: [String] = []
        for finding in findings {
            guard let name = Self.name(in: finding), Self.isPlain(name),
                let code = code(for: name, finding, submission)
            else { continue }
            let command = "tongbao office alias \(code) \(name) --reason …"
            if !commands.contains(command) { commands.append(command) }
            if commands.count == 3 { break }
        }
        return commands
    }

    /// The nearest unit or entry; nil where nothing is near.
    private func code(
        for name: String, _ finding: Finding, _ submission: Submission
    ) -> String? {
        switch finding.check {
        case .unknownUnit, .unknownName:
            guard names.units(named: name).isEmpty else { return nil }
            let nearest = names.unitProposals(for: name).first
            return nearest.flatMap { nearest in campaign.units.first { $0.name == nearest }?.code }
        case .unknownEntry:
            guard let sector = submission.form.flatMap(campaign.form)?.sector,
                names.entries(named: name, sector: sector, unit: submission.unit).isEmpty
            else { return nil }
            let present = Set(submission.rows.compactMap(\.subject))
            return names.entryProposals(for: name, sector: sector, unit: submission.unit)
                .filter { !Set($0.dropLast()).isDisjoint(with: name.dropLast()) }
                .compactMap { proposal in
                    campaign.roster.first {
                        $0.name == proposal && $0.sector == sector
                            && (submission.unit == nil || $0.unit == submission.unit)
                    }?.code
                }
                .first { !present.contains($0) }
        default:
            return nil
        }
    }

    /// What the finding quotes last: the name as it stands on the sheet.
    private static func name(in finding: Finding) -> String? {
        let message = finding.message.chinese
        guard let open = message.lastIndex(of: "“"), let close = message.lastIndex(of: "”"),
            open < close
        else { return nil }
        return String(message[message.index(after: open)..<close])
    }

    /// Nothing in it that a shell would read otherwise than it stands.
    private static func isPlain(_ name: String) -> Bool {
        !name.isEmpty && name.count <= 40
            && name.unicodeScalars.allSatisfy { scalar in
                switch scalar.value {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
                case 0x3400...0x9FFF, 0x20000...0x3FFFF: true
                default: scalar == "（" || scalar == "）" || scalar == "〇" || scalar == "·"
                }
            }
    }
}
