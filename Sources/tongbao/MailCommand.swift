import ArgumentParser
import Pipeline

struct MailCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mail",
        abstract: "看要寄什么，寄出，看寄得如何。What would be sent; send it; how it went.",
        subcommands: [Preview.self, Send.self, Status.self])

    struct Preview: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "列出将寄出的邮件，不寄。List what would be sent; nothing is sent.")

        @OptionGroup var places: PlaceOptions
        @OptionGroup var common: CommonOptions

        func run() throws {
            try Terminal.run(common, places) { setting in
                let report = try MailDesk(setting.options(places)).preview()
                try Terminal.show(report, report.lines(in: setting.language), common)
            }
        }
    }

    struct Send: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "寄出排队的邮件。Send what is queued.",
            discussion: """
                服务器写在配置文件或环境变量里 The server is configured, in the file or the environment:
                smtp.url or TONGBAO_SMTP_URL (smtp://host:25, smtps://host:465), and likewise smtp.from,
                smtp.user, smtp.password, smtp.starttls (yes, try, no).
                """)

        @OptionGroup var places: PlaceOptions
        @OptionGroup var common: CommonOptions

        func run() throws {
            try Terminal.run(common, places) { setting in
                let report = try MailDesk(setting.options(places)).send()
                try Terminal.show(report, report.lines(in: setting.language), common)
                if report.hasRefusals { throw ExitCode(69) }
                if report.hasDeferrals { throw ExitCode(75) }
            }
        }
    }

    struct Status: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "每封邮件的状态。The state of every message.")

        @OptionGroup var places: PlaceOptions
        @OptionGroup var common: CommonOptions

        func run() throws {
            try Terminal.run(common, places) { setting in
                let report = try MailDesk(setting.options(places)).status()
                try Terminal.show(report, report.lines(in: setting.language), common)
            }
        }
    }
}
