import ArgumentParser
import DemoCounties
import Findings
import Pipeline

extension SheetLayout: ExpressibleByArgument {}

struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "生成一个虚构的县和它几个月的报表。A synthetic county with its campaign and returns.")

    @Argument(help: "写到哪个文件夹 The folder to write to.")
    var folder: String

    @Option(help: "乡镇个数 The number of townships.")
    var townships = DemoCounty.defaultTownships

    @Option(help: "几个月 The number of months.")
    var months = DemoCounty.defaultMonths

    @Option(help: "最后一个月 The last of the months, YYYY-MM.")
    var until = DemoCounty.defaultUntil

    @Option(help: "随机种子 The seed; the same seed gives the same bytes.")
    var seed = DemoCounty.defaultSeed

    @Option(help: "活动表格 The campaign whose forms are filled in.")
    var campaign: String?

    @Option(
        help: ArgumentHelp(
            """
            报表的样式；除 mixed 外都不带错误 How the returns are laid out; but for mixed without faults: \
            \(SheetLayout.allCases.map(\.rawValue).joined(separator: ", ")).
            """))
    var layout = SheetLayout.mixed

    @OptionGroup var common: CommonOptions

    func validate() throws {
        let range = DemoCounty.townshipRange
        guard range.contains(townships) else {
            throw ValidationError("--townships: \(range.lowerBound)–\(range.upperBound)")
        }
        guard (1...36).contains(months) else { throw ValidationError("--months: 1–36") }
        guard DemoCounty.months(months, until: until) != nil else {
            throw ValidationError("--until: 2018-01–2029-12")
        }
    }

    func run() throws {
        try Terminal.run(common) { setting in
            let campaign = try campaign ?? setting.options().campaign
            let template = try CampaignDesk.load(campaign)
            let county = DemoCounty(seed: seed, townships: townships)
            do {
                let count = try county.write(
                    to: folder, tables: campaign, campaign: template,
                    months: DemoCounty.months(months, until: until) ?? [], layout: layout)
                Terminal.print(
                    setting.language == .chinese
                        ? ["\(folder)：\(count) 个文件"] : ["\(folder): \(count) files"])
            } catch {
                throw RunError.cannotWrite(Bilingual("\(error)", "\(error)"))
            }
        }
    }
}
