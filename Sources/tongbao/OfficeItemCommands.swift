import ArgumentParser
import Pipeline

extension OfficeCommand {
    struct Item: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "三清单的事项：交办、延期、完成、销号、退回。Items of the three lists.",
            discussion: """
                编号见 office item list。单位报了完成的，核过再销号，没办好的退回。
                The numbers are in office item list. What is done is checked, then verified or sent back.
                """,
            subcommands: [
                Open.self, Extend.self, Close.self, Verify.self, Reopen.self, List.self,
            ])
    }
}

extension OfficeCommand.Item {
    struct Which: ParsableArguments {
        @Argument(help: "编号，见 office item list The number of the item.")
        var number: String

        @Option(help: "单位，编号重复时要写 The unit, where several have that number.")
        var unit: String?
    }

    struct Open: OfficeActCommand {
        static let configuration = CommandConfiguration(
            abstract: "交办一件事。A new item.")

        @Argument(help: "单位 The unit: code, full or short name.")
        var unit: String

        @Argument(help: "要办什么，不写个人信息 What is to be done, no personal data.")
        var text: String

        @Option(help: "清单：问题、任务、责任 problem, task or duty.")
        var list = "problem"

        @Option(help: "完成时限，如 2020-08-15 The due date.")
        var due: String?

        @Option(help: "涉及对象在花名册上的代码 The code of a roster entry.")
        var about: String?

        @OptionGroup var why: ReasonOption
        @OptionGroup var places: PlaceOptions
        @OptionGroup var common: CommonOptions

        func act(at desk: OfficeDesk) throws(RunError) -> OfficeAnswer {
            try desk.openItem(
                .init(unit: unit, text: text, list: list, due: due, subject: about),
                reason: why.reason)
        }
    }

    struct Extend: OfficeActCommand {
        static let configuration = CommandConfiguration(
            abstract: "延期：时限往后推。A later due date.")

        @OptionGroup var which: Which

        @Option(help: "新的时限，如 2020-09-30 The later due date.")
        var due: String?

        @OptionGroup var why: ReasonOption
        @OptionGroup var places: PlaceOptions
        @OptionGroup var common: CommonOptions

        func act(at desk: OfficeDesk) throws(RunError) -> OfficeAnswer {
            try desk.extendItem(which.number, unit: which.unit, due: due, reason: why.reason)
        }
    }

    struct Close: OfficeActCommand {
        static let configuration = CommandConfiguration(
            abstract: "完成：记下办完了，等着核查。It was done and waits to be checked.")

        @OptionGroup var which: Which

        @Option(help: "哪天完成的，不写是今天 The day on which it was done.")
        var on: String?

        @OptionGroup var why: ReasonOption
        @OptionGroup var places: PlaceOptions
        @OptionGroup var common: CommonOptions

        func act(at desk: OfficeDesk) throws(RunError) -> OfficeAnswer {
            try desk.closeItem(which.number, unit: which.unit, done: on, reason: why.reason)
        }
    }

    struct Verify: OfficeActCommand {
        static let configuration = CommandConfiguration(
            abstract: "销号：核查通过。It was checked and passes.")

        @OptionGroup var which: Which
        @OptionGroup var why: ReasonOption
        @OptionGroup var places: PlaceOptions
        @OptionGroup var common: CommonOptions

        func act(at desk: OfficeDesk) throws(RunError) -> OfficeAnswer {
            try desk.verifyItem(which.number, unit: which.unit, reason: why.reason)
        }
    }

    struct Reopen: OfficeActCommand {
        static let configuration = CommandConfiguration(
            abstract: "退回：没办好，再办。It is to be done again.")

        @OptionGroup var which: Which
        @OptionGroup var why: ReasonOption
        @OptionGroup var places: PlaceOptions
        @OptionGroup var common: CommonOptions

        func act(at desk: OfficeDesk) throws(RunError) -> OfficeAnswer {
            try desk.reopenItem(which.number, unit: which.unit, reason: why.reason)
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "列出没有销号的事项。List the items that are not verified.")

        @Option(help: "只看一个单位 Of one unit.")
        var unit: String?

        @Flag(help: "只看到期的和下月到期的 Only what is due, or will be next month.")
        var due = false

        @OptionGroup var places: PlaceOptions
        @OptionGroup var common: CommonOptions

        func run() throws {
            try Terminal.run(common, places) { setting in
                let list = try OfficeDesk(setting.options(places), in: setting.language)
                    .listItems(unit: unit, isDue: due)
                try Terminal.show(list, list.lines, common)
            }
        }
    }
}
