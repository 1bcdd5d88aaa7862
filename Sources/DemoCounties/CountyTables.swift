import Campaigns
import Workbooks

extension DemoCounty {
    /// The bytes of `units.csv`.
    package var unitsTable: [UInt8] {
        var table = CSVText()
        table.append([
            "code", "name", "short_name", "aliases", "kind", "rank_group", "has_dangzu", "mailbox",
            "valid_from", "valid_to", "merged_into",
        ])
        for unit in units {
            table.append([
                unit.code, unit.name, unit.shortName, unit.aliases.joined(separator: ";"),
                unit.kind, unit.rankGroup ?? "", unit.attributes["has_dangzu"] ?? "",
                unit.mailbox ?? "", unit.validFrom?.description ?? "",
                unit.validTo?.description ?? "", unit.mergedInto ?? "",
            ])
        }
        return table.utf8
    }

    /// The bytes of `roster.csv`.
    package var rosterTable: [UInt8] {
        let attributes = ["town", "above_scale", "fs_village", "backward_base", "site_base"]
        var table = CSVText()
        table.append(
            ["code", "name", "aliases", "sector", "unit", "co_unit"] + attributes
                + ["valid_from", "valid_to", "merged_into"])
        for entry in roster {
            table.append(
                [
                    entry.code, entry.name, entry.aliases.joined(separator: ";"), entry.sector,
                    entry.unit, entry.coUnit ?? "",
                ] + attributes.map { entry.attributes[$0] ?? "" }
                    + [
                        entry.validFrom?.description ?? "", entry.validTo?.description ?? "",
                        entry.mergedInto ?? "",
                    ])
        }
        return table.utf8
    }
}
