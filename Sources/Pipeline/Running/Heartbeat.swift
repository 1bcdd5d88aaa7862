import Files
import Findings
import Foundation
import Glibc

/// What the last run came to, in a file of the state folder that monitoring watches (心跳文件).
///
/// Every run writes it whole at its end, also one that did nothing or failed; not one that was called
/// wrongly or found another run at work. Its moment is the run's own; the file's time tells the
/// machine's.
package struct Heartbeat: Codable, Sendable {
    package var version = Version.current
    /// Nil where the run failed before its moment was known.
    package var asOf: String?
    package var ok: Bool
    package var exit: Int32
    /// The kind of what has stopped the run.
    package var error: String?
    package var counts: Counts?
    /// Returns missing, by period.
    package var missing: [String: Int]?
    package var periods: [String]?
    package var lastEvent: Int?
    /// By step, in seconds, `total` among them.
    package var seconds: [String: Double]
    /// The moment of the last run that ended well.
    package var lastSuccess: String?

    package struct Counts: Codable, Sendable {
        package var new: Int
        package var known: Int
        package var accepted: Int
        package var returned: Int
        package var quarantined: Int
        package var unsettled: Int
        package var ignored: Int
        package var early: Int
    }

    /// Of a run that ended well.
    init(_ report: RunReport, lastEvent: Int, times: StepTimes) {
        asOf = report.asOf
        ok = true
        exit = 0
        counts = Counts(
            new: Set(report.files.map(\.file)).count, known: report.knownFiles,
            accepted: report.files.count { $0.status == "accepted" },
            returned: report.files.count { $0.status == "returned" },
            quarantined: report.files.count { $0.status == "quarantined" },
            unsettled: report.unsettled.count, ignored: report.ignored.count,
            early: report.early.count)
        missing = Dictionary(
            report.periods.filter { !$0.isDraft }.map { ($0.period, $0.missing.count) },
            uniquingKeysWith: { $1 })
        periods = report.periods.map(\.period)
        self.lastEvent = lastEvent
        seconds = Self.seconds(times)
        lastSuccess = report.asOf
    }

    /// Of a run that was stopped; what was before is what the last heartbeat tells.
    init(_ error: RunError, asOf: String?, before: Heartbeat?, times: StepTimes) {
        self.asOf = asOf
        ok = false
        exit = error.exitCode
        self.error = error.kind
        lastEvent = before?.lastEvent
        seconds = Self.seconds(times)
        lastSuccess = before?.lastSuccess
    }

    /// The heartbeat of a state folder; nil where there is none that can be read.
    package init?(readFrom state: String) {
        guard let bytes = try? Files.read(Self.path(in: state), limit: 1 << 20),
            let heartbeat = try? Self.decoder.decode(Heartbeat.self, from: Data(bytes))
        else { return nil }
        self = heartbeat
    }

    package static func path(in state: String) -> String { state + "/heartbeat.json" }

    /// Writes the file whole; its time is new, also where its bytes are not.
    func write(to state: String) throws(FileError) {
        let path = Self.path(in: state)
        guard var data = try? Self.encoder.encode(self) else { return }
        data.append(UInt8(ascii: "\n"))
        guard try !Files.write(Array(data), to: path, mode: 0o600) else { return }
        guard utimensat(AT_FDCWD, path, nil, 0) == 0 else {
            throw FileError(.write, path, code: errno)
        }
    }

    private static func seconds(_ times: StepTimes) -> [String: Double] {
        var seconds = Dictionary(
            times.steps.map { ($0.step, $0.seconds) }, uniquingKeysWith: { $1 })
        seconds["total"] = times.total
        return seconds
    }

    private static var encoder: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        return encoder
    }

    private static var decoder: JSONDecoder {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return decoder
    }
}

extension RunError {
    /// The kind in one word, for programs; it holds no path and no content.
    package var kind: String {
        switch self {
        case .campaign: "campaign"
        case .setUp: "set_up"
        case .otherCampaign: "other_campaign"
        case .usage: "usage"
        case .noSuchFile: "no_such_file"
        case .cannotWrite: "cannot_write"
        case .busy: "busy"
        case .mailRefused: "mail_refused"
        case .fault: "fault"
        }
    }
}
