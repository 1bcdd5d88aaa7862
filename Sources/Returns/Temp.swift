import Campaigns
import Findings
import Workbooks
struct Notice2 { var sheet: String?; var cell: CellReference?; var line: Int?; var reason: Bilingual }
extension Workbook { var notices: [Notice2] { [] } }
struct FormMarker { var form: String; var unit: String; var period: Period?
 static func marker(in n: [String: String], sheet: String) -> FormMarker? { nil } }
