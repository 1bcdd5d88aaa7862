import Campaigns
import Files
import Foundation
import Testing

@testable import DemoCounties

struct CountyTests {
    private let county = DemoCounty()

    private func count(_ sector: String) -> Int { county.roster.count { $0.sector == sector } }

    @Test func `the shipped county has the size of a county`() {
        #expect(county.units.count { $0.kind == "township" } == 14)
        #expect(county.units.count { $0.kind == "subdistrict" } == 2)
        #expect(county.units.count { $0.kind == "department" } == 24)
        #expect(count("rural") >= 160)
        #expect(count("community") == 18)
        #expect(count("enterprise") == 60)
        #expect(count("social_org") == 40)
        #expect(count("organ") == 50)
    }

    @Test func `the months of a demo end with the one that is named, across New Year`() {
        #expect(
            DemoCounty.months(3, until: "2021-01")?.map(\.description) == [
                "2020-11", "2020-12", "2021-01",
            ])
        #expect(DemoCounty.months(2).map(\.description) == ["2020-05", "2020-06"])
        #expect(DemoCounty.months(2, until: "2020-13") == nil)
        #expect(DemoCounty.months(2, until: "1999-12") == nil)
    }

    @Test func `the shipped tables are what the generator makes`() throws {
        let folder = #filePath.components(separatedBy: "/Tests/")[0] + "/Templates/five-in-one/"
        if ProcessInfo.processInfo.environment["RECORD_DEMO"] != nil {
            try Files.write(county.unitsTable, to: folder + "units.csv")
            try Files.write(county.rosterTable, to: folder + "roster.csv")
            Issue.record("the shipped tables were written anew; run without RECORD_DEMO")
        }
        #expect(try Files.read(folder + "units.csv") == county.unitsTable)
        #expect(try Files.read(folder + "roster.csv") == county.rosterTable)
    }

    @Test(arguments: [4, 14, 40, 84])
    func `names and codes are unique where they have to be`(townships: Int) {
        let county = DemoCounty(seed: 3, townships: townships)
        #expect(county.units.count { $0.kind == "township" } == townships)
        #expect(Set(county.units.map(\.code)).count == county.units.count)
        #expect(Set(county.units.compactMap(\.mailbox)).count == county.units.count)
        #expect(Set(county.roster.map(\.code)).count == county.roster.count)
        var unitNames: Set<String> = []
        for unit in county.units {
            for name in Set([unit.name, unit.shortName] + unit.aliases) {
                #expect(unitNames.insert(name).inserted, "\(name)")
            }
        }
        var names: Set<String> = []
        for entry in county.roster {
            for name in [entry.name] + entry.aliases {
                #expect(names.insert(entry.sector + entry.unit + name).inserted, "\(name)")
            }
        }
        let codes = Set(county.units.map(\.code))
        for entry in county.roster {
            #expect(codes.contains(entry.unit))
            #expect(entry.coUnit.map(codes.contains) ?? true)
        }
    }

    @Test func `the check characters of credit codes are right`() {
        #expect(CreditCode.isValid("91610999MA6X00008P"))
        #expect(CreditCode.isValid("52610999MJU0000044"))
        #expect(!CreditCode.isValid("91610999MA6X00008Q"))
        for entry in county.roster where ["enterprise", "social_org"].contains(entry.sector) {
            #expect(CreditCode.isValid(entry.code), "\(entry.code)")
        }
    }

    @Test func `the roster is as hard as real ones`() {
        let villages = county.roster.filter { $0.sector == "rural" }
        #expect(Set(villages.map(\.name)).count == villages.count - 1)
        #expect(villages.count { $0.validTo != nil && $0.mergedInto != nil } == 1)
        #expect(
            villages.contains { village in
                village.name.unicodeScalars.contains { $0.value > 0xFFFF }
                    && !village.aliases.isEmpty
            })
    }

    // Of 34 the list of names drew the one that two towns share once more.
    @Test(arguments: [3, 34])
    func `two villages bear one name, and no third`(seed: UInt64) {
        let villages = DemoCounty(seed: seed, townships: 14).roster.filter { $0.sector == "rural" }
        #expect(Set(villages.map(\.name)).count == villages.count - 1)
    }

    @Test func `another seed is another county`() {
        #expect(DemoCounty(seed: 1).rosterTable == DemoCounty(seed: 1).rosterTable)
        #expect(DemoCounty(seed: 1).rosterTable != DemoCounty(seed: 2).rosterTable)
    }

    @Test func `GB 18030 writes rare characters in four bytes`() {
        #expect(GB18030.encode("村𣲗") == [0xB4, 0xE5, 0x96, 0x34, 0xA9, 0x37])
    }
}
