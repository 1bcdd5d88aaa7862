import Campaigns
import Workbooks

/// Puts a planned fault of cells and rows into a sheet.
struct FaultMaker {
    let situation: SituationModel
    let roster: [RosterEntry]

    /// The sheet with the fault; as it is for faults of whole files.
    func apply(_ kind: PlannedFault.Kind, to plan: SheetPlan, in period: Period) -> SheetPlan {
        var plan = plan
        // Not the first row and, where there are two, not the last.
        let row = plan.rows.count / 2
        guard plan.rows.indices.contains(row) else { return plan }
        let first = Self.numbers(plan, under: period)
        func set(_ value: SheetValue, _ ids: String?...) {
            for id in ids.compactMap({ $0 }) where plan.rows[row].values[id] != nil {
                plan.rows[row].values[id] = value
                return
            }
        }
        switch kind {
        case .approximation: set(.text("约20"), "duty_days", first)
        case .emptyCell: set(.blank, "cadres", first)
        case .unknownChoice: set(.text("筹备中"), "org_type", "site_status")
        case .outOfRange: set(.integer(999), "vol_events", "duty_days", first)
        case .notANumber: set(.text("待统计"), "employees", first)
        case .unitInValue: setEvery("duty_days") { .text("\($0.text)天") }
        case .fullWidthDigits: setEvery("staff") { .text(Self.fullWidth($0.text)) }
        case .damagedCode: set(.text("9.1611E+17"), "unit_code")
        case .uncomputedFormula: set(.uncomputed("1.5*2"), "allow_paid", first)
        case .contradiction: contradict(&plan)
        case .impossibleDate: misdate(&plan, in: period)
        case .decline: decline(&plan, in: period)
        case .wrongTotal: plan.totalErrors = ["cadres": 300]
        case .hiddenRows: plan.hiddenRows = [row, row - 1]
        case .wrongMonth: plan.titleMonth = period.previous
        case .personalData: addPersonalData(&plan)
        case .copiedMonth: copyMonth(&plan, before: period)
        case .absentEntry: plan.rows.remove(at: row)
        case .doubledEntry: plan.rows.append(plan.rows[row])
        case .unknownEntry: addUnknown(&plan)
        case .closedEntry: addClosed(&plan, in: period)
        case .revisedLate: set(.integer(3), "study_cnt")
        default: break
        }
        return plan

        func setEvery(_ id: String, _ value: (SheetValue) -> SheetValue) {
            for place in plan.rows.indices where place % 2 == 0 {
                plan.rows[place].values[id] = plan.rows[place].values[id].map(value)
            }
        }
    }

    /// The first field of numbers on the sheet.
    private static func numbers(_ plan: SheetPlan, under period: Period) -> String? {
        plan.columns.first { $0.field?.type.isNumber == true }?.key
    }

    private static func fullWidth(_ digits: String) -> String {
        String(
            String.UnicodeScalarView(
                digits.unicodeScalars.map {
                    (0x30...0x39).contains($0.value) ? Unicode.Scalar($0.value + 0xFEE0) ?? $0 : $0
                }))
    }

    /// More files than cadres.
    private func contradict(_ plan: inout SheetPlan) {
        let row = plan.rows.count / 2
        guard case .integer(let cadres)? = plan.rows[row].values["cadres"] else { return }
        plan.rows[row].values["file_done"] = .integer(cadres + 2)
    }

    /// A day that no calendar has, in the first row that has a date.
    private func misdate(_ plan: inout SheetPlan, in period: Period) {
        for place in plan.rows.indices {
            guard case .date(let date)? = plan.rows[place].values["org_date"] else { continue }
            plan.rows[place].values["org_date"] = .text("\(date.year)年6月31日")
            return
        }
    }

    /// Less paid by now than the month before.
    private func decline(_ plan: inout SheetPlan, in period: Period) {
        for place in plan.rows.indices {
            guard let entry = plan.rows[place].entry,
                case .hundredths(let before)? = situation.values(of: entry, in: period.previous)[
                    "pay_paid"], before > 100
            else { continue }
            plan.rows[place].values["pay_paid"] = .hundredths(before - 60)
            return
        }
    }

    /// A column of identity numbers with the one number that is documented as invented.
    private func addPersonalData(_ plan: inout SheetPlan) {
        let column = SheetPlan.Column(
            field: nil, key: "secretary", header: "书记身份证号", group: nil)
        plan.columns.insert(column, at: max(0, plan.columns.count - 1))
        for place in plan.rows.indices { plan.rows[place].values["secretary"] = .blank }
        plan.rows[0].values["secretary"] = .text("610999199001010012")
    }

    /// Last month's figures once more.
    private func copyMonth(_ plan: inout SheetPlan, before period: Period) {
        for place in plan.rows.indices {
            guard let entry = plan.rows[place].entry else { continue }
            plan.rows[place].values = situation.values(of: entry, in: period.previous)
        }
    }

    private func addUnknown(_ plan: inout SheetPlan) {
        guard var row = plan.rows.last else { return }
        row.entry = nil
        row.values["unit_name"] = .text("凤尾沟村")
        row.values["unit_code"] = .blank
        plan.rows.append(row)
    }

    /// The village that was merged into its neighbour in the spring.
    private func addClosed(_ plan: inout SheetPlan, in period: Period) {
        guard let unit = plan.unit,
            let entry = roster.first(where: {
                $0.unit == unit.code && $0.sector == plan.form.sector && $0.validTo != nil
            })
        else { return }
        plan.rows.append(
            SheetRow(entry: entry, values: situation.values(of: entry, in: period)))
    }
}
