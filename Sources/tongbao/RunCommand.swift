import ArgumentParser
import Pipeline

struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "收件、校核、计分、排名、写通报。Take in, check, score, rank, write the bulletin.")

    @OptionGroup var places: PlaceOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        try Terminal.run(common, places) { setting in
            let report = try ProgressBar.shown(setting.language, isWanted: !common.json) { bar in
                var options = try setting.options(places)
                options.progress = bar
                return try MonthlyRun(options).run()
            }
            try Terminal.show(report, report.lines(in: setting.language), common)
        }
    }
}
