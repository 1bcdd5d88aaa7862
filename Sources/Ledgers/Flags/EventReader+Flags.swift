import GRDB

extension EventReader {
    /// The flags of a month; a list without any is noted as well.
    func flags() throws {
        let listed = try string("period")
        try insert("flagList", [listed, event.id])
        for (position, flag) in (payload["flags"]?.array ?? []).enumerated() {
            try insert(
                "flag",
                [
                    listed, position, string(flag["id"]), string(flag["screen"]),
                    string(flag["form"]), string(flag["unit"]), string(flag["period"]),
                    flag["subject"]?.string, (flag["fields"] ?? .array([])).text, event.id,
                ])
        }
    }
}
