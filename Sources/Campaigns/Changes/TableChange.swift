import Workbooks

/// How many rows of a table other than units and roster came, went and are different, and which.
package struct TableChange: Hashable, Sendable {
    package var table: CampaignTables.TableName
    /// What names a row: a key, an id, `form.field`, a date, sorted.
    package var added: [String]
    package var removed: [String]
    package var changed: [String]

    /// Compares rows by their keys; nil where nothing is different.
    private init?<Value: Hashable>(
        _ table: CampaignTables.TableName, _ old: [(String, Value)], _ new: [(String, Value)]
    ) {
        let before = Dictionary(grouping: old, by: \.0).mapValues { $0.map(\.1) }
        let after = Dictionary(grouping: new, by: \.0).mapValues { $0.map(\.1) }
        self.table = table
        added = after.keys.filter { before[$0] == nil }.sorted()
        removed = before.keys.filter { after[$0] == nil }.sorted()
        changed = after.keys.filter { key in
            before[key].map { $0 != after[key] } ?? false
        }.sorted()
        if added.isEmpty && removed.isEmpty && changed.isEmpty { return nil }
    }

    static func all(from old: Campaign, to new: Campaign) -> [TableChange] {
        func change<Value: Hashable>(
            _ table: CampaignTables.TableName, _ rows: (Campaign) -> [(String, Value)]
        ) -> TableChange? {
            TableChange(table, rows(old), rows(new))
        }
        return [
            change(.settings) { campaign in
                campaign.settings.texts.map { ($0.key, $0.value) }
                    + campaign.settings.open.map { ($0, "") }
            },
            change(.forms) { $0.forms.map { ($0.id, $0.withoutFields) } },
            change(.fields) { campaign in
                campaign.forms.flatMap { form in form.fields.map { ("\(form.id).\($0.id)", $0) } }
            },
            change(.choices) { campaign in
                campaign.choices.values.flatMap { list in
                    list.spellings.map { ("\(list.name).\($0.key)", $0.value) }
                }
            },
            change(.rules) { $0.rules.map { ($0.id, $0) } },
            change(.indicators) { $0.indicators.map { ($0.id, $0) } },
            change(.inspectionItems) { $0.inspectionItems.map { ($0.id, $0) } },
            change(.tasks) { $0.tasks.map { ($0.id, $0) } },
            change(.calendar) { campaign in
                campaign.calendar.exceptions.map { ($0.key.description, $0.value) }
            },
            change(.recipients) { campaign in
                campaign.recipients.map {
                    ($0.role.isEmpty ? $0.name : "\($0.name) \($0.role)", $0)
                }
            },
        ].compactMap(\.self)
    }
}

extension Form {
    fileprivate var withoutFields: Form {
        var form = self
        form.fields = []
        return form
    }
}
