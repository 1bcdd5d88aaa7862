import Foundation
import Testing

/// The faults that `Inbox/README.md` owns up to, each with the answer that its sender gets.
struct PlannedFaultTests {
    private let county: ShippedCounty

    init() throws {
        county = try ShippedCounty.get()
    }

    /// A file with an error: it is returned, the finding says what and where, and the sender's own
    /// workbook comes back under 退回 where it can be opened.
    @Test(arguments: [
        ("2020-05", "三清单/砚湾镇三清单2020.05.xlsx", "V01", ""),
        ("2020-05", "其他/磬坪乡2020年5月饮水安全排查统计表.xlsx", "F126", ""),
        ("2020-05", "非公/荻溪镇-非公月报-202005.xlsx", "V18", "J5"),
        ("2020-05", "非公/非公月报 鹿岭镇 2020年5月.xlsx", "V19", "C6"),
        ("2020-05", "农村/霜岔乡农村月报2020.05.xlsx", "V21", "D9;G9"),
        ("2020-05", "农村/桑渡镇农村月报2020.05.xlsx", "V53", ""),
        ("2020-05", "农村/茗岔镇农村月报2020.05.xlsx", "V54", "B12;B19"),
        ("2020-06", "机关/2020年6月机关月报（锦垣镇）.xls", "V01", ""),
        ("2020-06", "三清单/鹤畔镇2020年6月三清单.xlsx", "V01", ""),
        ("2020-06", "农村/农村月报 鹤畔镇 2020年6月.xlsx", "V13", "D11"),
        ("2020-06", "农村/枫畔镇-农村月报-202006.xlsx", "V11", "C11"),
        ("2020-06", "非公/栗沟镇-非公月报-202006.xlsx", "V15", "I7"),
        ("2020-06", "社区/槐垭镇-社区月报-202006.xlsx", "V16", "O4"),
        ("2020-06", "社会组织/棠洄街道-社会组织月报-202006.xlsx", "V12", "H4"),
        ("2020-06", "社区/社区月报 砚湾镇 2020年6月.xlsx", "V07", "D4"),
        ("2020-06", "农村/槐垭镇2020年6月农村月报.xlsx", "V41", "E5"),
        ("2020-06", "农村/锦垣镇-农村月报-202006.xlsx", "V55", "C16"),
    ])
    func `is returned`(period: String, path: String, code: String, cells: String) throws {
        let file = "\(period)/\(path)"
        let receipt = try county.table("收件", of: period).row(["file": file])
        #expect(receipt["status"] == "returned")
        #expect(receipt["revision"] == "")
        let finding = try county.table("问题", of: period)
            .row(["file": file, "severity": "error"])
        #expect(finding["finding"] == code)
        #expect(finding["cell"] == cells)
        let stem = try #require(path.split(separator: "/").last?.split(separator: ".xls").first)
        #expect(
            county.outbox.keys.contains { $0.hasPrefix("\(period)/退回/") && $0.contains(stem) },
            "a workbook with what is wrong goes back")
    }

    /// The title says May, the folder and the name say June: the finding names both, and the answer is
    /// filed with June, in which the sender waits for it.
    @Test func `a title of last month is returned with the month in which it came`() throws {
        let file = "2020-06/农村/栗沟镇2020年6月农村月报.xlsx"
        let finding = try county.table("问题", of: "2020-06").row(["file": file])
        #expect(finding["finding"] == "V02")
        #expect(finding["cell"] == "A1")
        let message = finding["message"] ?? ""
        #expect(message.contains("2020年5月") && message.contains("2020年6月"), "\(message)")
        #expect(
            county.outbox.keys.contains {
                $0.hasPrefix("2020-06/退回/") && $0.contains("栗沟镇2020年6月农村月报")
            })
        #expect(try county.table("收件", of: "2020-05").rows(["file": file]).isEmpty)
    }

    @Test(arguments: [
        ("2020-06", "农村/栗沟镇2020年6月农村月报（更正）.xlsx", "1"),
        ("2020-06", "农村/农村月报 鹤畔镇 2020年6月（更正）.xlsx", "1"),
        ("2020-06", "农村/槐垭镇2020年6月农村月报（更正）.xlsx", "1"),
        ("2020-06", "三清单/鹤畔镇2020年6月三清单（更正）.xlsx", "1"),
        ("2020-06", "农村/农村月报 晴岭街道 2020年6月（改报）.xlsx", "2"),
        ("2020-06", "非公/茗岔镇2020年6月非公月报.xlsx", "1"),
        ("2020-06", "社区/社区月报 鹿岭镇 2020年6月.xlsx", "1"),
        ("2020-05", "农村/农村月报 砚湾镇 2020年5月.xlsx", "1"),
        ("2020-05", "农村/桑渡镇农村月报2020.05（补报）.xlsx", "1"),
    ])
    func `is accepted`(period: String, path: String, revision: String) throws {
        let receipt = try county.table("收件", of: period, later: true)
            .row(["file": "\(period)/\(path)"])
        #expect(receipt["status"] == "accepted")
        #expect(receipt["revision"] == revision)
    }

    @Test(arguments: [
        ("农村/城关镇2020年5月农村月报.xlsx", "V56", "C16"),
        ("农村/农村月报 荻溪镇 2020年5月.xlsx", "V08", "E17"),
        ("农村/藤湾乡农村月报2020.05.xlsx", "V06", ""),
    ])
    func `is accepted and has to be explained`(path: String, code: String, cell: String) throws {
        let file = "2020-05/\(path)"
        let receipt = try county.table("收件", of: "2020-05").row(["file": file])
        #expect(receipt["status"] == "accepted")
        let finding = try county.table("问题", of: "2020-05").row(["file": file, "finding": code])
        #expect(finding["severity"] == "query")
        #expect(finding["cell"] == cell)
    }

    @Test(arguments: [
        ("2020-05", "community", "荻溪镇"), ("2020-06", "social_org", "荻溪镇"),
        ("2020-06", "enterprise", "枫畔镇"),
        // Returned or kept apart, and nothing better came.
        ("2020-06", "enterprise", "栗沟镇"), ("2020-06", "enterprise", "槐垭镇"),
        ("2020-06", "social_org", "棠洄街道办事处"),
    ])
    func `is missing`(period: String, form: String, name: String) throws {
        let row = try county.table("收件", of: period, later: true)
            .row(["form": form, "name": name, "status": "missing"])
        #expect(row["file"] == "")
        let listed = try county.table("清单", of: period, later: true).rows(["list": "missing"])
        #expect(listed.contains { $0["unit"]?.hasSuffix(name) == true }, "\(listed)")
    }

    @Test(arguments: [
        ("2020-06", "rural", "鹿岭镇", "1"), ("2020-06", "social_org", "岚川县农业农村局", "3"),
        ("2020-05", "community", "桑渡镇", "1"), ("2020-06", "organ", "锦垣镇", "1"),
    ])
    func `is late`(period: String, form: String, name: String, days: String) throws {
        let row = try county.table("收件", of: period, later: true)
            .row(["form": form, "name": name, "status": "accepted"])
        #expect(row["late_days"] == days)
    }

    @Test func `a copy under another name is told and not taken again`() throws {
        let receipts = try county.table("收件", of: "2020-06")
            .rows(["form": "rural", "name": "城关镇"])
        #expect(receipts.count == 1)
        county.may.says("农村月报 - 副本.xlsx: 核实 F114: 与“2020-06/农村/城关镇2020年6月农村月报.xlsx”完全相同")
    }

    @Test func `an inspection record outside its folder is not taken`() throws {
        county.may.says("2020-06/农村/2020年6月暗访记录（抄送）.xlsx").says("F119")
        for period in ["2020-05", "2020-06"] {
            #expect(try county.table("收件", of: period).rows(["form": "inspection"]).isEmpty)
        }
    }

    @Test func `what only the office may see stays out of the outbox`() throws {
        for (path, bytes) in county.outbox {
            #expect(try !Contents.of(bytes, path: path, hold: "疑似"), "a suspicion in \(path)")
        }
    }
}
