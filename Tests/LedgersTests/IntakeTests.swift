import Campaigns
import Files
import Glibc
import Ledgers
import Testing

/// The rights of a file or folder.
func mode(of path: String) -> mode_t {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o777 : 0
}

/// Originals, files, the campaign's versions and the caches.
struct IntakeTests {
    @Test func `An original is kept once, by its hash`() throws {
        try withTemporaryFolder { folder in
            let ledger = try Ledger.open(folder)
            let hash = try ledger.archive(Array("abc".utf8))
            #expect(hash == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
            #expect(try Files.read(folder + "/archive/ba/" + hash) == Array("abc".utf8))
            #expect(try ledger.archive(Array("abc".utf8)) == hash)
            #expect(try ledger.original(sha256: hash) == Array("abc".utf8))
            #expect(try ledger.original(sha256: String(repeating: "0", count: 64)) == nil)
        }
    }

    @Test func `Quarantined bytes lie apart and are not given out`() throws {
        try withTemporaryFolder { folder in
            let ledger = try Ledger.open(folder)
            let hash = try ledger.receive(Array("abc".utf8))
            try ledger.quarantine(received: hash)
            #expect(mode(of: folder + "/quarantine/ba/" + hash) == 0o600)
            #expect(try ledger.original(sha256: hash) == nil)
            #expect(try Files.names(in: folder + "/archive").isEmpty)
        }
    }

    @Test func `What was received waits until it is known where it belongs`() throws {
        try withTemporaryFolder { folder in
            let ledger = try Ledger.open(folder)
            let hash = try ledger.receive(Array("abc".utf8))
            #expect(try Files.read(folder + "/incoming/" + hash) == Array("abc".utf8))
            #expect(mode(of: folder + "/incoming") == 0o700)
            #expect(try Files.names(in: folder + "/archive").isEmpty)
            // A run that is killed here receives it again.
            #expect(try Ledger.open(folder).receive(Array("abc".utf8)) == hash)
            try ledger.archive(received: hash)
            #expect(try Files.names(in: folder + "/incoming").isEmpty)
            #expect(try ledger.original(sha256: hash) == Array("abc".utf8))
        }
    }

    @Test func `Many files that come together are found by their names`() throws {
        try withTemporaryFolder { folder in
            let ledger = try Ledger.open(folder)
            let moment = at("2020-07-03")
            var hashes: [String] = []
            for number in 0..<300 {
                hashes.append(try ledger.receive(Array("return \(number)".utf8)))
                try ledger.archive(received: hashes[number])
            }
            try ledger.together { () throws(LedgerError) in
                for (number, hash) in hashes.enumerated() {
                    try ledger.record(
                        FileRecord(
                            sha256: hash, path: "\(number).csv", size: 9, firstSeen: moment,
                            fate: .taken), at: moment)
                }
            }
            for (number, hash) in hashes.enumerated() {
                #expect(try ledger.file(sha256: hash)?.path == "\(number).csv")
                #expect(try ledger.original(sha256: hash) == Array("return \(number)".utf8))
            }
            #expect(try Files.names(in: folder + "/incoming").isEmpty)
        }
    }

    @Test func `A ledger killed between archive and commit takes the same file again`() throws {
        try withTemporaryFolder { folder in
            let bytes = Array("abc".utf8)
            _ = try Ledger.open(folder).archive(bytes)
            let office = Office(try Ledger.open(folder))
            let hash = try office.ledger.archive(bytes)
            #expect(try office.ledger.file(sha256: hash) == nil)
            let file = FileRecord(
                sha256: hash, path: "a.xlsx", size: 3, firstSeen: at("2020-07-03"), fate: .taken)
            try office.ledger.record(file, at: at("2020-07-03"))
            #expect(try office.ledger.file(sha256: hash) == file)
        }
    }

    @Test func `A file keeps its first path and sighting, its fate may change`() throws {
        let ledger = try Ledger.inMemory()
        var file = FileRecord(
            sha256: "ab", path: "a.xlsx", size: 3, firstSeen: at("2020-07-03"), fate: .unreadable)
        try ledger.record(file, at: at("2020-07-03"))
        var again = file
        again.path = "b.xlsx"
        again.firstSeen = at("2020-07-04")
        again.fate = .taken
        try ledger.record(again, at: at("2020-07-04"))
        file.fate = .taken
        #expect(try ledger.file(sha256: "ab") == file)
    }

