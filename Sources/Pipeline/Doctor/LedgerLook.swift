import Campaigns
import Files
import Findings
import Ledgers

/// The doctor's look at the ledger, which may be absent, old or broken.
struct LedgerLook {
    let lines: [DoctorReport.Line]
    let lastMoment: Moment?

    init(_ state: String) {
        guard Files.exists(state + "/ledger.sqlite") else {
            lastMoment = nil
            lines = [Self.absent(state)]
            return
        }
        do throws(LedgerError) {
            let checkup = try LedgerCheckup(state)
            lastMoment = checkup.lastMoment
            lines = [Self.line(checkup, state)]
        } catch {
            lastMoment = nil
            let words = RunError(error).words
            let isNewer = if case .newer = error { true } else { false }
            lines = [
                .init(
                    .fault, "ledger", words,
                    advice: isNewer
                        ? Bilingual("升级本程序", "upgrade this program") : Self.recovery)
            ]
        }
    }

    private static let recovery = Bilingual(
        "不要删任何文件；运行 tongbao ledger verify，再运行 tongbao ledger rebuild",
        "delete nothing; run tongbao ledger verify, then tongbao ledger rebuild")

    private static func absent(_ state: String) -> DoctorReport.Line {
        guard (Files.size(of: state + "/events.jsonl") ?? 0) > 0 else {
            return .init(
                .fine, "ledger",
                Bilingual("还没有台账，第一次运行时建立", "no ledger yet: the first run makes one"))
        }
        return .init(
            .warning, "ledger",
            Bilingual(
                "台账的数据库不在，日志 events.jsonl 还在", "the ledger's database is gone, its journal is there"
            ),
            advice: Bilingual(
                "运行 tongbao run，台账由日志重建", "run tongbao run: it is made again from the journal"))
    }

    private static func line(_ checkup: LedgerCheckup, _ state: String) -> DoctorReport.Line {
        if let damage = checkup.damage.first {
            return .init(
                .fault, "ledger",
                Bilingual("台账有损坏：\(damage)", "the ledger is damaged: \(damage)"),
                advice: recovery)
        }
        guard checkup.lastEvent == 0 || Files.exists(state + "/events.jsonl") else {
            return .init(
                .fault, "ledger",
                Bilingual("台账的日志 events.jsonl 不见了", "the ledger's journal events.jsonl is gone"),
                advice: recovery)
        }
        guard checkup.pendingMigrations == 0 else {
            return .init(
                .warning, "ledger",
                Bilingual(
                    "台账是旧版本的", "the ledger is of an older version"),
                advice: Bilingual(
                    "运行 tongbao run：先备份，再升级", "run tongbao run: it backs up, then upgrades"))
        }
        let last = checkup.lastMoment.map { Bilingual("，\($0.short)", ", \($0.short)") }
        return .init(
            .fine, "ledger",
            Bilingual(
                "台账完好（快检），\(checkup.lastEvent) 笔\(last?.chinese ?? "")",
                "the ledger is sound (quick check), \(checkup.lastEvent) events\(last?.english ?? "")"
            ))
    }
}
