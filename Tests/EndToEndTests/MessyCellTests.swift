import Testing

/// What a clerk is told about cells, by the program itself.
struct MessyCellTests {
    private let county: PatrolCounty

    init() throws {
        county = try PatrolCounty()
    }

    @Test func `each cell is read or answered for what it is`() throws {
        try county.patrol(
            "落叶松林场", "风垭口片区,—,十次,高,４５,无,\n", to: "落叶松林场.csv")
        try county.tongbao("check", "Inbox/2021-04/巡护/落叶松林场.csv").expect(1)
            .says("“应巡护次数”标成了不适用，但这一格必须填").says("填实际的数，没有就填0")
            .says("“实巡护次数”填的“十次”按10计")
        try county.tongbao("check", "Inbox/2021-04/巡护/落叶松林场.csv", "--lang", "en").expect(1)
            .says("is marked as not applicable but must be filled in")
    }

    @Test func `two numbers in one cell are not one`() throws {
        try county.patrol(
            "落叶松林场", "风垭口片区,1 0,三五,○,4，50,3-14,", to: "落叶松林场.csv")
        try county.tongbao("check", "Inbox/2021-04/巡护/落叶松林场.csv").expect(1)
            .says("“应巡护次数”应填数字，这里是“1 0”").says("“实巡护次数”应填准数，这里是“三五”")
            .says("这里是“○”").says("这里是“4，50”").says("“火情起数”应填准数，这里是“3-14”")
    }
}
