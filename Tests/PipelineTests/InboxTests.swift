import Campaigns
import Findings
import Ledgers
import Testing
import Workbooks

@testable import Pipeline

struct InboxTests {
    @Test(arguments: ["城关镇.xlsx", "2020-06/农村/报表.csv", "扫描件.pdf", "收件登记.csv"])
    func `whatever may be a return is looked at`(path: String) {
        #expect(InboxScan.isReturn(path))
    }

    @Test(arguments: [
        "~$城关镇.xlsx", ".DS_Store", "a/Thumbs.db", "README.md", "城关镇.xlsx.part", "已收/2020-06/a.xlsx",
    ])
    func `locks, leftovers and what was taken are passed over`(path: String) {
        #expect(!InboxScan.isReturn(path))
    }

    private func register(
        _ text: String
    ) throws -> (entries: [ReceiptEntry], findings: [String]) {
        let workbook = try WorkbookReader.read(Array(text.utf8), fileName: "收件登记.csv")
        let (lines, findings) = ReceiptRegister.read(
            workbook, path: "收件登记.csv", clockOffset: 28_800)
        return (lines.map(\.entry), findings.map { "\($0.code) \($0.place)" })
    }

    @Test(arguments: [
        ("收件登记.csv", true, true), ("收件登记.xlsx", true, true), ("收件登记2021.csv", true, true),
        ("2020-06/收件登记.csv", true, false), ("2020-06/收件登记2021.csv", false, false),
        ("收件登记.pdf", false, false),
    ])
    func `what is called so is the register, and is believed in the Inbox itself`(
        path: String, isRegister: Bool, isBelieved: Bool
    ) {
        #expect(ReceiptRegister.isRegister(path) == isRegister)
        #expect(ReceiptRegister.isBelieved(path) == isBelieved)
    }

    @Test(arguments: [
        "城关镇/月报.xlsx", #"城关镇\月报.xlsx"#, #"\城关镇\月报.xlsx"#,
    ])
    func `a line may name the folder as well`(name: String) throws {
        let lines = try register("文件名,收件时间\r\n\(name),2020-07-02 09:00\r\n")
        #expect(lines.entries.map(\.file) == ["城关镇/月报.xlsx"])
    }

    @Test func `the register is read in either language, in the campaign's time`() throws {
        let chinese = try register("文件名,收件时间,备注\r\n甲.xlsx,2020/7/2 9:05,邮箱\r\n")
        let english = try register("file,received_at,note\r\n甲.xlsx,2020-07-02T01:05:00Z,邮箱\r\n")
        #expect(chinese.entries == english.entries)
        #expect(chinese.entries.first?.received.description == "2020-07-02T09:05:00")
        #expect(chinese.findings.isEmpty && english.findings.isEmpty)
    }

    @Test func `a time that is none is said with its line, the others are taken`() throws {
        let reading = try register("文件名,收件时间\r\n甲.xlsx,昨天\r\n乙.xlsx,2020-07-03 08:00\r\n")
        #expect(reading.entries.map(\.file) == ["乙.xlsx"])
        #expect(reading.findings == ["F208 收件登记.csv › 第2行 › B2"])
    }
}
