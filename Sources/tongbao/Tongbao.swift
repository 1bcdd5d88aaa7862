import ArgumentParser
import Pipeline

/// The root command; each subcommand has a file of its own.
@main
struct Tongbao: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tongbao",
        abstract: "把各单位的月报变成通报。Turns a county's monthly returns into ranked bulletins.",
        discussion: """
            把报表放进 Inbox，运行 tongbao run，通报在 Outbox。
            Put the returns into Inbox, run “tongbao run”, find the bulletin in Outbox.

            退出码 Exit: 0 完成 done · 1 有错误 errors found · 64 用法 usage · 66 没有文件 no such file ·
            69 邮件被拒 mail refused · 70 程序故障 our fault · 73 写不了 cannot write · 75 稍后再试 try later ·
            78 设置有误 set-up to be mended
            """,
        version: Version.current,
        subcommands: [
            RunCommand.self, CheckCommand.self, StatusCommand.self, ExplainCommand.self,
            FormsCommand.self, BulletinCommand.self, YearCommand.self, MailCommand.self,
            OfficeCommand.self, DrawCommand.self,
            CampaignCommand.self, LedgerCommand.self, DoctorCommand.self, DumpCommand.self,
            DemoCommand.self,
        ])
}
