import Campaigns
import Findings
import Ledgers

extension OfficeDesk {
    /// 撤回: a misfiled file no longer counts; the same bytes under another path are read anew.
    ///
    /// The file is named by its path in the Inbox, its name, or the first six or more digits of its hash.
    package func withdraw(_ text: String, reason: String?) throws(RunError) -> OfficeAnswer {
        let (workshop, reason) = try opened(reason: reason)
        let (sha256, path) = try file(text, workshop)
        let submissions = try ledgerWork { () throws(LedgerError) in
            try workshop.ledger.submissions(ofFile: sha256)
        }
        let periods = Set(submissions.compactMap(\.period)).sorted()
        var notices = [
            Bilingual(
                "它的内容不再计入，先前合格的一份重新有效；放错的，请移到该放的位置，下次 tongbao run 重新认",
                "what it says no longer counts, an earlier accepted one stands again; moved to where it "
                    + "belongs, the file is read anew by the next tongbao run")
        ]
        if let receipt = try receipt(of: sha256, workshop) { notices.append(receipt) }
        return try note(
            .withdraw(sha256: sha256, path: path, period: periods.first), reason: reason,
            workshop, notices: notices, about: periods)
    }

    /// When the bytes will have been received, should they be read elsewhere.
    private func receipt(
        of sha256: String, _ workshop: Workshop
    ) throws(RunError) -> Bilingual? {
        let received = try ledgerWork { () throws(LedgerError) -> Moment? in
            guard let file = try workshop.ledger.file(sha256: sha256) else { return nil }
            return try workshop.ledger.received(file)
        }
        return received.map { received in
            Bilingual(
                "内容没有改的，换了地方、名字也按原来的收件时间（\(received.short)）；要更正，在收件登记里按原文件名再加一行",
                "unchanged, it was received at \(received.short) wherever it lies and whatever it is called; "
                    + "a line of the register under its former name corrects that")
        }
    }

    /// The file that is meant, and where it was read.
    private func file(
        _ text: String, _ workshop: Workshop
    ) throws(RunError) -> (sha256: String, path: String) {
        var name = text
        for lead in [options.inbox + "/", "./" + options.inbox + "/"] where text.hasPrefix(lead) {
            name = String(text.dropFirst(lead.count))
        }
        let (found, all) = try ledgerWork { () throws(LedgerError) in
            (try workshop.ledger.files(named: name), try workshop.ledger.allFiles())
        }
        guard let file = found.first else {
            let names = all.map(\.path)
            let near = nearest(
                to: name,
                among: name.contains("/")
                    ? names
                    : names.map { $0.split(separator: "/").last.map(String.init) ?? $0 },
                count: 3)
            throw NameDesk.unknown(
                Bilingual(
                    "台账里没有“\(text)”这个文件（写收件箱里的路径、文件名，或指纹的前6位以上）",
                    "the ledger knows no file “\(text)” (a path in the Inbox, a name, or six digits or "
                        + "more of its hash)"), proposals: near)
        }
        guard found.count == 1 else {
            throw NameDesk.ambiguous(
                text, found.prefix(5).map { "\($0.path)（\($0.sha256.prefix(8))）" })
        }
        return file
    }
}
