import ArgumentParser
import Pipeline

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "校核文件、文件夹、压缩包，什么也不存。Print the findings for files; nothing is stored.")

    @Argument(help: "报表文件、文件夹或 .zip Files, folders or archives.")
    var files: [String]

    @OptionGroup var places: PlaceOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        try Terminal.run(common, places) { setting in
            let report = try FileCheck(setting.options(places)).check(files)
            try Terminal.show(report, report.lines(in: setting.language), common)
            if report.hasErrors { throw ExitCode(1) }
        }
    }
}
