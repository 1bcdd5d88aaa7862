import ArgumentParser
import Pipeline

struct DrawCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "draw",
        abstract: "暗访抽查：抽名单，事前公布哈希，事后公布种子。Draws the objects of a month's inspections.",
        discussion: """
            一个月只抽一次；不写 --period 的是本月。名单只在办公室的文件夹里。
            One draw a month, of the running month without --period. The list stays in the office's folder.
            """,
        subcommands: [Plan.self, Show.self, Reveal.self, Verify.self])

    struct Plan: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "抽定名单，给出要公布的哈希。Draw, and print the hash to publish beforehand.")

        @Option(help: "抽几个对象 How many objects.")
        var objects: Int

        @Option(help: "只在这张报表的花名册里抽 Only of this form's roster.")
        var form: String?

        @OptionGroup var places: PlaceOptions
        @OptionGroup var common: CommonOptions

        func run() throws {
            try Terminal.run(common, places) { setting in
                let answer = try DrawDesk(setting.options(places)).plan(objects, form: form)
                try Terminal.show(answer, answer.lines(in: setting.language), common)
            }
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "看名单，只供办公室。Show the list, for the office alone.")

        @OptionGroup var places: PlaceOptions
        @OptionGroup var common: CommonOptions

        func run() throws {
            try Terminal.run(common, places) { setting in
                let answer = try DrawDesk(setting.options(places)).show()
                try Terminal.show(answer, answer.lines(in: setting.language), common)
            }
        }
    }

    struct Reveal: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "全部去过以后，备好公布的文件。After the last visit, lay out what is published.")

        @Flag(help: "有的对象没有暗访记录也公布 Though some objects have no record of a visit.")
        var force = false

        @OptionGroup var places: PlaceOptions
        @OptionGroup var common: CommonOptions

        func run() throws {
            try Terminal.run(common, places) { setting in
                let answer = try DrawDesk(setting.options(places)).reveal(isForced: force)
                try Terminal.show(answer, answer.lines(in: setting.language), common)
            }
        }
    }

    struct Verify: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "按公布的文件重抽核对，不需要台账。Draw again from what was published.")

        @Argument(help: "种子.txt The seed's file.")
        var seed: String

        @Argument(help: "名册.csv The frame.")
        var frame: String

        @Option(help: "权重.csv；不写的在种子旁边找 The weights, else looked for beside the seed.")
        var weights: String?

        @Option(help: "名单.csv；不写的在种子旁边找 The list, else looked for beside the seed.")
        var list: String?

        @Option(help: "事前公布的SHA-256 The hash that was published beforehand.")
        var hash: String?

        @OptionGroup var common: CommonOptions

        func run() throws {
            try Terminal.run(common) { setting in
                let check = try DrawCheck(
                    seed: seed, frame: frame, weights: weights, list: list, hash: hash)
                try Terminal.show(check, check.lines(in: setting.language), common)
                if !check.isRight { throw ExitCode(1) }
            }
        }
    }
}
