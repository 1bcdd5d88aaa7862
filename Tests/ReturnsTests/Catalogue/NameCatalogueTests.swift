import Campaigns
import Testing

@testable import Returns

struct NameCatalogueTests {
    private let campaign = NameCatalogue.campaign
    private let names = NameBook(NameCatalogue.campaign)

    @Test(arguments: NameCatalogue.cases)
    func `a name stands for what the catalogue says, or for nobody`(line: NameCase) {
        let written = Self.visible(line.written)
        let codes: [String]
        let proposals: [String]
        if line.place == "单位" {
            codes = names.units(named: written).map(\.code)
            proposals = names.unitProposals(for: written)
        } else {
            let unit = campaign.units.first { $0.name == line.place }?.code
            codes = names.entries(named: written, sector: "rural", unit: unit).map(\.code)
            proposals = names.entryProposals(for: written, sector: "rural", unit: unit)
        }
        let found =
            switch codes.count {
            case 0:
                (["无"] + (proposals.isEmpty ? [] : [proposals.joined(separator: "、")])).joined(
                    separator: " ")
            case 1: codes[0]
            default: "两可 " + codes.joined(separator: "、")
            }
        #expect(found == Self.visible(line.found))
    }

    private static func visible(_ text: String) -> String {
        CellCase(line: "|\(text)||", group: "").text
    }

    @Test func `the catalogue holds 60 names and more, each once`() {
        #expect(
            Set(NameCatalogue.cases.map { $0.place + $0.written }).count
                == NameCatalogue.cases.count)
        #expect(NameCatalogue.cases.count >= 60)
    }
}
