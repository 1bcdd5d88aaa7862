#if FAIL_POINTS
    import Glibc
    import Synchronization

    /// What is to go wrong, and where, by the environment.
    ///
    /// - `TONGBAO_FAIL_AT=N`: the process is killed at the Nth point that it passes;
    /// - with `TONGBAO_FAIL_SIGNAL=19` it gets this signal instead (19: it stops, and holds what it holds);
    /// - with `TONGBAO_FAIL_ERRNO=28` that point and all after it fail with this `errno` instead;
    /// - `TONGBAO_FAIL_COUNT=path`: a line is appended to that file for each point passed.
    final class FailPlan: Sendable {
        static let current = FailPlan()

        private let at: Int?
        private let code: Int32?
        private let signal: Int32
        private let record: String?
        private let passed = Atomic<Int>(0)

        private init() {
            func value(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
            at = value("TONGBAO_FAIL_AT").flatMap { Int($0) }
            code = value("TONGBAO_FAIL_ERRNO").flatMap { Int32($0) }
            signal = value("TONGBAO_FAIL_SIGNAL").flatMap { Int32($0) } ?? SIGKILL
            record = value("TONGBAO_FAIL_COUNT")
        }

        func pass(_ point: FailPoint, _ path: String) throws(FileError) {
            guard at != nil || record != nil else { return }
            let number = passed.add(1, ordering: .relaxed).newValue
            note("\(number) \(point.rawValue) \(path)\n")
            guard let at, number >= at else { return }
            guard let code else {
                if number == at { kill(getpid(), signal) }
                return
            }
            // A full disk still lets go of what is on it.
            if code == ENOSPC && [.remove, .cut, .mode].contains(point) { return }
            throw FileError(point.operation, path, code: code)
        }

        private func note(_ line: String) {
            guard let record else { return }
            let descriptor = open(record, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else { return }
            defer { close(descriptor) }
            let bytes = Array(line.utf8)
            _ = Glibc.write(descriptor, bytes, bytes.count)
        }
    }

    extension FailPoint {
        fileprivate var operation: FileError.Operation {
            switch self {
            case .create, .folder, .mode: .create
            case .write, .half, .cut, .beforeCommit, .afterCommit: .write
            case .sync: .sync
            case .rename, .exchange: .rename
            case .remove: .remove
            }
        }
    }
#endif
