import GRDB

extension EventReader {
    /// An act of the office; what it leaves out is NULL.
    func act() throws {
        let word = try string("act")
        _ = try string("reason")
        let texts = OfficeAct.Content.columns.map { payload[$0]?.string }
        try insert("act", [event.id] + texts + [payload["revokes"]?.integer])
        if word.hasPrefix("item_") {
            let columns = ["number", "list", "text", "due", "done"]
            try insert("itemAct", [event.id] + columns.map { payload[$0]?.string })
        } else if word.hasPrefix("objection") {
            try insert(
                "objectionAct",
                [
                    event.id, payload["about"]?.string, payload["text"]?.string,
                    payload["objection"]?.integer, payload["outcome"]?.string,
                ])
        }
    }
}
