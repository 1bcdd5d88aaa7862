import Assessments
import Campaigns
import Workbooks

/// What was drawn, in the order in which it was (抽查名单): for the office alone.
struct DrawList {
    let rows: [Row]

    struct Row: Codable, Sendable {
        /// From 1.
        var number: Int
        var stratum: String
        var code: String
        var name: String
        /// The name of the unit that reports it.
        var unit: String
    }

    init(_ picks: [InspectionDraw.Pick], of frame: DrawFrame, campaign: Campaign) {
        rows = picks.enumerated().map { index, pick in
            let object = frame.objects[pick.place]
            return Row(
                number: index + 1, stratum: pick.stratum.rawValue, code: object.code,
                name: object.name, unit: campaign.unit(object.unit)?.shortName ?? object.unit)
        }
    }

    private static let header = ["number", "stratum", "code", "name", "unit"]

    /// 名单.csv.
    var table: [UInt8] { Self.table(rows) }

    /// The random stratum only: which objects were thought a risk is nobody's business but the office's.
    var publicTable: [UInt8] {
        Self.table(rows.filter { $0.stratum == InspectionDraw.Stratum.random.rawValue })
    }

    private static func table(_ rows: [Row]) -> [UInt8] {
        CSVWriter.file(
            [header]
                + rows.map { [String($0.number), $0.stratum, $0.code, $0.name, $0.unit] })
    }
}
