import Foundation

/// A server on a free loopback port that behaves as a recipient's name asks of it, and shows what came.
///
/// `refuse@…` is answered 550, `later@…` 451, `cut@…` gets no answer after the data; everybody else's
/// letter is kept.
final class MailServerProcess {
    let port: Int
    private let process: Process
    private let output: FileHandle

    init(python: String) throws {
        process = Process()
        process.executableURL = URL(filePath: python)
        process.arguments = ["-u", "-c", Self.script]
        process.environment = ["PYTHONIOENCODING": "utf-8", "PATH": "/usr/bin:/bin"]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardInput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        output = pipe.fileHandleForReading
        try process.run()
        guard let line = Self.line(from: output), let port = Int(line) else {
            throw Python.Failure()
        }
        self.port = port
    }

    deinit {
        // A child inherits the blocked signals of the thread that started it: SIGTERM would not reach it.
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// The next letter that came: its recipient and its bytes.
    func letter() throws -> (recipient: String, bytes: [UInt8])? {
        guard let recipient = Self.line(from: output), let text = Self.line(from: output),
            let data = Data(base64Encoded: text)
        else { return nil }
        return (recipient, Array(data))
    }

    private static func line(from handle: FileHandle) -> String? {
        var bytes: [UInt8] = []
        while let byte = try? handle.read(upToCount: 1)?.first {
            if byte == 10 { return String(decoding: bytes, as: UTF8.self) }
            bytes.append(byte)
        }
        return nil
    }

    private static let script = """
        import asyncio, base64
        from aiosmtpd.smtp import SMTP
        class Handler:
            async def handle_RCPT(self, server, session, envelope, address, options):
                if address.startswith('refuse@'): return '550 5.1.1 no such mailbox'
                if address.startswith('later@'): return '451 4.3.0 try again later'
                envelope.rcpt_tos.append(address)
                return '250 OK'
            async def handle_DATA(self, server, session, envelope):
                to = envelope.rcpt_tos[0]
                if to.startswith('cut@'):
                    server.transport.abort()
                    return '250 never seen'
                if to.startswith('full@'): return '552 5.2.2 mailbox full'
                print(to)
                print(base64.b64encode(envelope.content).decode())
                return '250 2.0.0 taken over'
        async def main():
            loop = asyncio.get_running_loop()
            server = await loop.create_server(lambda: SMTP(Handler()), '127.0.0.1', 0)
            print(server.sockets[0].getsockname()[1])
            await asyncio.sleep(120)
        asyncio.run(main())
        """
}
