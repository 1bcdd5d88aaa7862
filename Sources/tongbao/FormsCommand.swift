import ArgumentParser
import Pipeline

struct FormsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forms",
        abstract: "制发空表。Write blank forms, a workbook a unit, with what is known filled in.",
        discussion: """
            没有 --period 就是正在上报的那一期（最近截止的下一期）。
            Without --period it is the one being reported: that after the latest closed.
            """)

    @Option(help: "只要这个单位的，可以写几次 Only for this unit, by code or name; may be repeated.")
    var unit: [String] = []

    @Option(help: "写到这个文件夹；没有就是输出文件夹的“空表” The folder; without it 空表 in the Outbox.")
    var to: String?

    @OptionGroup var places: PlaceOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        try Terminal.run(common, places) { setting in
            let report = try FormsDesk(setting.options(places)).issue(units: unit, to: to)
            try Terminal.show(report, report.lines(in: setting.language), common)
        }
    }
}
