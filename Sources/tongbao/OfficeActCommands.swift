import ArgumentParser
import Pipeline

extension OfficeCommand {
    struct Waive: OfficeActCommand {
        static let configuration = CommandConfiguration(
            abstract: "免报：这张表不用报，如受灾。A return is not owed, after a flood.")

        @Argument(help: "单位 The unit: code, full or short name.")
        var unit: String

        @Argument(help: "报表：文件夹名（农村）、全名或代号 The form: folder, title or id.")
        var form: String

        @OptionGroup var why: ReasonOption
        @OptionGroup var places: PlaceOptions
        @OptionGroup var common: CommonOptions

        func act(at desk: OfficeDesk) throws(RunError) -> OfficeAnswer {
            try desk.waive(unit: unit, form: form, reason: why.reason)
        }
    }

    struct Extend: OfficeActCommand {
        static let configuration = CommandConfiguration(
            abstract: "延期：这张表晚些报。A return is due later.")

        @Argument(help: "单位 The unit: code, full or short name.")
        var unit: String

        @Argument(help: "报表：文件夹名（农村）、全名或代号 The form: folder, title or id.")
        var form: String

        @Option(help: "新的截止时间，如 2020-07-10 或 2020-07-10T12:00 The later due time.")
        var until: String?

        @OptionGroup var why: ReasonOption
        @OptionGroup var places: PlaceOptions
        @OptionGroup var common: CommonOptions

        func act(at desk: OfficeDesk) throws(RunError) -> OfficeAnswer {
            try desk.extend(unit: unit, form: form, until: until, reason: why.reason)
        }
    }

    struct Withdraw: OfficeActCommand {
        static let configuration = CommandConfiguration(
            abstract: "撤回：放错的文件不计。A misfiled file no longer counts.")

        @Argument(help: "收件箱里的路径、文件名，或指纹的前6位以上 A path, a name, or digits of the hash.")
        var file: String

        @OptionGroup var why: ReasonOption
        @OptionGroup var places: PlaceOptions
        @OptionGroup var common: CommonOptions

        func act(at desk: OfficeDesk) throws(RunError) -> OfficeAnswer {
            try desk.withdraw(file, reason: why.reason)
        }
    }

    struct Alias: OfficeActCommand {
        static let configuration = CommandConfiguration(
            abstract: "认名称：这种写法就是这个单位、这个村。A spelling stands for a unit or a roster entry.")

        @Argument(help: "单位，或花名册上的代码 A unit, or a code of the roster.")
        var holder: String

        @Argument(help: "报表上的写法 The spelling on the sheet.")
        var name: String

        @OptionGroup var why: ReasonOption
        @OptionGroup var places: PlaceOptions
        @OptionGroup var common: CommonOptions

        func act(at desk: OfficeDesk) throws(RunError) -> OfficeAnswer {
            try desk.alias(holder, name: name, reason: why.reason)
        }
    }

    struct Verdict: OfficeActCommand {
        static let configuration = CommandConfiguration(
            abstract: "认定：一条暗访记录属不属实。The office's verdict on an inspection record.")

        @Argument(help: "暗访编号 The visit.")
        var visit: String

        @Argument(help: "检查项目编码或名称 The item: its id or title.")
        var item: String

        @Argument(help: "虚报、瞒报、属实不符、笔误、口径不一、相符、待认定 The verdict.")
        var verdict: String

        @Option(help: "对象的代码或名称，同一编号查了几个对象时要写 The object, where the visit saw several.")
        var about: String?

        @Option(help: "单位反馈：未反馈、无异议、有异议 The unit's answer.")
        var feedback: String?

        @OptionGroup var why: ReasonOption
        @OptionGroup var places: PlaceOptions
        @OptionGroup var common: CommonOptions

        func act(at desk: OfficeDesk) throws(RunError) -> OfficeAnswer {
            try desk.verdict(
                visit: visit, item: item, subject: about, verdict: verdict, feedback: feedback,
                reason: why.reason)
        }
    }
}
