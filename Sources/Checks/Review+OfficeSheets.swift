import Campaigns
import Findings
import Formulas
import Ledgers
import Workbooks

/// What the office's and the inspectors' own sheets are looked at for.
extension Review {
    mutating func checkOfficeSheets() {
        switch form.form.nature {
        case .register: checkRegister()
        case .inspection:
            checkObjects()
            checkObservations()
        case .units, .review: break
        }
    }

    /// A matter is a line: who stands twice on one basis has two matters, or one that was copied.
    private mutating func checkRegister() {
        var first: [[String]: Int] = [:]
        for row in rows {
            guard let unit = row.row.values["unit_name"]?.sql.description,
                let basis = row.row.values["basis"]?.sql.description, !basis.isEmpty
            else { continue }
            let matter = [unit, Folding.key(basis)]
            guard let earlier = first[matter] else {
                first[matter] = row.row.line ?? row.row.number
                continue
            }
            find(
                .officeSheet(.doubled(unit: unit, basis: basis, row: earlier)),
                at: submission.places.place(of: ["unit_name", "basis"], in: row.row))
        }
    }

    /// A record is charged to the unit that it names: whether the object was that unit's on the day is asked.
    private mutating func checkObjects() {
        let campaign = form.tables.campaign
        let names = UnitNames(campaign)
        for row in rows {
            guard let code = row.row.subject ?? row.row.values["unit_code"]?.sql.description,
                let entry = campaign.entry(code),
                let day = row.row.values["visit_date"].flatMap({ CivilDate($0.sql.description) })
            else { continue }
            let subject = Finding.Subject(code: entry.code, name: entry.name)
            if !entry.isValid(on: day) {
                find(
                    .officeSheet(
                        .objectClosed(
                            object: "\(entry.name) \(entry.code)", day: day.description,
                            successor: entry.mergedInto.map { code in
                                "\(campaign.entry(code)?.name ?? "") \(code)".trimmed
                            })),
                    at: submission.places.place(of: ["unit_code", "unit_name"], in: row.row),
                    subject: subject)
            } else if let duty = row.row.values["duty_unit"]?.sql.description,
                case let units = names.units(named: duty), let unit = units.first,
                units.count == 1, unit.code != entry.unit, unit.code != entry.coUnit
            {
                find(
                    .officeSheet(
                        .objectOfOther(
                            object: entry.name, duty: unit.shortName,
                            owner: campaign.unit(entry.unit)?.shortName ?? entry.unit)),
                    at: submission.places.place(of: ["unit_name", "duty_unit"], in: row.row),
                    subject: subject)
            }
        }
    }

    /// What was seen takes the place of a figure and costs points: it has to be one of the figure's own
    /// values.
    private mutating func checkObservations() {
        let column = form.form.field("observed")?.header ?? "observed"
        for row in rows {
            guard let observed = row.row.values["observed"], observed != .notApplicable,
                case .text(let item) = row.row.values["item"],
                row.row.values["result"] != .text("无法核实"),
                let reader = ObservedText(campaign: form.tables.campaign, item: item),
                reader.value(observed) == nil
            else { continue }
            let place = submission.places.place(of: ["observed"], in: row.row)
            find(
                .observedValue(
                    column: column, found: observed.description, about: reader.field.header,
                    expected: reader.expected),
                at: place, subject: row.subject)
        }
    }
}

extension ObservedText {
    /// How a value of the field is written.
    fileprivate var expected: Bilingual {
        switch field.type {
        case .enumeration(let list):
            let values = campaign.choices[list]?.values ?? []
            return Bilingual(
                "写成\(values.quotedChinese)里的一种", "write one of \(values.quotedEnglish)")
        case .integer:
            return Bilingual("填整数，没有就填0", "put a whole number, 0 if there is none")
        case .decimal:
            let unit = field.unit.map { Bilingual("，以\($0)计", ", in \($0)") }
            return Bilingual(
                "填数字\(unit?.chinese ?? "")，没有就填0",
                "put a number\(unit?.english ?? ""), 0 if there is none")
        case .percent:
            return Bilingual("带上百分号，如85%", "write the percent sign, such as 85%")
        case .date:
            return Bilingual("写成2020-06-30这样的日期", "write a date such as 2020-06-30")
        case .text, .note, .code, .subjectCode, .subjectName, .unitName:
            return Bilingual("照报表这一栏填写", "write it as the column of the return is written")
        }
    }
}
