import Testing

/// The run that publishes a month and writes a draft of the next one, of which somebody was early.
struct DraftAfterPublicationTests {
    @Test func `the draft knows what was published just before it`() throws {
        let county = try PatrolCounty()
        try county.place.write(
            """
            青崖县森林防火巡护月报表（2021年5月）
            填报单位：落叶松林场
            片区名称,应巡护次数,实巡护次数,火险等级,本年累计设警示牌,火情起数,备注
            风垭口片区,10,10,高,50,0,

            """, to: "Inbox/2021-05/巡护/落叶松林场.csv")
        try county.tongbao("run").expect(0)
        func draft() throws -> [String] {
            try ["排名", "指标", "收件"].map { try county.place.text("Outbox/2021-05/数据/\($0).csv") }
        }
        let first = try draft()
        try county.tongbao("bulletin", "--period", "2021-05").expect(0)
        #expect(try draft() == first)
    }
}
