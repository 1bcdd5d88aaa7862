import Campaigns
import Testing

/// The values of a row stand in the order of their fields' names, however they came.
struct FieldValuesTests {
    @Test func `values are found by their fields, replaced and taken out`() {
        var values: FieldValues = ["pay": .real(1.5), "cadres": .integer(3)]
        values["name"] = .text("东村")
        values["cadres"] = .integer(4)
        #expect(values.members.map(\.field) == ["cadres", "name", "pay"])
        #expect(values["cadres"] == .integer(4))
        #expect(values["days"] == nil)
        values["name"] = nil
        values["days"] = nil
        #expect(values == ["cadres": .integer(4), "pay": .real(1.5)])
        #expect(FieldValues(values.byField) == values)
    }

    @Test(arguments: [
        (["pay", "cadres", "name"], [FieldValue.real(2), .integer(3), nil]),
        (["days", "pay"], [nil, .real(2)]),
        (["cadres", "cadres"], [.integer(3), .integer(3)]),
        ([], []),
    ])
    func `a form puts them in its own order and leaves aside what it has no field for`(
        fields: [String], expected: [FieldValue?]
    ) {
        let values: FieldValues = ["cadres": .integer(3), "pay": .real(2), "stray": .notApplicable]
        #expect(values.arranged(in: FieldOrder(fields)) == expected)
    }

    @Test(arguments: [["pay", "cadres", "name"], ["name", "days", "pay", "cadres"], []])
    func `values that come in the order of a form stand in that of their names`(fields: [String]) {
        let order = FieldOrder(fields)
        let values: FieldValues = ["cadres": .integer(3), "pay": .real(2), "name": .text("东村")]
        let read = FieldValues(fields.isEmpty ? [] : values.arranged(in: order), in: order)
        #expect(read == (fields.isEmpty ? [:] : values))
    }

    @Test func `a field has the value that it was last given, in whatever order they come`() {
        var values: FieldValues = ["cadres": .integer(5)]
        values["area"] = .real(1.5)
        values.append("note", .text("无"))
        values.append("band", .integer(1))
        values["cadres"] = .integer(6)
        values.append("area", .notApplicable)
        #expect(
            values.byField == [
                "cadres": .integer(6), "area": .notApplicable, "note": .text("无"),
                "band": .integer(1),
            ])
        #expect(values == FieldValues(values.byField))
        #expect(values["cadres"] == .integer(6) && values["zone"] == nil && values["a"] == nil)
        values["note"] = nil
        values["nothing"] = nil
        #expect(values["note"] == nil && values.byField.count == 3)
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
