import GRDB

extension EventReader {
    /// An act of the office; what it leaves out is NULL.
    func act() throws {
        _ = try string("act")
        _ = try string("reason")
        let texts = OfficeAct.Content.columns.map { payload[$0]?.string }
        try insert("act", [event.id] + texts + [payload["revokes"]?.integer])
    }
}
