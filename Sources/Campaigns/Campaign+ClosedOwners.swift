extension Campaign {
    /// The roster entries that stay valid when the unit that reports them has ended, in the order of the
    /// roster; none for a unit that has no end.
    ///
    /// Nobody owes them any more, and nobody may report them: somebody has to say whose they are.
    package func entriesLeft(by unit: Unit) -> [RosterEntry] {
        guard let end = unit.validTo else { return [] }
        return roster.filter { entry in
            entry.unit == unit.code && (entry.validTo.map { end < $0 } ?? true)
        }
    }
}
