import ArgumentParser
import Pipeline

struct CampaignCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "campaign",
        abstract: "检查活动表格，装成一个工作簿，拆成 CSV。Lint the campaign's tables; pack and unpack them.",
        subcommands: [Check.self, Pack.self, Unpack.self])

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
                if common.json {
                    try Terminal.printJSON(report)
                } else {
                    Terminal.print(report.lines(in: setting.language))
                }
                if report.hasErrors { throw ExitCode(1) }
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
