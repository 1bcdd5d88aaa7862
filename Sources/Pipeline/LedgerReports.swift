package import Findings
import Ledgers

/// What `ledger verify` and `ledger backup` found.
package struct VerifyReport: Codable, Sendable {
    package var folder: String
    package var events: Int
    package var originals: Int
    package var isSealed: Bool
    package var lastMoment: String
    package var lastHash: String
    package var faults: [FaultLine]

    package struct FaultLine: Codable, Sendable {
        package var kind: String
        package var place: String
        package var message: [String]
        package var advice: [String]
    }

    init(folder: String, _ verification: LedgerVerification) {
        self.folder = folder
        events = verification.events
        originals = verification.originals
        isSealed = verification.isSealed
        lastMoment = verification.lastMoment
        lastHash = verification.lastHash
        faults = verification.faults.map {
            FaultLine(
                kind: $0.kind.rawValue, place: $0.place,
                message: [$0.message.chinese, $0.message.english],
                advice: [$0.advice.chinese, $0.advice.english])
        }
    }

    package var hasFaults: Bool { !faults.isEmpty }

    /// The hashes of originals that are missing or damaged.
    var lostOriginals: [String] {
        let kinds = [LedgerFault.Kind.originalMissing, .originalDamaged].map(\.rawValue)
        return faults.filter { kinds.contains($0.kind) }.map(\.place)
    }

    package func lines(in language: Language) -> [String] {
        let say = Say(language)
        let side = language == .chinese ? 0 : 1
        var lines = faults.prefix(20).map { $0.message[side] }
        if faults.count > 20 {
            lines.append(say("……另有 \(faults.count - 20) 处", "… and \(faults.count - 20) more"))
        }
        var advice: [String] = []
        for fault in faults where !advice.contains(fault.advice[side]) {
            advice.append(fault.advice[side])
        }
        lines += advice.map { "    → " + $0 }
        let count = say(
            "\(folder)：事件 \(events)  原件 \(originals)  最后一笔 \(lastMoment)",
            "\(folder): events \(events)  originals \(originals)  last event \(lastMoment)")
        let verdict =
            faults.isEmpty
            ? say("完好", "sound") : say("\(faults.count) 处损坏", "\(faults.count) faults")
        lines.append("\(count)  \(verdict)")
        if !lastHash.isEmpty { lines.append(say("  末事件 ", "  last hash ") + lastHash) }
        if !isSealed {
            lines.append(
                say(
                    "  上次运行没有正常结束，数据库没有封存：空闲处的损坏这次查不出；再运行一次 tongbao run 即封存",
                    "  the last run was cut off and left no seal: damage to unused bytes is not seen this time; the next “tongbao run” seals"
                ))
        }
        return lines
    }
}

/// What `ledger rebuild` did.
package struct RebuildReport: Codable, Sendable {
    package var events: Int
    package var restoredEvents: Int
    package var keptAside: String?
    package var restoredOriginals: Int
    package var verification: VerifyReport

    package func lines(in language: Language) -> [String] {
        let say = Say(language)
        var lines = [
            say("由 \(events) 条事件重建了台账", "the ledger was made again from \(events) events")
        ]
        if restoredEvents > 0 {
            lines.append(
                say(
                    "  其中 \(restoredEvents) 条从数据库补回 events.jsonl",
                    "  \(restoredEvents) of them were written back to events.jsonl from the database"
                ))
        }
        if restoredOriginals > 0 {
            lines.append(
                say(
                    "  从收件文件夹找回原件 \(restoredOriginals) 份",
                    "  \(restoredOriginals) originals were taken from the Inbox again"))
        }
        if let keptAside {
            lines.append(
                say("  原来的数据库留在 \(keptAside)", "  the database that was there lies in \(keptAside)")
            )
        }
        return lines + verification.lines(in: language)
    }
}
