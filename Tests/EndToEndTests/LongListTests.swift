import Foundation
import Testing

/// A return in which thousands of rows are wrong is answered briefly, and counted exactly.
struct LongListTests {
    private let place: Workplace
    private static let count = 5000

    init() throws {
        place = try Workplace()
        try place.copy("Templates/five-in-one", to: "Campaign")
        try place.edit("Campaign/settings.csv", "settle_seconds,10", "settle_seconds,0")
        let fields = try Table(place.data("Campaign/fields.csv"), name: "fields.csv")
            .rows(["form": "rural"])
        var text = "农村基层党建工作月报表（2020年6月）\n填报单位：城关镇\n"
        text += fields.map { $0["header"] ?? "" }.joined(separator: ",") + "\n"
        for number in 1...Self.count {
            text +=
                fields.map { field in
                    switch field["id"] {
                    case "town": "城关镇"
                    // One that is known: a sheet of strangers alone is another mistake.
                    case "unit_name": number == 1 ? "鹤脊嘴村" : "第\(number)号村"
                    case "cadres": "约7"
                    case "duty_days": "99"
                    default: field["required"] == "yes" ? "1" : ""
                    }
                }.joined(separator: ",") + "\n"
        }
        try place.write(text, to: "Inbox/2020-06/农村/城关镇.csv")
    }

    @Test func `on a terminal each kind is shown a few times and counted`() throws {
        let check = try place.tongbao(
            "check", "Inbox/2020-06/农村/城关镇.csv", "--campaign", "Campaign", "--as-of",
            "2020-07-03T09:00")
        check.expect(1).says("V13 另有 \(Self.count - 5) 处").says("V16 另有 \(Self.count - 5) 处")
        #expect(check.lines.count < 250)
        let all = try place.tongbao(
            "check", "Inbox/2020-06/农村/城关镇.csv", "--campaign", "Campaign", "--as-of",
            "2020-07-03T09:00", "--json")
        #expect(all.stdout.split(separator: #""code" : "V13""#).count == Self.count + 1)
    }

    @Test func `what goes back stays small, what programs read is complete`() throws {
        let run = try place.tongbao(
            "run", "--campaign", "Campaign", "--as-of", "2020-07-03T09:00")
        run.expect(0).says("退回")
        #expect(run.lines.count < 100)
        for file in try place.snapshot("Outbox") where file.key.hasSuffix(".xlsx") {
            #expect(file.value.count < 1_500_000, "\(file.key)")
        }
        let problems = try Table(place.data("Outbox/2020-06/数据/问题.csv"), name: "问题.csv")
        #expect(problems.rows(["finding": "V13"]).count == Self.count)
    }
}
