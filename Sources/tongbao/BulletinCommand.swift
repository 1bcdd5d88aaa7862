import ArgumentParser
import Pipeline

struct BulletinCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bulletin",
        abstract: "按台账重写一期通报，照原样重做，正式通报。Write a period again, as now known or as issued; issue it.",
        discussion: """
            tongbao bulletin --period 2020-05              按现在的数据写进输出，有变动的附更正通报
            tongbao bulletin --period 2020-05 --as-issued  按通报时的数据和表格重做，不动输出
            tongbao bulletin issue --period 2020-05        把输出里的这一版定为正式通报
            """,
        subcommands: [Write.self, Issue.self], defaultSubcommand: Write.self)

    struct Write: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "按台账重写一期通报。Render a period's output again from the ledger.")

        @Flag(help: "按通报时的数据和表格重做，写在输出之外 As it was issued, written elsewhere.")
        var asIssued = false

        @Option(help: "与 --as-issued 同用：写到哪个新文件夹 With --as-issued: a new folder to write to.")
        var to: String?

        @OptionGroup var places: PlaceOptions
        @OptionGroup var common: CommonOptions

        func validate() throws {
            if to != nil && !asIssued {
                throw ValidationError("--to 只与 --as-issued 同用 --to goes with --as-issued")
            }
        }

        func run() throws {
            try Terminal.run(common, places) { setting in
                if asIssued {
                    let report = try IssuedDesk(setting.options(places)).rebuild(to: to)
                    try Terminal.show(report, report.lines(in: setting.language), common)
                    return
                }
                let report = try ProgressBar.shown(setting.language, isWanted: !common.json) {
                    bar in
                    var options = try setting.options(places)
                    options.progress = bar
                    return try MonthlyRun(options).renderAgain()
                }
                let lines = report.lines(in: setting.language, ofInbox: false)
                try Terminal.show(report, lines, common)
            }
        }
    }

    struct Issue: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "把输出里的这一版定为正式通报。Make what stands in the Outbox the published bulletin.",
            discussion: """
                下月的位次变化与它比，以后的变动写更正通报；每期只能一次。
                Next month's changes of rank count from it, later changes are corrections; once a period.
                """)

        @OptionGroup var places: PlaceOptions
        @OptionGroup var common: CommonOptions

        func run() throws {
            try Terminal.run(common, places) { setting in
                let answer = try IssueDesk(setting.options(places)).issue()
                try Terminal.show(answer, answer.lines(in: setting.language), common)
            }
        }
    }
}
