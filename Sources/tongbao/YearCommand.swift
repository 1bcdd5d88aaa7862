import ArgumentParser
import Pipeline

struct YearCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "year",
        abstract: "年度得分和述职评分。The year's scores, and a scorecard for each unit.",
        discussion: """
            各月平均、年终指标达成、述职评议测评按比重合计；没有登记测评的，这一项未定，不出年度得分。
            Monthly mean, year-end attainment and review by their shares; what is not known stays open.
            """)

    @Option(help: "哪一年；不写的是上一年，上一年没有通报过的是今年 The year.")
    var year: Int?

    @OptionGroup var places: PlaceOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        try Terminal.run(common, places) { setting in
            let report = try YearDesk(setting.options(places)).write(year)
            try Terminal.show(report, report.lines(in: setting.language), common)
        }
    }
}
