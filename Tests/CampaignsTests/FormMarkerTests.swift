import Campaigns
import Testing

struct FormMarkerTests {
    let marker = FormMarker(
        form: "rural", unit: "610999101", period: Period("2020-06"), version: "3f9a",
        sheet: "农村;\"一\"=1")

    @Test func `a marker reads back as it was written`() {
        #expect(
            FormMarker(form: "rural", unit: "1", period: Period("2020-06"), version: "a").text
                == "\"form=rural;unit=1;period=2020-06;version=a\"")
        #expect(FormMarker(marker.text) == marker)
    }

    @Test func `several forms in a workbook have a name each`() {
        let other = FormMarker(form: "community", unit: "610999101", sheet: "社区")
        let names = FormMarker.definedNames(for: [marker, other])
        #expect(names.keys.sorted() == ["_tongbao_form", "_tongbao_form_community"])
        #expect(FormMarker.markers(in: names) == [marker, other])
        #expect(FormMarker.markers(in: ["Print_Area": "'农村'!$A$1"]).isEmpty)
    }

    @Test(arguments: [
        "=\"form=rural\"", "“form=rural”", " FORM = rural ; colour=red;period=2020-13 ",
        "period=;form=rural;form=organ", "ｆｏｒｍ＝rural",
    ])
    func `what programs and people made of it is read all the same`(text: String) {
        #expect(FormMarker(text) == FormMarker(form: "rural"))
    }

    @Test(arguments: ["", "\"\"", "rural", "unit=1", "#REF!"])
    func `what names no form is no marker`(text: String) {
        #expect(FormMarker(text) == nil)
    }
}
