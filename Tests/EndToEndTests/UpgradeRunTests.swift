import Foundation
import Testing

/// The first run of a new program over the ledger of an older one.
struct UpgradeRunTests {
    @Test func `the run says what it did, and only once`() throws {
        let place = try Workplace()
        try place.copyShippedCounty()
        for file in ["ledger.sqlite", "events.jsonl"] {
            let bytes = try Data(
                contentsOf: Workplace.repository.appending(
                    path: "Tests/Fixtures/Ledgers/schema-4/\(file)"))
            try place.write(bytes, to: ".tongbao/\(file)")
        }
        let verify = try place.tongbao("ledger", "verify").expect(78)
        verify.complains("先运行一次 tongbao run")
        let check = try place.tongbao("run", "--as-of", "2020-07-07T09:00", "--period", "2020-06")
        check.expect(0).says("台账已由旧版（4 publication）升级").says(
            ".tongbao/upgrades/ledger-4-publication.sqlite")
        let again = try place.tongbao("run", "--as-of", "2020-07-07T09:00", "--period", "2020-06")
        #expect(!again.expect(0).stdout.contains("升级"), "\(again)")
        #expect(place.exists(".tongbao/upgrades/ledger-4-publication.sqlite"))
    }
}
