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
        var notices = [try consequence(for: deliveries(sha256, workshop))]
        if let receipt = try receipt(of: sha256, workshop) { notices.append(receipt) }
        return try note(
            .withdraw(sha256: sha256, path: path, period: periods.first), reason: reason,
            workshop, notices: notices, about: periods)
    }

    /// What is true of the returns in a file, before it is taken back.
    private func deliveries(
        _ sha256: String, _ workshop: Workshop
    ) throws(RunError) -> [Delivery] {
        try ledgerWork { () throws(LedgerError) in
            let submissions = try workshop.ledger.submissions(ofFile: sha256)
            let mine = Set(submissions.map(\.id))
            var found: [Delivery] = []
            for period in Set(submissions.compactMap(\.period)).sorted() {
                found += try workshop.ledger.facts(
                    of: period, of: workshop.campaign, asOf: workshop.asOf
                ).deliveries.filter { mine.contains($0.submission) }
            }
            return found
        }
    }

    private func consequence(for deliveries: [Delivery]) -> Bilingual {
        let standing = deliveries.filter(\.isStanding)
        var words = Bilingual("它的内容不再计入", "what it says no longer counts")
        func add(_ chinese: String, _ english: String) {
            words = Bilingual(words.chinese + chinese, words.english + english)
        }
        if standing.contains(where: { $0.revision > 1 }) {
            add("，先前合格的一份重新有效", ", an earlier accepted one stands again")
        }
        if standing.contains(where: { $0.revision == 1 }) {
            add("，没有另一份合格的，又成了未报", ", no other was accepted, and the return is missing again")
        }
        add(
            "；放错的，请移到该放的位置，下次 tongbao run 重新认",
            "; moved to where it belongs, the file is read anew by the next tongbao run")
        return words
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
        guard found.count > 1 else { return file }
        var meant: [(file: (sha256: String, path: String), words: String)] = []
        for file in found {
            let deliveries = try deliveries(file.sha256, workshop)
            if let period = options.period, !deliveries.contains(where: { $0.period == period }) {
                continue
            }
            meant.append((file, Self.words(file, deliveries)))
        }
        if meant.count == 1, let only = meant.first { return only.file }
        throw NameDesk.ambiguous(
            text, (meant.isEmpty ? found.map { Self.words($0, []) } : meant.map(\.words)).suffix(5))
    }

    /// A file with its month, its receipt, what became of it, and the digits that name it.
    private static func words(
        _ file: (sha256: String, path: String), _ deliveries: [Delivery]
    ) -> String {
        var words = [file.path]
        if let delivery = deliveries.first {
            words += [delivery.period?.chinese, "\(delivery.received.short)收到"].compactMap(\.self)
            words.append(
                deliveries.contains(where: \.isStanding)
                    ? "现行有效" : delivery.status == .accepted ? "已被代替" : "退回")
        }
        return words.joined(separator: "，") + "（\(file.sha256.prefix(8))）"
    }
}
