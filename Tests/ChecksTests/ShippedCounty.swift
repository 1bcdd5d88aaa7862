import Campaigns
import Checks
import Files
import Findings
import Formulas
import Ledgers
import Testing

/// The campaign that ships, over a township and a department with one entry in each sector.
struct ShippedCounty {
    var campaign: Campaign
    let june: Period
    let asOf: Moment

    init() throws {
        let root = #filePath.split(separator: "/Tests/").first.map(String.init) ?? "."
        let folder = root + "/Templates/five-in-one"
        var sources: [(name: String, bytes: [UInt8])] = []
        for name in try Files.names(in: folder) where name.hasSuffix(".csv") {
            guard name != "units.csv", name != "roster.csv" else { continue }
            sources.append((name, try Files.read(folder + "/" + name)))
        }
        sources.append(("units.csv", Array(Self.units.utf8)))
        sources.append(("roster.csv", Array(Self.roster.utf8)))
        let reading = CampaignLoader.reading(of: sources.sorted { $0.name < $1.name })
        campaign = try #require(reading.campaign)
        june = try SmallCounty.period("2020-06")
        asOf = try #require(Moment(iso: "2020-07-06T09:00", offset: campaign.clockOffset))
    }

    private static let units = """
        code,name,short_name,kind,rank_group,has_dangzu
        T1,城关镇,城关,township,乡镇组,否
        T2,东坪乡,东坪,township,乡镇组,否
        B1,县财政局,财政局,department,县直部门A组,是
        """

    private static let roster = """
        code,name,sector,unit,above_scale,fs_village,backward_base,valid_to,merged_into
        R1,东沟村,rural,T1,,是,否,,
        R2,南沟村,rural,T1,,否,否,2020-03-31,R1
        R3,北沟村,rural,T2,,否,否,,
        C1,南街社区,community,T1,,,,,
        E1,岚川机械有限公司,enterprise,T1,是,,,,
        S1,岚川商会,social_org,B1,,,,,
        O1,财政局党支部,organ,B1,,,,,
        """

    func form(_ id: String) throws -> Form { try #require(campaign.form(id)) }

    /// The entry of a form that its rows are about; nil for a form without a sector.
    func entry(of form: Form) -> RosterEntry? { campaign.entries(of: form, in: june).first }

    /// A value for every field, each right by itself.
    func plainValues(of form: Form) -> [String: FieldValue] {
        var values: [String: FieldValue] = [:]
        for field in form.fields {
            switch field.type {
            case .integer: values[field.id] = .integer(1)
            case .decimal, .percent: values[field.id] = .real(1)
            case .date: values[field.id] = .text("2020-05-20")
            case .subjectName: values[field.id] = .text(entry(of: form)?.name ?? "东沟村")
            case .subjectCode: values[field.id] = .text(entry(of: form)?.code ?? "R1")
            case .unitName: values[field.id] = .text("城关镇")
            case .enumeration(let list):
                values[field.id] = campaign.choices[list]?.values.first.map(FieldValue.text)
            case .code, .text: values[field.id] = .text("甲乙丙丁")
            case .note: break
            }
        }
        return values
    }

    /// Values as a test case names them, the fields' own types given to them; NULL is blank.
    func changing(
        _ values: [String: FieldValue], _ changes: [String: SQLValue], in form: Form
    ) -> [String: FieldValue] {
        var values = values
        for (id, change) in changes {
            guard let field = form.field(id) else { continue }
            switch change {
            case .null: values[id] = nil
            case .text(let text): values[id] = .text(text)
            case .integer(let integer):
                values[id] = field.type == .integer ? .integer(integer) : .real(Double(integer))
            case .real(let real): values[id] = .real(real)
            }
        }
        return values
    }

    /// A return with its columns in the order of the form and its heads in line 1.
    func submission(
        of form: Form, rows: [(subject: String?, values: FieldValues)],
        unit: String? = nil
    ) -> Submission {
        let columns = Dictionary(
            form.fields.enumerated().map { ($0.element.id, $0.offset + 1) },
            uniquingKeysWith: { first, _ in first })
        return Submission(
            fileHash: "", form: form.id, unit: unit ?? entry(of: form)?.unit ?? "T1",
            period: june, received: asOf,
            places: ReturnPlaces(
                file: "报表.xlsx", sheet: "表", columns: columns, headerRow: 1, isCSV: false),
            rows: rows.enumerated().map { offset, row in
                ReturnRow(number: offset + 2, subject: row.subject, values: row.values)
            })
    }

    /// A return of one plain row with some values changed.
    func plainReturn(of id: String, _ changes: [String: SQLValue] = [:]) throws -> Submission {
        let form = try form(id)
        let values = changing(plainValues(of: form), changes, in: form)
        let subject = form.nature == .inspection ? "R1" : entry(of: form)?.code
        return submission(of: form, rows: [(subject, FieldValues(values))])
    }

    /// The view in which an entry reported some values, and nobody else did.
    func view(of form: Form, _ values: [String: FieldValue]) -> FormView {
        let schema = FormSchema(viewOf: form, in: campaign)
        let entry = entry(of: form)
        let row = schema.columns.map { column -> SQLValue in
            switch column.origin {
            case .code: .text(entry?.code ?? "")
            case .unit: .text(entry?.unit ?? "")
            case .reported: .integer(1)
            case .field(let id): values[id]?.sql ?? .null
            default: .null
            }
        }
        return FormView(name: form.id, columns: schema.sqlColumns, rows: [row])
    }

    /// What the campaign shows of the findings in a return.
    func shown(
        _ submission: Submission, known: [Finding] = [], previous: FormView? = nil,
        reported: [ViewKey: FormView] = [:], by engine: RuleEngine? = nil
    ) throws -> [Finding] {
        let found = try (engine ?? RuleEngine(campaign: campaign)).findings(
            for: submission, known: known, previous: previous, reported: reported, asOf: asOf)
        return RuleBook(campaign)
            .dressed(known + found, form: submission.form, period: submission.period).shown
    }

    /// The cells of some fields in the first row of a return.
    func cells(_ fields: Set<String>, in submission: Submission) -> [CellReference] {
        submission.rows.first.map { submission.places.place(of: fields.sorted(), in: $0).cells }
            ?? []
    }
}
