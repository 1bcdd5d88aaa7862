import Ledgers

/// What is known of bytes that lie under a path, and that the ledger has seen before.
struct KnownBytes: Hashable {
    var fate = FileRecord.Fate.taken
    /// The path is the one under which they were read last.
    var isInPlace = false
    /// They were read under the path, be it not last, or first seen there.
    var wasReadHere = false
    /// The office took back what lay under the path, or under the one where they were read last.
    var isWithdrawnHere = false
    var isWithdrawn = false
    /// Something in them was not accepted, and no later file took its place.
    var isOpen = false
    /// A limit refused them that is another now.
    var isOverOldLimit = false
    /// The path names a person.
    var namesPerson = false
    /// What it means that they came here again.
    var returning = Ledger.Return.nothing

    /// What is done with them.
    enum Meaning: Hashable {
        /// Nothing: they are known where they lie.
        case known
        /// The county is told that they are the same as an earlier file.
        case copy
        /// The same of an earlier version that another file has replaced; its sender is told as well.
        case replaced
        /// They are read as if they had never been, for what they were is taken back.
        case first
        /// They are read anew, for what was wrong may have been where they lay (decision 0026).
        case anew
    }

    var meaning: Meaning {
        if isWithdrawnHere { return .known }
        if isInPlace {
            if isOverOldLimit { return .anew }
            return returning == .replaced ? .replaced : .known
        }
        if isWithdrawn { return .first }
        // An archive is asked member by member.
        if isOpen, !wasReadHere, !namesPerson, fate != .bundle { return .anew }
        if returning == .replaced { return .replaced }
        // Such a path cannot be remembered: it would be told of in every run.
        return wasReadHere && namesPerson ? .known : .copy
    }
}
