import Campaigns
import Ledgers
import Testing

/// What the ledger is told of a draw of inspections.
struct DrawNoteTests {
    @Test func `the hash before the visits, the seed after them, each once`() throws {
        let ledger = try Ledger.inMemory()
        let july = month("2020-07")
        #expect(try ledger.draw(of: july) == nil)
        try ledger.planDraw(of: july, hash: "aa", at: at("2020-07-01"))
        try ledger.planDraw(of: july, hash: "bb", at: at("2020-07-02"))
        let planned = NotedDraw(month: july, hash: "aa", planned: at("2020-07-01"))
        #expect(try ledger.draw(of: july) == planned)
        #expect(try ledger.draw(of: july.next) == nil)
        try ledger.revealDraw(of: july, hash: "aa", seed: "5eed", at: at("2020-08-01"))
        #expect(try ledger.draw(of: july)?.seed == "5eed")
        #expect(try ledger.draw(of: july)?.hash == "aa")
    }

    @Test func `it changes no figure, so nothing is rendered anew for it`() throws {
        let ledger = try Ledger.inMemory()
        try ledger.planDraw(of: month("2020-07"), hash: "aa", at: at("2020-07-01"))
        #expect(try ledger.lastSubstance() == 0)
    }
}
