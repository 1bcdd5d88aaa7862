import ArgumentParser
import Findings
import Foundation
import Pipeline

/// What every command may be told about the set-up.
struct SetUpOptions: ParsableArguments {
    @Option(help: "配置文件 The configuration file; without it tongbao.json, if there is one.")
    var config: String?

    @Option(help: "终端语言 Language of the terminal: zh, en.")
    var lang: String?

    func validate() throws {
        if let lang, Language(rawValue: lang) == nil {
            throw ValidationError("--lang: zh, en")
        }
    }
}

/// What every command but `dump` may be told.
struct CommonOptions: ParsableArguments {
    @OptionGroup var setup: SetUpOptions

    @Flag(help: "输出 JSON。Print JSON for programs.")
    var json = false
}

/// Where things are; what is not said here is configured.
struct PlaceOptions: ParsableArguments {
    @Option(help: "收件文件夹 The Inbox.")
    var inbox: String?

    @Option(help: "输出文件夹 The Outbox.")
    var outbox: String?

    @Option(help: "活动表格：文件夹或一个工作簿 The campaign's tables: a folder, or one workbook.")
    var campaign: String?

    @Option(help: "台账文件夹 The folder of the ledger.")
    var state: String?

    @Option(help: "报告期 The period, YYYY-MM; without it the latest one closed.")
    var period: String?

    @Option(help: "以此时刻为准 The moment taken for now, ISO 8601; without it the clock.")
    var asOf: String?
}

/// The configuration as a command sees it, the command line on top.
struct Setting {
    let configuration: ConfigurationValues
    let language: Language

    /// - Throws: `RunError.setUp` for a configuration with faults.
    init(_ setup: SetUpOptions, _ places: PlaceOptions?) throws(RunError) {
        let options: [ConfigurationKey: String?] = [
            .lang: setup.lang, .inbox: places?.inbox, .outbox: places?.outbox,
            .campaign: places?.campaign, .state: places?.state,
        ]
        let environment = ProcessInfo.processInfo.environment
        configuration = try ConfigurationValues(
            commandLine: options.compactMapValues { $0 }, file: setup.config,
            environment: environment)
        language = configuration.language ?? Language(environment: environment)
    }

    /// The language in which to say that the configuration has faults.
    static func firstLanguage(_ setup: SetUpOptions) -> Language {
        let environment = ProcessInfo.processInfo.environment
        return (setup.lang ?? environment[ConfigurationKey.lang.variable])
            .flatMap(Language.init(rawValue:)) ?? Language(environment: environment)
    }

    func options(_ places: PlaceOptions? = nil) throws(RunError) -> RunOptions {
        try RunOptions(configuration, periodText: places?.period, asOf: places?.asOf)
    }
}
