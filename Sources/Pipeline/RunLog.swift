import Foundation
import Logging

/// What a run says to those who look after the machine: codes and places, never the content of a cell.
///
/// Silent unless the environment asks for it: `TONGBAO_LOG` is a level (`info`, `debug` …); lines go to
/// standard error.
struct RunLog {
    private let logger: Logger

    init(environment: [String: String] = ProcessInfo.processInfo.environment) {
        let level = environment["TONGBAO_LOG"].flatMap(Logger.Level.init(rawValue:))
        var logger = Logger(label: "tongbao") { label -> any LogHandler in
            if level == nil { return SwiftLogNoOpLogHandler() }
            return StreamLogHandler.standardError(label: label)
        }
        logger.logLevel = level ?? .critical
        self.logger = logger
    }

    /// A step of the run has begun.
    func step(_ name: StaticString, _ detail: String = "") {
        logger.info("\(name)", metadata: detail.isEmpty ? nil : ["at": "\(detail)"])
    }

    /// A file was judged: its path, its fate, the codes and places of its errors.
    func judged(_ line: RunReport.FileLine) {
        logger.info(
            "judged",
            metadata: [
                "file": "\(line.file)", "status": "\(line.status)", "rows": "\(line.rows)",
                "errors": "\(line.errors)",
            ])
        for error in line.firstErrors {
            logger.debug(
                "finding",
                metadata: [
                    "file": "\(line.file)", "code": "\(error.code)",
                    "cells": "\(error.cells.joined(separator: ";"))",
                ])
        }
    }
}
