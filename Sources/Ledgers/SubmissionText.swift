import Campaigns

/// A submission in the words of its event, and where in them the pieces stand that columns hold as well.
struct SubmissionText {
    let bytes: [UInt8]
    let places: Range<Int>
    let evidence: Range<Int>
    /// The values of each row.
    let values: [Range<Int>]

    init(_ submission: Submission) {
        var writer = JSONWriter(capacity: 2048 + submission.rows.count * 512)
        var (places, evidence, values) = (0..<0, 0..<0, [Range<Int>]())
        values.reserveCapacity(submission.rows.count)
        writer.object { writer in
            writer.key("evidence")
            evidence = writer.range { writer in
                writer.array(submission.evidence) { $0.write([$1.about, $1.source, $1.text]) }
            }
            writer.key("file_hash")
            writer.write(submission.fileHash)
            writer.key("form")
            writer.write(submission.form)
            writer.key("id")
            writer.write(submission.id)
            writer.key("period")
            writer.write(submission.period?.description)
            writer.key("places")
            places = writer.range { $0.write(submission.places) }
            writer.key("received")
            writer.write(submission.received.description)
            writer.key("rows")
            var keys = KeyTexts()
            writer.array(submission.rows) { values.append($0.write($1, &keys)) }
            writer.key("unit")
            writer.write(submission.unit)
        }
        bytes = writer.bytes
        (self.places, self.evidence, self.values) = (places, evidence, values)
    }
}

/// The keys of values as they are written, in their order; the rows of a return have nearly all of them.
private struct KeyTexts {
    private var known: [(field: String, text: [UInt8])] = []
    /// Where the key that comes next is looked for.
    private var place = 0

    mutating func beginRow() { place = 0 }

    /// The text of a field that comes later in its row than those asked for before.
    mutating func text(of field: String) -> [UInt8] {
        while place < known.count, known[place].field != field, known[place].field < field {
            place += 1
        }
        if place == known.count || known[place].field != field {
            var writer = JSONWriter()
            writer.key(field)
            known.insert((field, writer.bytes), at: place)
        }
        place += 1
        return known[place - 1].text
    }
}

extension JSONWriter {
    fileprivate mutating func write(_ places: ReturnPlaces) {
        object { writer in
            writer.key("columns")
            writer.object { writer in
                for (field, column) in places.columns.sorted(by: { $0.key < $1.key }) {
                    writer.key(field)
                    writer.write(column)
                }
            }
            writer.key("csv")
            writer.write(.bool(places.isCSV))
            writer.key("file")
            writer.write(places.file)
            writer.key("header_row")
            writer.write(places.headerRow)
            writer.key("sheet")
            writer.write(places.sheet)
        }
    }

    /// Gives the place of the values.
    fileprivate mutating func write(_ row: ReturnRow, _ keys: inout KeyTexts) -> Range<Int> {
        var values = 0..<0
        object { writer in
            if !row.changes.isEmpty {
                writer.key("c")
                writer.array(row.changes) { writer, change in
                    writer.array { writer in
                        writer.write(change.field)
                        writer.write(change.raw)
                        writer.write(change.value)
                        writer.write(change.reason.rawValue)
                    }
                }
            }
            if let line = row.line {
                writer.key("l")
                writer.write(line)
            }
            writer.key("n")
            writer.write(row.number)
            if let subject = row.subject {
                writer.key("s")
                writer.write(subject)
            }
            writer.key("v")
            values = writer.range { writer in
                writer.object { writer in
                    keys.beginRow()
                    for member in row.values.members {
                        writer.key(in: keys.text(of: member.field))
                        writer.write(member.value)
                    }
                }
            }
        }
        return values
    }
}

extension JSONWriter {
    /// A value as `FieldValue.json` says it.
    fileprivate mutating func write(_ value: FieldValue) {
        switch value {
        case .integer(let integer): write(integer)
        case .text(let text): write(text)
        case .real, .notApplicable: write(value.json)
        }
    }
}

extension Submission {
    /// Reads what `SubmissionText` wrote, at whatever time.
    init?(_ payload: JSON) {
        guard let id = payload["id"]?.integer, let fileHash = payload["file_hash"]?.string,
            let received = payload["received"]?.string.flatMap({ Moment(stored: $0) }),
            let places = payload["places"].flatMap({ ReturnPlaces($0) }),
            let evidence = payload["evidence"]?.array, let rows = payload["rows"]?.array
        else { return nil }
        self.init(
            id: id, fileHash: fileHash, form: payload["form"]?.string,
            unit: payload["unit"]?.string,
            period: payload["period"]?.string.flatMap { Period($0) }, received: received,
            places: places, evidence: evidence.compactMap { Submission.Evidence($0) },
            rows: rows.compactMap { ReturnRow($0) })
        guard self.rows.count == rows.count, self.evidence.count == evidence.count else {
            return nil
        }
    }
}
