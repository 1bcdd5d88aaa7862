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
}
