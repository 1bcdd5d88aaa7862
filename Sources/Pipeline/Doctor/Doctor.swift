import Campaigns
import Files
import Findings
import Formulas
import Mailing
import Workbooks
import ZipArchives

/// Looks at a machine and a set-up before a run has to (体检): what is there, what is missing, what to do.
///
/// It leaves nothing behind, opens no connection, and goes on where a ledger or a campaign is broken.
package struct Doctor {
    typealias Line = DoctorReport.Line

    let configuration: ConfigurationValues
    let options: RunOptions
    /// What the process was told by its environment: the locale.
    let environment: [String: String]

    package init(
        _ configuration: ConfigurationValues, _ options: RunOptions, environment: [String: String]
    ) {
        self.configuration = configuration
        self.options = options
        self.environment = environment
    }

    package func report() -> DoctorReport {
        let (campaign, campaignLines) = campaignLines()
        let checkup = LedgerLook(options.state)
        var lines = libraryLines()
        lines += configurationLines()
        lines += terminalLines()
        lines += clockLines(campaign, last: checkup.lastMoment)
        lines += folderLines(movesInbox: campaign?.settings.text(.inboxAfter) == "move")
        lines += campaignLines
        lines += checkup.lines
        lines += heartbeatLines()
        lines += mailLines(campaign)
        return DoctorReport(lines: lines, settings: settingLines())
    }

    /// Versions, and what the builds of this machine lack.
    private func libraryLines() -> [Line] {
        let libraries = [
            ("SQLite", SQLiteLibrary.version, SQLiteLibrary.lacks),
            ("zlib", ZlibLibrary.version, []),
            ("libxml2", XMLLibrary.version, XMLLibrary.lacks),
            ("libcurl", CurlLibrary.version, CurlLibrary.lacks),
        ]
        let versions = libraries.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
        let all = "tongbao \(Version.current), \(versions)"
        let first = Line(.fine, "versions", Bilingual(all, all))
        return [first]
            + libraries.filter { !$0.2.isEmpty }.map { name, version, lacks in
                let words = lacks.joined(separator: ", ")
                return Line(
                    .fault, "library",
                    Bilingual(
                        "\(name) \(version) 缺少 \(words)", "\(name) \(version) lacks \(words)"),
                    advice: Bilingual(
                        "装发行版自带的 \(name)，或升级系统",
                        "install the distribution's \(name), or upgrade the system"))
            }
    }

    /// The tables: whether they load, and what the lint says.
    private func campaignLines() -> (Campaign?, [Line]) {
        let path = options.campaign
        let advice = Bilingual(
            "运行 tongbao campaign check，按提示改表", "run tongbao campaign check and mend the tables")
        do throws(RunError) {
            let (campaign, _) = try Workshop.campaign(at: path)
            return (
                campaign,
                [
                    Line(
                        .fine, "campaign",
                        Bilingual(
                            "活动表格 \(path)：没有错误", "the campaign \(path) has no errors"))
                ]
            )
        } catch {
            if case .campaign(let findings) = error {
                return (
                    nil,
                    [
                        Line(
                            .fault, "campaign",
                            Bilingual(
                                "活动表格 \(path)：\(findings.count) 处错误",
                                "the campaign \(path) has \(findings.count) errors"),
                            advice: advice)
                    ]
                )
            }
            return (
                nil,
                [
                    Line(
                        .fault, "campaign", error.words,
                        advice: Bilingual(
                            "在 tongbao.json 里写 campaign，或用 --campaign 指明",
                            "name it: campaign in tongbao.json, or --campaign"))
                ]
            )
        }
    }

    /// The mail server's settings, without a connection.
    private func mailLines(_ campaign: Campaign?) -> [Line] {
        guard options.mail.url != nil else {
            return [
                Line(
                    .fine, "mail",
                    Bilingual(
                        "没有设邮件服务器，邮件留在 Outbox", "no mail server: letters stay in the Outbox"))
            ]
        }
        do throws(RunError) {
            let sender = campaign.map(MailDesk.sender) ?? "tongbao@localhost"
            let server = try options.mail.server(sender: sender)
            guard options.mail.password == nil || server.security != .none else {
                return [
                    Line(
                        .warning, "mail",
                        Bilingual("邮箱密码不加密发送", "the mail password is sent in the clear"),
                        advice: Bilingual(
                            "smtp.starttls 改为 yes，或用 smtps://",
                            "set smtp.starttls to yes, or use smtps://"
                        ))
                ]
            }
            return [
                Line(
                    .fine, "mail",
                    Bilingual(
                        "邮件服务器的设置可用（没有连接）",
                        "the mail server's settings can be used (nothing was opened)"))
            ]
        } catch {
            return [
                Line(
                    .fault, "mail", error.words,
                    advice: Bilingual(
                        "改 tongbao.json 里的 smtp，如 \"url\": \"smtp://mail.example:25\"",
                        "mend smtp in tongbao.json, such as \"url\": \"smtp://mail.example:25\""))
            ]
        }
    }
}

extension RunError {
    /// All lines in one.
    var words: Bilingual {
        Bilingual(
            lines(in: .chinese).joined(separator: "；"), lines(in: .english).joined(separator: "; "))
    }
}
