import Foundation
import Testing

extension Workplace {
    /// Runs the program on a terminal of some width and gives all that appeared on it, as it came.
    func onTerminal(columns: Int, _ arguments: String...) throws -> Outcome {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/python3")
        process.arguments =
            ["-c", Self.terminal, String(columns), Self.program.path(percentEncoded: false)]
            + arguments
        process.currentDirectoryURL = folder
        process.environment = ["LANG": "zh_CN.UTF-8", "TZ": "UTC", "PATH": "/usr/bin:/bin"]
        let output = Pipe()
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return Outcome(
            command: arguments, code: process.terminationStatus,
            stdout: String(decoding: data, as: UTF8.self), stderr: "")
    }

    private static let terminal = """
        import fcntl, os, pty, struct, sys, termios
        child, terminal = pty.fork()
        if child == 0:
            os.execv(sys.argv[2], sys.argv[2:])
        size = struct.pack("HHHH", 24, int(sys.argv[1]), 0, 0)
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, size)
        while True:
            try:
                bytes = os.read(terminal, 65536)
            except OSError:
                break
            if not bytes:
                break
            sys.stdout.buffer.write(bytes)
        sys.stdout.flush()
        sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
        """
}
