import Campaigns
import Findings
import Ledgers

extension ContractTables {
    /// 收件.csv: a row a file and revision, and one `missing` row a return that is missing.
    ///
    /// `late_days` stands only where a file is late: 0 is late without a working day, empty is on time.
    /// `revision` counts accepted files and is empty for the others. Nothing is missing before the
    /// period has closed.
    package var receipts: ContractTable {
        var entries = orderedDeliveries.map { delivery in
            (
                order: order(form: delivery.form, unit: delivery.unit),
                row: [
                    delivery.form ?? "", delivery.unit ?? "", unitName(delivery.unit),
                    delivery.file, delivery.received.description, delivery.status.rawValue,
                    delivery.isLate ? String(delivery.lateDays) : "",
                    delivery.revision > 0 ? String(delivery.revision) : "",
                ]
            )
        }
        entries += missing.map { expected in
            (
                order: order(form: expected.form, unit: expected.unit),
                row: [
                    expected.form, expected.unit, unitName(expected.unit), "", "", "missing", "",
                    "",
                ]
            )
        }
        // Stable by place: a missing return stands behind what was returned of it.
        let sorted = entries.enumerated().sorted { one, other in
            one.element.order != other.element.order
                ? one.element.order < other.element.order : one.offset < other.offset
        }
        return ContractTable(
            file: "收件.csv",
            header: [
                "form", "code", "name", "file", "received_at", "status", "late_days", "revision",
            ], rows: sorted.map(\.element.row))
    }

    /// The returns that are missing: owed, none accepted, and the period has closed.
    ///
    /// Where the office allowed the silence nothing is missing.
    var missing: [ExpectedReturn] {
        assessment.isDraft ? [] : facts.expected.filter(\.isMissing)
    }

    /// 问题.csv: what units have to mend or explain, in the order of 收件.csv.
    ///
    /// Errors and queries only: suspicions are for the office, notes ask for nothing, rules on trial are
    /// shown to nobody. `code` and `subject` name the roster entry or unit of the finding, else the
    /// sender. `cell` holds the cells joined with `;`, for a CSV the number of the line.
    package var problems: ContractTable {
        let trials = Set(campaign.rules.filter { $0.state == .trial }.map(\.id))
        let rows = orderedDeliveries.flatMap { delivery in
            delivery.findings.sorted()
                .filter { $0.severity == .error || $0.severity == .query }
                .filter { !trials.contains($0.code) }
                .map { finding -> [String] in
                    let place = finding.place
                    let line = place.line.map { String($0) } ?? ""
                    return [
                        finding.code, finding.severity.rawValue, place.file, place.sheet ?? "",
                        place.cells.isEmpty || !line.isEmpty ? line : place.cellList,
                        delivery.form ?? "", finding.subject?.code ?? delivery.unit ?? "",
                        finding.subject?.name ?? unitName(delivery.unit), finding.message.chinese,
                    ]
                }
        }
        return ContractTable(
            file: "问题.csv",
            header: [
                "finding", "severity", "file", "sheet", "cell", "form", "code", "subject",
                "message",
            ], rows: rows)
    }
}
