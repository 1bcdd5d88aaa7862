import ArgumentParser
import Pipeline

struct OfficeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "office",
        abstract: "县里自己办的事：免报、延期、撤回、认名称、认定、清单事项、异议。The office's own acts, each with a reason.",
        discussion: """
            每件事都要写明原因（--reason），有一个编号；办了不能改，只能撤销。
            不写 --period 的，免报、延期是上个月的报表。
            Each act has a reason and a number; it is never edited, only revoked. Without --period a
            waiver or a later due time is about last month's return.
            """,
        subcommands: [
            Waive.self, Extend.self, Withdraw.self, Alias.self, Verdict.self, Item.self,
            Objection.self, Cases.self, Suspicions.self, Suspicion.self, List.self, Revoke.self,
        ])

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "列出办过的事。List the acts; with --period those about it.")

        @OptionGroup var places: PlaceOptions
        @OptionGroup var common: CommonOptions

        func run() throws {
            try Terminal.run(common, places) { setting in
                let list = try OfficeDesk(setting.options(places), in: setting.language).list()
                try Terminal.show(list, list.lines, common)
            }
        }
    }

    struct Revoke: OfficeActCommand {
        static let configuration = CommandConfiguration(
            abstract: "撤销一件事。An act no longer stands.")

        @Argument(help: "编号，见 office list The number of the act.")
        var number: Int

        @OptionGroup var why: ReasonOption
        @OptionGroup var places: PlaceOptions
        @OptionGroup var common: CommonOptions

        func act(at desk: OfficeDesk) throws(RunError) -> OfficeAnswer {
            try desk.revoke(number, reason: why.reason)
        }
    }
}

struct ReasonOption: ParsableArguments {
    @Option(help: "原因，至少四个字，不写个人信息 The reason, four characters or more, no personal data.")
    var reason: String?
}

/// A command that is one act of the office.
protocol OfficeActCommand: ParsableCommand {
    var places: PlaceOptions { get }
    var common: CommonOptions { get }
    func act(at desk: OfficeDesk) throws(RunError) -> OfficeAnswer
}

extension OfficeActCommand {
    func run() throws {
        try Terminal.run(common, places) { setting in
            let answer = try act(at: OfficeDesk(setting.options(places), in: setting.language))
            try Terminal.show(answer, answer.lines, common)
        }
    }
}
