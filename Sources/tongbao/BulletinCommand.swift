import ArgumentParser
import Pipeline

struct BulletinCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bulletin",
        abstract: "按台账重写一期通报。Render a period's output again from the ledger.")

    @OptionGroup var places: PlaceOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        try Terminal.run(common, places) { setting in
            let report = try ProgressBar.shown(setting.language, isWanted: !common.json) { bar in
                var options = try setting.options(places)
                options.progress = bar
                return try MonthlyRun(options).renderAgain()
            }
            if common.json {
                try Terminal.printJSON(report)
            } else {
                Terminal.print(report.lines(in: setting.language))
            }
        }
    }
}
