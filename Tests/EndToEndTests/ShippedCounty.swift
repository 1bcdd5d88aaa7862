import Foundation
import Testing

/// The shipped Inbox run through once for all tests that look at what came of it.
struct ShippedCounty: Sendable {
    /// The moment that the Makefile gives: June has closed, the late returns have not come.
    static let asOf = "2020-07-06T09:00"
    /// When the last of them has come.
    static let laterAsOf = "2020-07-09T09:00"

    let place: Workplace
    let may: Outcome
    let june: Outcome
    /// The same command a second time.
    let again: Outcome
    /// The Outbox before and after the second time, every file with its bytes.
    let outbox: [String: Data]
    let outboxAgain: [String: Data]
    /// The journal before and after the second time.
    let events: Data
    let eventsAgain: Data
    /// Days later; then the same rendered again without looking at the Inbox.
    let later: Outcome
    let outboxLater: [String: Data]
    let rendered: Outcome
    let outboxRendered: [String: Data]
    /// The state folder in the end.
    let state: [String: Data]

    private static let made = Result {
        // A static value is never let go: its folder is taken away when the tests end.
        atexit { try? ShippedCounty.get().place.remove() }
        return try ShippedCounty()
    }

    /// The county after its runs; throws what went wrong when it was made.
    static func get() throws -> ShippedCounty { try made.get() }

    private init() throws {
        place = try Workplace()
        try place.copyShippedCounty()
        (may, june) = try Self.run(in: place)
        outbox = try place.snapshot("Outbox")
        events = try place.data(".tongbao/events.jsonl")
        again = try place.tongbao("run", "--as-of", Self.asOf)
        outboxAgain = try place.snapshot("Outbox")
        eventsAgain = try place.data(".tongbao/events.jsonl")
        later = try place.tongbao("run", "--as-of", Self.laterAsOf)
        outboxLater = try place.snapshot("Outbox")
        rendered = try place.tongbao("bulletin", "--as-of", Self.laterAsOf)
        outboxRendered = try place.snapshot("Outbox")
        state = try place.snapshot(".tongbao")
    }

    /// What `make run` does.
    static func run(
        in place: Workplace, zone: String = "UTC", language: String = "zh_CN.UTF-8"
    ) throws -> (may: Outcome, june: Outcome) {
        let may = try place.tongbao(
            "run", "--period", "2020-05", "--as-of", asOf, zone: zone, language: language)
        let june = try place.tongbao("run", "--as-of", asOf, zone: zone, language: language)
        return (may, june)
    }

    /// One of the contract tables; with `later`, as it was days later.
    func table(_ name: String, of period: String, later: Bool = false) throws -> Table {
        let bytes = (later ? outboxLater : outbox)["\(period)/数据/\(name).csv"]
        return try Table(#require(bytes, "\(later ? self.later : june)"), name: "\(name).csv")
    }
}
