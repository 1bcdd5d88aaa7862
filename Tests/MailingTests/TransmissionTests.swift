import Foundation
import Ledgers
import Mailing
import Testing

/// Against a real server; skipped with a sentence where Python or aiosmtpd is missing.
@Suite struct TransmissionTests {
    private func transport(port: Int, security: MailServer.Security = .none) throws -> SMTPTransport
    {
        SMTPTransport(
            server: try MailServer(
                url: "smtp://127.0.0.1:\(port)", security: security,
                from: try Mailbox("zzb@lanchuan.example"), connectTimeout: 5, timeout: 20))
    }

    private func server() throws -> MailServerProcess? {
        guard let python = Python.path, Python.has("aiosmtpd") else {
            Python.skip("python3 and its package aiosmtpd")
            return nil
        }
        return try MailServerProcess(python: python)
    }

    private func letter(to address: String) throws -> [UInt8] {
        try Samples.message(to: address).encoded(
            digest: String(repeating: "0123456789abcdef", count: 4))
    }

    @Test(.timeLimit(.minutes(5)))
    func `送到的与发出的逐字节相同`() throws {
        guard let server = try server() else { return }
        let letter = try letter(to: "xwsj@lanchuan.example")
        let outcome = try transport(port: server.port).send(
            letter, to: try Mailbox("xwsj@lanchuan.example"))
        #expect(outcome == .sent(reply: "250 2.0.0 taken over"))
        let arrived = try #require(try server.letter())
        #expect(arrived.recipient == "xwsj@lanchuan.example")
        #expect(arrived.bytes == letter)
    }

    @Test(.timeLimit(.minutes(5)))
    func `拒收、暂缓和断在数据之后是三回事`() throws {
        guard let server = try server() else { return }
        let transport = try transport(port: server.port)
        func outcome(_ address: String) throws -> SendOutcome {
            try transport.send(try letter(to: address), to: try Mailbox(address))
        }
        #expect(
            try outcome("refuse@lanchuan.example") == .refused(reply: "550 5.1.1 no such mailbox"))
        #expect(
            try outcome("later@lanchuan.example")
                == .deferred(reply: "451 4.3.0 try again later", isUnreachable: false))
        #expect(try outcome("full@lanchuan.example") == .refused(reply: "552 5.2.2 mailbox full"))
        guard case .unknown = try outcome("cut@lanchuan.example") else {
            Issue.record("a transaction cut off after its data is unknown")
            return
        }
    }

    @Test(.timeLimit(.minutes(5)))
    func `没有人听的端口和不给加密的服务器是暂缓，什么也没有送出`() throws {
        guard let server = try server() else { return }
        let letter = try letter(to: "xwsj@lanchuan.example")
        let mailbox = try Mailbox("xwsj@lanchuan.example")
        let strict = try transport(port: server.port, security: .required).send(letter, to: mailbox)
        guard case .deferred(_, true) = strict else {
            Issue.record("without STARTTLS nothing is said: \(strict)")
            return
        }
        let silent = try transport(port: 1).send(letter, to: mailbox)
        guard case .deferred(_, true) = silent else {
            Issue.record("no server is a reason to try again: \(silent)")
            return
        }
    }

    @Test(arguments: ["http://a", "smtp://", "smtp://user@host", "smtp://a b", "host:25"])
    func `不是邮件服务器的地址不收`(url: String) {
        #expect(throws: MailError.self) {
            try MailServer(url: url, from: try Mailbox("zzb@lanchuan.example"))
        }
    }
}
