import Campaigns
import Testing

/// Scales that a setting holds.
struct StepTests {
    @Test func `names with numbers, in their order, as a Chinese keyboard writes them`() {
        let steps = Settings.Step.all(in: "好:90; 较好：80.5；差:0;")
        #expect(steps?.map(\.name) == ["好", "较好", "差"])
        #expect(steps?.map(\.value.description) == ["90", "80.5", "0"])
        #expect(Settings.Step.all(in: "") == [])
    }

    @Test(arguments: ["好", "好:", ":90", "好:很高", "好:90:80"])
    func `anything else is no scale, and the default holds`(text: String) {
        #expect(Settings.Step.all(in: text) == nil)
        #expect(Settings(texts: ["year_grades": text]).steps(.yearGrades).count == 4)
    }
}
