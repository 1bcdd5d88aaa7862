import Campaigns

/// Where the value of a column comes from, looked up once for all rows: fields by their place.
enum LineOrigin {
    /// A field of the form; what the engine works out for an inspection comes before it.
    case field(Int, fact: FormSchema.InspectionFact?)
    case quarter(Int, column: String)
    case other(FormSchema.Origin)

    init(_ origin: FormSchema.Origin, in form: Form) {
        let field: String
        switch origin {
        case .field(let id), .quarter(let id): field = id
        default:
            self = .other(origin)
            return
        }
        guard let ordinal = form.fields.firstIndex(where: { $0.id == field }) else {
            self = .other(origin)
            return
        }
        if case .quarter = origin {
            self = .quarter(ordinal, column: field)
        } else {
            self = .field(ordinal, fact: FormSchema.InspectionFact(rawValue: field))
        }
    }
}

/// What the lines have to know of a field, over and over.
struct LineField {
    let id: String
    /// What stands in for a value that the row has not; nil for nothing.
    let standIn: StandIn?

    enum StandIn {
        case entryCode, entryName, carried
    }

    init(_ field: Field) {
        id = field.id
        standIn =
            switch field.type {
            case .subjectCode: .entryCode
            case .subjectName: .entryName
            default: field.carries ? .carried : nil
            }
    }
}

extension FormSchema.Origin {
    /// Of the responsible unit, not of the row or its entry.
    var isOfOwner: Bool {
        switch self {
        case .unit, .unitAttribute: true
        default: false
        }
    }
}
