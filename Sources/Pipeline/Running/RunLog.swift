import Findings
import Logging

/// What a run says to those who look after the machine: codes and places, never the content of a cell.
///
/// Silent unless a level is configured (`log`, `TONGBAO_LOG`); lines go to standard error.
struct RunLog {
    private let logger: Logger

    init(_ level: Logger.Level?) {
        var logger = Logger(label: "tongbao") { label -> any LogHandler in
            if level == nil { return SwiftLogNoOpLogHandler() }
            return StreamLogHandler.standardError(label: label)
        }
        logger.logLevel = level ?? .critical
        self.logger = logger
    }

    /// With a handler of somebody's own.
    init(_ logger: Logger) {
        self.logger = logger
    }

    /// A step of the run has begun.
    func step(_ name: StaticString, _ detail: String = "") {
        logger.info("\(name)", metadata: detail.isEmpty ? nil : ["at": "\(detail.printable)"])
    }

    /// A file was judged: its name for the log, its fate, the codes and places of its errors.
    func judged(_ line: RunReport.FileLine, called name: String) {
        logger.info(
            "judged",
            metadata: [
                "file": "\(name.printable)", "status": "\(line.status)",
                "rows": "\(line.rows)",
                "errors": "\(line.errors)",
            ])
        for error in line.firstErrors {
            logger.debug(
                "finding",
                metadata: [
                    "file": "\(name.printable)", "code": "\(error.code)",
                    "cells": "\(error.cells.joined(separator: ";"))",
                ])
        }
    }

    /// A name that is never opened, or a file that is left for another run.
    func left(_ path: String, _ reason: String) {
        logger.info("left", metadata: ["file": "\(path.printable)", "reason": "\(reason)"])
    }

    /// The run is over.
    func ended(_ times: StepTimes) {
        logger.info(
            "done",
            metadata: Dictionary(
                times.steps.map { ($0.step, "\($0.seconds)") }, uniquingKeysWith: { $1 }))
    }

    /// What has stopped the run, by its kind.
    func stopped(_ error: RunError) {
        logger.error("stopped", metadata: ["kind": "\(error.kind)", "exit": "\(error.exitCode)"])
    }
}
