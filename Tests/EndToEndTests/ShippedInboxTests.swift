import Foundation
import Testing
import Workbooks

/// The main job: two months of returns in, ranked bulletins out, the same bytes every time.
struct ShippedInboxTests {
    private let county: ShippedCounty

    init() throws {
        county = try ShippedCounty.get()
    }

    @Test(arguments: [("2020-05", "05"), ("2020-06", "06")])
    func `the bulletin of each month is in the outbox`(period: String, month: String) throws {
        let run = period == "2020-05" ? county.may : county.june
        let path = "\(period)/五位一体通报-2020年\(month)月.xlsx"
        run.expect(0).says("通报  Outbox/\(path)")
        #expect(run.stderr.isEmpty, "\(run)")
        let workbook = try WorkbookReader.read(
            Array(#require(county.outbox[path])), fileName: "bulletin.xlsx")
        let names = workbook.sheets.map(\.name)
        #expect(["通报", "排名", "未报", "退回"].allSatisfy { names.contains($0) }, "\(names)")
    }

    @Test func `a second run finds nothing new and leaves the same bytes`() {
        county.again.expect(0).says("没有新文件").says("输出没有变化")
        expectEqual(county.outboxAgain, county.outbox)
        // Starts of runs are no events, so the journal grows by the end of the run at most.
        #expect(county.eventsAgain.starts(with: county.events))
    }

    @Test func `another folder, order, age, time zone and language give the same bytes`() throws {
        let other = try Workplace()
        try other.copyShippedCounty(shuffled: true)
        let runs = try ShippedCounty.run(
            in: other, zone: "Pacific/Auckland", language: "en_US.UTF-8")
        runs.may.expect(0).says("bulletin  Outbox/2020-05/")
        runs.june.expect(0)
        expectEqual(try other.snapshot("Outbox"), county.outbox)
    }

    @Test func `late returns come in with a later run and only this month is written anew`() throws
    {
        county.later.expect(0).says("采用 4").says("2020-06  应报 134")
        for path in county.outbox.keys.sorted() where path.hasPrefix("2020-05/") {
            #expect(county.outboxLater[path] == county.outbox[path], "\(path)")
        }
        #expect(county.outboxLater["2020-06/数据/排名.csv"] != county.outbox["2020-06/数据/排名.csv"])
    }

    @Test func `a bulletin is rendered again with the same bytes`() {
        county.rendered.expect(0)
        expectEqual(county.outboxRendered, county.outboxLater)
    }

    @Test(arguments: ["2020-05", "2020-06"])
    func `the bulletin ranks as the contract table does`(period: String) throws {
        let path = try #require(
            county.outbox.keys.first { $0.hasPrefix("\(period)/五位一体通报") })
        let workbook = try WorkbookReader.read(
            Array(#require(county.outbox[path])), fileName: "bulletin.xlsx")
        let sheet = try #require(workbook.sheets.first { $0.name == "排名" })
        let head = try #require(sheet.rows.first { $0[column: 1]?.value.text == "名次" })
        let columns = ["名次", "得分", "指标得分", "扣分", "加分", "适用权重"]
        let printed: [[Double]] = sheet.rows.compactMap { row in
            guard row.number > head.number, case .number = row[column: 1]?.value else { return nil }
            return columns.map { title in
                let column = head.cells.first { $0.value.text == title }?.column ?? 0
                guard case .number(let number, _) = row[column: column]?.value else { return .nan }
                return number
            }
        }
        let ranking = try county.table("排名", of: period)
        let wanted = ranking.rows.map { row in
            ["rank", "score", "base_score", "deductions", "bonus", "applicable_weight"].map {
                Double(row[$0] ?? "") ?? .nan
            }
        }
        #expect(wanted.count == 40)
        #expect(printed == wanted)
    }

    @Test(arguments: [
        "排名": "group,rank,code,name,score,base_score,deductions,bonus,applicable_weight,"
            + "previous_rank,change,light",
        "指标": "indicator,title,code,name,numerator,denominator,rate,k,weight,light",
        "收件": "form,code,name,file,received_at,status,late_days,revision",
        "问题": "finding,severity,file,sheet,cell,form,code,subject,message",
        "清单": "list,unit,subject,text,source,due,state,reason",
    ])
    func `the tables for other programs have their columns`(table: String, header: String) throws {
        for period in ["2020-05", "2020-06"] {
            let bytes = try #require(county.outbox["\(period)/数据/\(table).csv"])
            #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]), "UTF-8 with a byte order mark")
            let text = String(decoding: bytes.dropFirst(3), as: UTF8.self)
            #expect(text.split(whereSeparator: \.isNewline).first.map(String.init) == header)
        }
    }

    @Test func `no other table is among them`() {
        let tables = county.outbox.keys.filter { $0.contains("/数据/") }.sorted()
        #expect(
            tables
                == ["2020-05", "2020-06"].flatMap { period in
                    ["排名", "指标", "收件", "问题", "清单"].map { "\(period)/数据/\($0).csv" }
                }.sorted())
    }

    /// Says which files differ, not what is in them.
    private func expectEqual(
        _ one: [String: Data], _ other: [String: Data],
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(!other.isEmpty, sourceLocation: sourceLocation)
        let paths = Set(one.keys).union(other.keys).sorted()
        let different = paths.filter { one[$0] != other[$0] }
        #expect(different.isEmpty, sourceLocation: sourceLocation)
    }
}
