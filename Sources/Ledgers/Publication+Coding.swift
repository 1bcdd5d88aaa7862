import Campaigns

// How publications stand in events. The words are never renamed.

extension Publication {
    /// What its event says; what there is none of is left out, as older programs did.
    var json: JSONObject {
        var members: JSONObject = [
            "period": .string(period.description), "ranks": .array(ranks.map(\.json)),
            "bottom": .strings(bottom.sorted()),
        ]
        if let number { members["number"] = .integer(number) }
        if asOf != moment { members["as_of"] = .string(asOf.description) }
        if let figures { members["figures"] = .array(figures.map(\.json)) }
        if !changes.isEmpty { members["changes"] = .array(changes.map(\.json)) }
        if !files.isEmpty {
            members["files"] = .array(
                files.sorted { $0.key < $1.key }.map { .strings([$0.key, $0.value]) })
        }
        members["campaign"] = campaignVersion.map { .string($0) }
        members["program"] = program.map { .string($0) }
        return members
    }

    /// Nil where the event is no publication that this program can read.
    init?(_ event: LedgerEvent) {
        let payload = event.payload
        switch event.kind {
        case .publication: kind = .first
        case .issue: kind = .issue
        case .correction:
            guard let number = payload["number"]?.integer else { return nil }
            kind = .correction(number: number)
        default: return nil
        }
        guard let period = payload["period"]?.string.flatMap({ Period($0) }),
            let ranks = payload["ranks"]?.array, let bottom = payload["bottom"]?.array
        else { return nil }
        self.period = period
        self.event = event.id
        moment = event.moment
        asOf = payload["as_of"]?.string.flatMap { Moment(stored: $0) } ?? event.moment
        self.ranks = ranks.compactMap { PublishedRank($0) }
        self.bottom = Set(bottom.compactMap(\.string))
        figures = payload["figures"]?.array.map { $0.compactMap { PublishedFigure($0) } }
        changes = (payload["changes"]?.array ?? []).compactMap { FigureChange($0) }
        files = Dictionary(
            (payload["files"]?.array ?? []).compactMap { file in
                guard let path = file[0]?.string, let hash = file[1]?.string else { return nil }
                return (path, hash)
            }, uniquingKeysWith: { first, _ in first })
        campaignVersion = payload["campaign"]?.string
        program = payload["program"]?.string
    }
}

extension PublishedRank {
    var json: JSON {
        var members: JSONObject = [
            "unit": .string(unit), "group": .string(group), "rank": .optional(rank),
            "score": .optional(score), "weights": .string(weights),
        ]
        members["base"] = baseScore.map { .string($0) }
        members["deductions"] = deductions.map { .string($0) }
        members["bonus"] = bonus.map { .string($0) }
        return .object(members)
    }

    init?(_ json: JSON) {
        guard let unit = json["unit"]?.string, let group = json["group"]?.string,
            let weights = json["weights"]?.string
        else { return nil }
        self.init(
            unit: unit, group: group, rank: json["rank"]?.integer, score: json["score"]?.string,
            weights: weights)
        baseScore = json["base"]?.string
        deductions = json["deductions"]?.string
        bonus = json["bonus"]?.string
    }
}

extension PublishedFigure {
    var json: JSON { .strings([indicator, unit, numerator, denominator, rate, k]) }

    init?(_ json: JSON) {
        let texts = (json.array ?? []).compactMap(\.string)
        guard texts.count == 6 else { return nil }
        self.init(
            indicator: texts[0], unit: texts[1], numerator: texts[2], denominator: texts[3],
            rate: texts[4], k: texts[5])
    }
}

extension FigureChange {
    var json: JSON {
        .object([
            "unit": .string(unit), "item": .string(item.word), "before": .strings(before),
            "after": .strings(after), "causes": .array(causes.map(\.json)),
        ])
    }

    init?(_ json: JSON) {
        guard let unit = json["unit"]?.string,
            let item = json["item"]?.string.flatMap({ Item(word: $0) }),
            let before = json["before"]?.array, let after = json["after"]?.array
        else { return nil }
        self.init(
            unit: unit, item: item, before: before.compactMap(\.string),
            after: after.compactMap(\.string),
            causes: (json["causes"]?.array ?? []).compactMap { FigureCause($0) })
    }
}

extension FigureChange.Item {
    /// In events and for programs: `rank`, `score`, … `indicator R04`.
    package var word: String {
        switch self {
        case .rank: "rank"
        case .score: "score"
        case .baseScore: "base_score"
        case .deductions: "deductions"
        case .bonus: "bonus"
        case .indicator(let id): "indicator \(id)"
        }
    }

    init?(word: String) {
        switch word {
        case "rank": self = .rank
        case "score": self = .score
        case "base_score": self = .baseScore
        case "deductions": self = .deductions
        case "bonus": self = .bonus
        case _ where word.hasPrefix("indicator "):
            self = .indicator(String(word.dropFirst("indicator ".count)))
        default: return nil
        }
    }
}

extension FigureCause {
    /// The cause's word, in events and for programs.
    package var word: String {
        switch self {
        case .file: "file"
        case .inspection: "inspection"
        case .register: "register"
        case .act: "act"
        case .receipts: "receipts"
        case .tables: "tables"
        case .time: "time"
        case .program: "program"
        case .others: "others"
        }
    }

    var json: JSON {
        var members: JSONObject = ["cause": .string(word)]
        switch self {
        case .file(let unit, let form, let period, let path, let received):
            members["unit"] = unit.map { .string($0) }
            members["form"] = form.map { .string($0) }
            members["period"] = period.map { .string($0.description) }
            members["path"] = .string(path)
            members["received"] = .string(received.description)
        case .act(let number): members["act"] = .integer(number)
        default: break
        }
        return .object(members)
    }

    init?(_ json: JSON) {
        switch json["cause"]?.string {
        case "file":
            guard let path = json["path"]?.string,
                let received = json["received"]?.string.flatMap({ Moment(stored: $0) })
            else { return nil }
            self = .file(
                unit: json["unit"]?.string, form: json["form"]?.string,
                period: json["period"]?.string.flatMap { Period($0) }, path: path,
                received: received)
        case "act":
            guard let number = json["act"]?.integer else { return nil }
            self = .act(number)
        case "inspection": self = .inspection
        case "register": self = .register
        case "receipts": self = .receipts
        case "tables": self = .tables
        case "time": self = .time
        case "program": self = .program
        case "others": self = .others
        default: return nil
        }
    }
}
