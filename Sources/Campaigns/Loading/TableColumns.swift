/// The columns of the campaign's tables.
struct TableColumns {
    var required: [String]
    var optional: [String]
    /// Further columns are attributes.
    var takesAttributes = false

    var all: [String] { required + optional }

    init(_ table: CampaignTables.TableName) {
        switch table {
        case .settings:
            (required, optional) = (["key", "value"], ["unit", "source", "quote", "note"])
        case .units:
            required = ["code", "name", "kind"]
            optional = [
                "short_name", "aliases", "rank_group", "mailbox", "valid_from", "valid_to",
                "merged_into",
            ]
            takesAttributes = true
        case .roster:
            required = ["code", "name", "sector", "unit"]
            optional = ["aliases", "co_unit", "valid_from", "valid_to", "merged_into"]
            takesAttributes = true
        case .forms:
            required = ["id", "title"]
            optional = ["sector", "row_noun", "submitted_by", "period", "folder"]
        case .fields:
            required = ["form", "id", "header", "type"]
            optional = [
                "aliases", "unit", "required", "min", "max", "choices", "blank", "carry",
                "cumulative", "individual", "help",
            ]
        case .choices:
            (required, optional) = (["list", "value", "spelling"], [])
        case .rules:
            required = ["id", "form", "kind", "severity", "when"]
            optional = [
                "message_zh", "message_en", "advice_zh", "advice_en", "from", "to", "state",
            ]
        case .indicators:
            required = ["id", "title", "form", "numerator", "denominator"]
            optional = [
                "sector", "credit", "target", "base", "phase", "due", "weight_township",
                "weight_department", "direction",
            ]
        case .inspectionItems:
            (required, optional) = (["id", "title"], ["field", "as_of", "tolerance"])
        case .tasks:
            (required, optional) = (["id", "title"], ["who", "due", "quote"])
        case .calendar:
            (required, optional) = (["date", "workday"], ["note"])
        case .recipients:
            (required, optional) = (["name", "gets"], ["mailbox", "role"])
        }
    }
}
