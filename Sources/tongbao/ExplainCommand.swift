import ArgumentParser
import Pipeline

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "一个得分、一项指标从哪里来；一个代码是什么意思。Where a figure comes from; what a code means.")

    @Argument(help: "单位（代码、全称或简称），或问题代码 A unit, or the code of a finding.")
    var subject: String

    @Argument(help: "指标编号 An indicator, for the rows behind it.")
    var indicator: String?

    @OptionGroup var places: PlaceOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        try Terminal.run(common, places) { setting in
            let answer = try ExplainDesk(setting.options(places)).explain(
                subject, indicator: indicator, in: setting.language)
            try Terminal.show(answer, answer.lines, common)
        }
    }
}
