import ArgumentParser
import Pipeline

extension OfficeCommand {
    struct Objection: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "异议：单位对一个数、一个问题有不同意见。A unit objects to a figure or a finding.",
            discussion: """
                tongbao office objection 城关镇 R06 --text 三村六月已经建成
                成立也不会自己改数：要有改报、认定或撤回。
                An objection that is upheld changes no figure by itself.
                """,
            subcommands: [Raise.self, Decide.self, List.self], defaultSubcommand: Raise.self)
    }
}

extension OfficeCommand.Objection {
    struct Raise: OfficeActCommand {
        static let configuration = CommandConfiguration(
            abstract: "记下一条异议。Note an objection.")

        @Argument(help: "单位 The unit: code, full or short name.")
        var unit: String

        @Argument(help: "指标编号，或问题代码 An indicator, or the code of a finding.")
        var about: String

        @Option(help: "单位怎么说，不写个人信息 What the unit says, no personal data.")
        var text: String?

        @OptionGroup var places: PlaceOptions
        @OptionGroup var common: CommonOptions

        func act(at desk: OfficeDesk) throws(RunError) -> OfficeAnswer {
            try desk.object(unit: unit, about: about, words: text)
        }
    }

    struct Decide: OfficeActCommand {
        static let configuration = CommandConfiguration(
            abstract: "定一条异议成立不成立。Uphold or reject an objection.")

        @Argument(help: "编号，见 office objection list The number of the objection.")
        var number: Int

        @Argument(help: "upheld（成立）或 rejected（不成立）")
        var outcome: String

        @OptionGroup var why: ReasonOption
        @OptionGroup var places: PlaceOptions
        @OptionGroup var common: CommonOptions

        func act(at desk: OfficeDesk) throws(RunError) -> OfficeAnswer {
            try desk.decideObjection(number, outcome: outcome, reason: why.reason)
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "列出异议和处理结果。List objections and what became of them.")

        @OptionGroup var places: PlaceOptions
        @OptionGroup var common: CommonOptions

        func run() throws {
            try Terminal.run(common, places) { setting in
                let list = try OfficeDesk(setting.options(places), in: setting.language)
                    .listObjections()
                try Terminal.show(list, list.lines, common)
            }
        }
    }
}
