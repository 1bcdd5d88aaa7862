import Campaigns
import Testing

/// The values of a row, kept as a list in the order of the fields.
struct FieldValuesTests {
    @Test func `a field has the value that it was last given, in whatever order they come`() {
        var values: FieldValues = ["cadres": .integer(5)]
        values["area"] = .real(1.5)
        values.append("note", .text("无"))
        values.append("band", .integer(1))
        values["cadres"] = .integer(6)
        values.append("area", .notApplicable)
        #expect(
            values.dictionary == [
                "cadres": .integer(6), "area": .notApplicable, "note": .text("无"),
                "band": .integer(1),
            ])
        #expect(values == FieldValues(values.dictionary))
        #expect(values["cadres"] == .integer(6) && values["zone"] == nil && values["a"] == nil)
        values["note"] = nil
        values["nothing"] = nil
        #expect(values["note"] == nil && values.dictionary.count == 3)
    }

    @Test func `what a row leaves open another row completes`() {
        let own: FieldValues = ["cadres": .integer(5), "area": .notApplicable]
        let other: FieldValues = ["area": .integer(2), "note": .text("无"), "band": .integer(1)]
        #expect(
            own.completed(by: other) == [
                "cadres": .integer(5), "area": .notApplicable, "note": .text("无"),
                "band": .integer(1),
            ])
        #expect(own.completed(by: [:]) == own)
        #expect(FieldValues().completed(by: own) == own && FieldValues().isEmpty)
    }
}
