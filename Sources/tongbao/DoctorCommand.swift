import ArgumentParser
import Foundation
import Pipeline

struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "看这台机器和设置行不行，每项说明怎么办。Is the set-up sound? Each line says what to do.",
        discussion: """
            ✓ 正常 fine  ! 提醒 worth knowing  ✗ 须修 must be mended (exit 78)
            不写任何东西，也不连网。It leaves nothing behind and opens no connection.
            """)

    @OptionGroup var places: PlaceOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        try Terminal.run(common, places) { setting in
            let report = Doctor(
                setting.configuration, try setting.options(places),
                environment: ProcessInfo.processInfo.environment
            ).report()
            try Terminal.show(report, report.lines(in: setting.language), common)
            if report.hasFaults { throw ExitCode(78) }
        }
    }
}
