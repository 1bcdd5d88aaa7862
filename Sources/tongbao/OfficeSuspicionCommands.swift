import ArgumentParser
import Pipeline

extension OfficeCommand {
    struct Cases: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "暗访待办：等谁反馈，哪些可以认定。Inspection records that want something.")

        @Flag(help: "已办结的也列出 List those that were decided as well.")
        var all = false

        @OptionGroup var places: PlaceOptions
        @OptionGroup var common: CommonOptions

        func run() throws {
            try Terminal.run(common, places) { setting in
                let report = try OfficeDesk(setting.options(places), in: setting.language)
                    .cases(isWhole: all)
                try Terminal.show(report, report.lines, common)
            }
        }
    }

    struct Suspicions: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "疑点清单：筛查提示了什么，过去查实多少。What the screens flag, and how often they were right.")

        @Flag(help: "查实太少、只列总数的也逐条列出 List the flags of quiet screens one by one.")
        var all = false

        @OptionGroup var places: PlaceOptions
        @OptionGroup var common: CommonOptions

        func run() throws {
            try Terminal.run(common, places) { setting in
                let report = try OfficeDesk(setting.options(places), in: setting.language)
                    .suspicions(isUnfolded: all)
                try Terminal.show(report, report.lines, common)
            }
        }
    }

    struct Suspicion: OfficeActCommand {
        static let configuration = CommandConfiguration(
            abstract: "疑点核实：查过了，属实还是不实。What came of looking into a flag.")

        @Argument(help: "编号，见 office suspicions The number of the flag.")
        var number: String

        @Argument(help: "confirmed 属实，dismissed 不实 The outcome.")
        var outcome: String

        @OptionGroup var why: ReasonOption
        @OptionGroup var places: PlaceOptions
        @OptionGroup var common: CommonOptions

        func act(at desk: OfficeDesk) throws(RunError) -> OfficeAnswer {
            try desk.suspicion(number, outcome: outcome, reason: why.reason)
        }
    }
}
