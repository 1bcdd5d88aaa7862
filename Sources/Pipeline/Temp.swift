import Assessments
import Bulletins
import Campaigns
import Checks
import Findings
import Ledgers
enum Judgement {
    static func verdict(on s: Submission, findings: [Finding], campaign: Campaign) -> Verdict {
        let st: Delivery.Status = findings.contains { $0.check == .personalData } ? .quarantined : findings.contains { $0.severity == .error } ? .returned : .accepted
        return Verdict(status: st, findings: findings.sorted(), okRows: s.rows.count, totalRows: s.rows.count)
    }
}
struct ContractTables {
    init(campaign: Campaign) {}
    func tables(of a: Assessment, facts: PeriodFacts) -> [(name: String, rows: [[String]])] { [] }
}
enum CampaignPacker { static func pack(_ f: String) throws(CampaignError) -> [UInt8] { [] }
 static func unpack(_ f: String) throws(CampaignError) -> [(name: String, bytes: [UInt8])] { [] } }
