import ArgumentParser
import Foundation
import Pipeline

struct LedgerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger",
        abstract: "核验、备份、重建、导出台账。Verify, back up, rebuild, export the ledger.",
        subcommands: [
            Verify.self, Backup.self, Rebuild.self, Export.self, Dump.self,
        ])

    struct Verify: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "查找损坏，什么也不改。Look for damage; nothing is changed.")

        @OptionGroup var places: PlaceOptions
        @OptionGroup var common: CommonOptions

        func run() throws {
            try Terminal.run(common, places) { setting in
                let report = try LedgerDesk(setting.options(places)).verify()
                try Terminal.show(report, report.lines(in: setting.language), common)
                if report.hasFaults { throw ExitCode(1) }
            }
        }
    }

    struct Backup: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "备份到一个新文件夹并核验，运行中也可以。Copy into a new folder and verify the copy.",
            discussion: """
                隔离区不在备份里。The quarantine is left out.
                还原：把备份文件夹放回 --state 处，运行 tongbao run。
                Restore: put the folder in the place of --state and run “tongbao run”.
                """)

        @Argument(help: "新文件夹 The folder to make; without it <state>-backup/<moment>.")
        var folder: String?

        @OptionGroup var places: PlaceOptions
        @OptionGroup var common: CommonOptions

        func run() throws {
            try Terminal.run(common, places) { setting in
                let report = try LedgerDesk(setting.options(places)).backup(to: folder)
                try Terminal.show(report, report.lines(in: setting.language), common)
                if report.hasFaults { throw ExitCode(1) }
            }
        }
    }

    struct Rebuild: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "由事件重建数据库，从收件文件夹补回原件。Make the database again from the events.")

        @OptionGroup var places: PlaceOptions
        @OptionGroup var common: CommonOptions

        func run() throws {
            try Terminal.run(common, places) { setting in
                let report = try LedgerDesk(setting.options(places)).rebuild()
                try Terminal.show(report, report.lines(in: setting.language), common)
                if report.verification.hasFaults { throw ExitCode(1) }
            }
        }
    }

    struct Export: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "把采用的各行写成 CSV，供别的程序用。Write the rows that stand as CSV for other programs.",
            discussion: """
                每表每期一个文件 A file a form and period: form=rural/period=2020-06/rows.csv
                --views 写指标据以计算的视图（在册每户一行）和参数，用别的数据库也能复算。
                --views writes what indicators are measured over, a row a roster entry, and their parameters:
                view=rural/period=2020-06/rows.csv, parameters/period=2020-06/rows.csv
                """)

        @Argument(help: "写到哪个文件夹 The folder to write to.")
        var folder: String

        @Flag(help: "写视图和参数 The views and their parameters instead of the rows.")
        var views = false

        @OptionGroup var places: PlaceOptions
        @OptionGroup var common: CommonOptions

        func run() throws {
            try Terminal.run(common, places) { setting in
                let paths = try LedgerDesk(setting.options(places)).export(
                    to: folder, areViewsAsked: views)
                try Terminal.show(paths, paths, common)
            }
        }
    }

    struct Dump: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "逐行打印台账的全部内容，内容相同则逐字节相同。Print all that the ledger knows, as JSON lines.")

        @OptionGroup var places: PlaceOptions
        @OptionGroup var common: CommonOptions

        func run() throws {
            try Terminal.run(common, places) { setting in
                var buffer = Data()
                try LedgerDesk(setting.options(places)).dump { line in
                    buffer += line
                    guard buffer.count > 1 << 16 else { return }
                    FileHandle.standardOutput.write(buffer)
                    buffer.removeAll(keepingCapacity: true)
                }
                FileHandle.standardOutput.write(buffer)
            }
        }
    }
}
