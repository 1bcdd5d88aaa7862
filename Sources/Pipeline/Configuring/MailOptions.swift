import Campaigns
import Findings
import Mailing

/// How letters leave the house, as it is configured.
package struct MailOptions: Sendable {
    var url: String?
    var from: String?
    var user: String?
    var password: String?
    /// `yes`, `try`, `no`; nil: required, unless the whole connection is encrypted.
    var startTLS: String?

    init() {}

    init(_ configuration: ConfigurationValues) {
        url = configuration[.smtpURL]
        from = configuration[.smtpFrom]
        user = configuration[.smtpUser]
        password = configuration[.smtpPassword]
        startTLS = configuration[.smtpStartTLS]
    }

    /// The server, for letters of a sender.
    ///
    /// - Throws: `RunError.setUp` where none is configured or something about it cannot be meant.
    func server(sender: String) throws(RunError) -> MailServer {
        guard let url else {
            throw .setUp(
                Bilingual(
                    "没有设邮件服务器：请在 tongbao.json 里写 smtp.url，或设 TONGBAO_SMTP_URL，"
                        + "如 smtp://mail.example:25",
                    "no mail server: put smtp.url into tongbao.json, or set TONGBAO_SMTP_URL,"
                        + " such as smtp://mail.example:25"))
        }
        guard let mailbox = try? Mailbox(from ?? sender) else {
            throw .setUp(
                from == nil
                    ? Bilingual(
                        "没有寄件人：请写 smtp.from，或设活动的 mail_from",
                        "no sender: set smtp.from, or mail_from in the campaign's settings")
                    : Bilingual(
                        "smtp.from 应是一个邮箱，如 dangjian@mail.example",
                        "smtp.from takes a mailbox such as office@mail.example"))
        }
        do throws(MailError) {
            let security: MailServer.Security =
                switch startTLS {
                case "no": .none
                // STARTTLS where the server offers it.
                case "try": .opportunistic
                default: url.hasPrefix("smtps:") ? .opportunistic : .required
                }
            return try MailServer(
                url: url, security: security, user: user, password: password,
                from: mailbox)
        } catch {
            throw .setUp(
                Bilingual(
                    "smtp.url 应写成 smtp://主机:25 或 smtps://主机:465，里面不写用户名",
                    "smtp.url is smtp://host:25 or smtps://host:465, without a user in it"))
        }
    }
}
