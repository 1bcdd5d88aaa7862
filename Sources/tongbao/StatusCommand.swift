import ArgumentParser
import Pipeline

struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "谁报了，谁没报，什么还没了结。Who has reported, who has not, what is open.")

    @OptionGroup var places: PlaceOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        try Terminal.run(common, places) { setting in
            let report = try StatusReport(setting.options(places))
            try Terminal.show(report, report.lines(in: setting.language), common)
        }
    }
}
