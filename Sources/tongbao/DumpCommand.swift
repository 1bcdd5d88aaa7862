import ArgumentParser
import Findings
import Foundation
import Pipeline

struct DumpCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dump",
        abstract: "把工作簿的单元格逐个打印出来。Print a workbook's cells, one by one.")

    @Argument(help: "文件 The file.")
    var file: String

    @Option(help: "工作表的名称或序号 The name of a sheet, or its number from 1.")
    var sheet: String?

    @Option(help: "jsonl, csv")
    var format = "jsonl"

    @Flag(help: "只打印单元格和工作表的个数 Print cells=N sheets=M alone.")
    var count = false

    @OptionGroup var setup: SetUpOptions

    func validate() throws {
        guard ["jsonl", "csv"].contains(format) else {
            throw ValidationError("--format: jsonl, csv")
        }
    }

    func run() throws {
        try Terminal.run(setup) { setting in
            let findings = try DumpDesk.dump(
                file, sheet: sheet, format: count ? .count : format == "csv" ? .csv : .jsonl,
                configuration: setting.configuration
            ) { bytes in
                FileHandle.standardOutput.write(Data(bytes))
            }
            guard let finding = findings.first else { return }
            Terminal.complain([
                finding.line(in: setting.language),
                "    → " + finding.advice.text(in: setting.language),
            ])
            throw ExitCode(1)
        }
    }
}
