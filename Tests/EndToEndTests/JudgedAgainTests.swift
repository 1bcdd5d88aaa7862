import Foundation
import Testing

/// Returns that went back and are judged again, by the tables or names of today.
struct JudgedAgainTests {
    let county: PatrolCounty

    init() throws {
        county = try PatrolCounty()
    }

    /// March and April with a spelling that nobody knows; fewer signs in April than in March.
    private func write(note: String) throws {
        for (month, signs) in [(3, 30), (4, 25)] {
            try county.place.write(
                """
                青崖县森林防火巡护月报表（2021年\(month)月）
                填报单位：落叶松林场
                片区名称,应巡护次数,实巡护次数,火险等级,本年累计设警示牌,火情起数,备注
                风丫口片区,10,10,高,\(signs),0,\(note)

                """, to: "Inbox/2021-0\(month)/巡护/落叶松林场.csv")
        }
    }

    // The notes make now March's, now April's the file whose hash is the smaller one.
    @Test(arguments: ["", "一", "二", "三", "四", "五"])
    func `the earlier month is judged first, whatever the files' hashes`(note: String) throws {
        try write(note: note)
        _ = try county.runBothMonths()
        try county.place.tongbao(
            "office", "alias", "PQ05", "风丫口片区", "--reason", "名称核实无误", "--campaign", "Campaign",
            "--as-of", "2021-05-11T10:00"
        ).expect(0)
        try county.place.tongbao("run", "--campaign", "Campaign", "--as-of", "2021-05-11T11:00")
            .expect(0).says("采用 1 张表")
        // March stands now, and so April is held against it.
        let april = try county.table("问题", of: "2021-04").rows(["finding": "P02"])
        #expect(april.map { $0["message"] } == ["“本年累计设警示牌”由30块减为25块"])
    }
}
