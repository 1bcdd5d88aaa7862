import ArgumentParser
import Pipeline

struct CampaignCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "campaign",
        abstract:
            "检查活动表格，与上一版比较，装成一个工作簿，拆成 CSV。Lint the campaign's tables; compare, pack and unpack them.",
        subcommands: [Check.self, Diff.self, Pack.self, Unpack.self])

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "检查表格和公式，说出文件和单元格。Lint tables and formulas, by file and cell.")

        @Argument(help: "文件夹或工作簿 A folder of tables, or one workbook.")
        var campaign: String?

        @Flag(help: "列出内置校核的名称 List the names of the built-in checks.")
        var listChecks = false

        @OptionGroup var common: CommonOptions

        func run() throws {
            try Terminal.run(common) { setting in
                if listChecks {
                    Terminal.print(CampaignDesk.checkNames(in: setting.language))
                    return
                }
                let report = try CampaignDesk.check(campaign ?? setting.options().campaign)
                try Terminal.show(report, report.lines(in: setting.language), common)
                if report.hasErrors { throw ExitCode(1) }
            }
        }
    }

    struct Diff: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "新表与旧表有什么不同；只写新表时与台账上次用的比。What is different between two versions of the tables.",
            discussion: """
                每一版是文件夹或工作簿 Each is a folder or a workbook:
                  tongbao campaign diff 旧表 新表
                  tongbao campaign diff 新表
                """)

        @Argument(help: "旧表、新表，或只有新表 The old and the new tables, or the new ones alone.")
        var versions: [String] = []

        @Option(help: "台账文件夹 The folder of the ledger.")
        var state: String?

        @Option(help: "以此时刻为准 The moment taken for now, ISO 8601; without it the clock.")
        var asOf: String?

        @OptionGroup var common: CommonOptions

        func run() throws {
            try Terminal.run(common) { setting in
                let difference = try CampaignDesk.diff(
                    versions, state: state ?? setting.options().state, asOf: asOf)
                try Terminal.show(difference, difference.lines(in: setting.language), common)
            }
        }
    }

    struct Pack: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "把文件夹里的表装成一个工作簿。Put the tables of a folder into one workbook.")

        @Argument(help: "文件夹 The folder.")
        var folder: String

        @Argument(help: "工作簿 The workbook to write.")
        var workbook: String

        @OptionGroup var common: CommonOptions

        func run() throws {
            try Terminal.run(common) { _ in
                try CampaignDesk.pack(folder, into: workbook)
                Terminal.print([workbook])
            }
        }
    }

    struct Unpack: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "把工作簿拆成一个文件夹的 CSV。Take a workbook apart into a folder of CSV tables.")

        @Argument(help: "工作簿 The workbook.")
        var workbook: String

        @Argument(help: "文件夹 The folder to write to.")
        var folder: String

        @OptionGroup var common: CommonOptions

        func run() throws {
            try Terminal.run(common) { _ in
                Terminal.print(try CampaignDesk.unpack(workbook, into: folder))
            }
        }
    }
}