    @Test func `The same bytes under other paths are known, the first path first`() throws {
        let ledger = try Ledger.inMemory()
        try ledger.record(
            FileRecord(
                sha256: "ab", path: "m.xlsx", size: 3, firstSeen: at("2020-07-03"), fate: .taken),
            at: at("2020-07-03"))
        for path in ["z.xlsx", "m.xlsx", "a.xlsx", "z.xlsx"] {
            try ledger.notePath(path, ofFile: "ab")
        }
        #expect(try ledger.paths(ofFile: "ab") == ["m.xlsx", "a.xlsx", "z.xlsx"])
        #expect(try ledger.paths(ofFile: "cd").isEmpty)
    }

    @Test func `An unchanged file need not be opened`() throws {
        let ledger = try Ledger.inMemory()
        try ledger.noteStat(path: "a.xlsx", size: 3, modified: 1.25, sha256: "ab")
        #expect(try ledger.hash(ofUnchanged: "a.xlsx", size: 3, modified: 1.25) == "ab")
        #expect(try ledger.hash(ofUnchanged: "a.xlsx", size: 4, modified: 1.25) == nil)
        #expect(try ledger.hash(ofUnchanged: "a.xlsx", size: 3, modified: 1.5) == nil)
        try ledger.noteStat(path: "a.xlsx", size: 4, modified: 2, sha256: "cd")
        #expect(try ledger.hash(ofUnchanged: "a.xlsx", size: 4, modified: 2) == "cd")
    }

    @Test func `A campaign's version is made of names and bytes, whatever their order`() throws {
        let ledger = try Ledger.inMemory()
        let sources = [(name: "units.csv", bytes: [UInt8(1)]), (name: "forms.csv", bytes: [2])]
        let version = try ledger.recordCampaign(sources: sources, at: at("2020-07-03"))
        #expect(
            try ledger.recordCampaign(sources: sources.reversed(), at: at("2020-07-03")) == version)
        #expect(version.utf8.count == 64)
        let kept = try #require(try ledger.campaignSources(ofVersion: version))
        #expect(kept.map(\.name) == ["forms.csv", "units.csv"])
        #expect(try ledger.original(sha256: kept[0].sha256) == [2])
        let swapped = [(name: "units.csv", bytes: [UInt8(2)]), (name: "forms.csv", bytes: [1])]
        #expect(try ledger.recordCampaign(sources: swapped, at: at("2020-07-03")) != version)
    }

    @Test func `Tables that go back to what they were come into use once more`() throws {
        let ledger = try Ledger.inMemory()
        let (may, june) = (
            [(name: "units.csv", bytes: [UInt8(1)])], [(name: "units.csv", bytes: [UInt8(2)])]
        )
        for (sources, day) in [(may, "2020-07-03"), (june, "2020-07-04"), (may, "2020-07-05")] {
            let version = try ledger.recordCampaign(sources: sources, at: at(day))
            #expect(try ledger.campaignInUse()?.version == version)
            let substance = try ledger.lastSubstance()
            _ = try ledger.recordCampaign(sources: sources, at: at(day))
            #expect(try ledger.lastSubstance() == substance, "said again it is no event")
        }
        let uses = try ledger.campaignUses()
        #expect(uses.map(\.version) == [may, june, may].map(Ledger.version))
        #expect(try ledger.campaignUses(after: uses[0].event) == Array(uses.dropFirst()))
        #expect(try ledger.campaignTables(ofVersion: uses[1].version)?.map(\.bytes) == [[2]])
        #expect(try ledger.campaignTables(ofVersion: "none") == nil)
    }

    @Test func `A message is queued once and keeps the server's last words`() throws {
        let ledger = try Ledger.inMemory()
        let mail = QueuedMail(
            id: "<1@x>", period: month("2020-06"), recipient: "城关镇", kind: .feedback,
            subject: "反馈", path: "mail/1.eml", sha256: "ab")
        var other = mail
        other.id = "<0@x>"
        other.period = month("2020-05")
        try ledger.queue(mail, at: at("2020-07-06"))
        try ledger.queue(other, at: at("2020-07-06"))
        try ledger.setState(ofMail: mail.id, to: .sent, reply: "250 OK", at: at("2020-07-06"))
        try ledger.queue(mail, at: at("2020-07-06"))
        #expect(try ledger.mails(of: nil).map(\.id) == ["<1@x>", "<0@x>"])
        var sent = mail
        sent.state = .sent
        sent.reply = "250 OK"
        #expect(try ledger.mails(of: month("2020-06")) == [sent])
        #expect(throws: LedgerError.self) {
            try ledger.setState(ofMail: "?", to: .sent, reply: "", at: at("2020-07-06"))
        }
    }
}
