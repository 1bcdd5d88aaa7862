import Ledgers
import Testing

@testable import Pipeline

/// What is done with bytes that the ledger knows.
struct KnownBytesMeaningTests {
    private static func bytes(
        _ facts: [any WritableKeyPath<KnownBytes, Bool> & Sendable],
        _ fate: FileRecord.Fate = .taken, _ returning: Ledger.Return = .nothing
    ) -> KnownBytes {
        var bytes = KnownBytes(fate: fate, returning: returning)
        for fact in facts { bytes[keyPath: fact] = true }
        return bytes
    }

    @Test(arguments: [
        // Where they lay.
        (bytes([\.isInPlace]), KnownBytes.Meaning.known),
        (bytes([\.isInPlace, \.isOpen]), .known),
        (bytes([\.isInPlace], .unreadable), .known),
        (bytes([\.isInPlace, \.isOverOldLimit], .unreadable), .anew),
        (bytes([\.isInPlace], .taken, .replaced), .replaced),
        (bytes([\.isInPlace], .taken, .standing), .known),
        // Elsewhere.
        (bytes([]), .copy),
        (bytes([\.isOpen]), .anew),
        (bytes([\.isOpen], .quarantined), .anew),
        (bytes([\.isOpen], .unreadable), .anew),
        (bytes([\.isOpen], .bundle), .copy),
        (bytes([\.isOpen], .taken, .replaced), .anew),
        (bytes([], .taken, .replaced), .replaced),
        (bytes([\.isOpen, \.wasReadHere]), .copy),
        // Under a path that cannot be kept.
        (bytes([\.isOpen, \.namesPerson], .quarantined), .copy),
        (bytes([\.wasReadHere, \.namesPerson]), .known),
        // Taken back.
        (bytes([\.isWithdrawn]), .first),
        (bytes([\.isWithdrawn, \.isOpen]), .first),
        (bytes([\.isWithdrawn, \.isWithdrawnHere, \.isInPlace]), .known),
        (bytes([\.isWithdrawnHere, \.isOpen]), .known),
    ])
    func `the facts decide`(bytes: KnownBytes, meaning: KnownBytes.Meaning) {
        #expect(bytes.meaning == meaning)
    }
}
