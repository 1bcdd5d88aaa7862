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
            try Terminal.run(common.language) {
                let report = try MailDesk(places.options()).preview()
                try Self.show(report, common)
            }
        }
    }

    struct Send: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "寄出排队的邮件。Send what is queued.",
            discussion: """
                服务器由环境变量给出 The server comes from the environment: TONGBAO_SMTP_URL
                (smtp://host:25, smtps://host:465), TONGBAO_SMTP_FROM, TONGBAO_SMTP_USER,
                TONGBAO_SMTP_PASSWORD, TONGBAO_SMTP_STARTTLS (yes, try, no).
                """)

        @OptionGroup var places: PlaceOptions
        @OptionGroup var common: CommonOptions

        func run() throws {
            try Terminal.run(common.language) {
                let report = try MailDesk(places.options()).send()
                try Self.show(report, common)
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
            try Terminal.run(common.language) {
                let report = try MailDesk(places.options()).status()
                try Self.show(report, common)
            }
        }
    }
}

extension ParsableCommand {
    /// Prints a report of the mail desk as text or JSON.
    fileprivate static func show(_ report: MailReport, _ common: CommonOptions) throws {
        if common.json {
            try Terminal.printJSON(report)
        } else {
            Terminal.print(report.lines(in: common.language))
        }
    }
}
