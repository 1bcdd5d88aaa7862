package import Formulas

/// The values of `settings`: what the engine reads itself, and the parameters of the formulas.
package struct Settings: Hashable, Sendable {
    /// As written, without the keys whose value is empty.
    package var texts: [String: String]
    /// Keys that stand in the table with an empty value: thresholds left open.
    package var open: Set<String>

    package init(texts: [String: String] = [:], open: Set<String> = []) {
        self.texts = texts
        self.open = open
    }

    /// Nil where the key is missing or left open.
    package subscript(key: String) -> String? { texts[key] }

    package func text(_ key: Key) -> String { texts[key.rawValue] ?? key.standard }

    /// The setting, else the engine's default where what stands there is no number (lint says so).
    package func decimal(_ key: Key) -> ExactDecimal {
        ExactDecimal(text(key)) ?? ExactDecimal(key.standard) ?? .zero
    }

    package func integer(_ key: Key) -> Int {
        Int(text(key)) ?? Int(key.standard) ?? 0
    }

    package func list(_ key: Key) -> [String] {
        text(key).split(separator: ";").map { String($0).trimmed }.filter { !$0.isEmpty }
    }

    /// Every setting as a parameter of formulas: numbers as numbers, percentages as fractions, open
    /// ones as NULL.
    package var parameters: [String: SQLValue] {
        var parameters = texts.mapValues(Self.value)
        for key in open { parameters[key] = .null }
        return parameters
    }

    /// What a text of a setting or an attribute is to SQL: a number if it parses as one, `90%` as 0.9.
    package static func value(_ text: String) -> SQLValue {
        if text.isEmpty { return .null }
        if text.hasSuffix("%"), let number = ExactDecimal(text.dropLast()) {
            return .real(
                ExactDecimal(unscaled: number.unscaled, scale: number.scale + 2).double)
        }
        guard let number = ExactDecimal(text), !text.hasPrefix("+") else { return .text(text) }
        // A code such as 001 is not a number.
        let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
        if digits.count > 1, digits.first == "0", !digits.hasPrefix("0.") { return .text(text) }
        return number.scale == 0 ? .integer(number.unscaled) : .real(number.double)
    }

    /// The keys that the engine itself reads, with what holds where the table lacks them.
    package enum Key: String, CaseIterable, Sendable {
        case campaignTitle = "campaign_title"
        case county
        case timezone
        case dueDay = "due_day"
        case dueTime = "due_time"
        case settleSeconds = "settle_seconds"
        case inboxAfter = "inbox_after"
        case latePoints = "late_points"
        case lateCap = "late_cap"
        case missingPoints = "missing_points"
        case returnedPoints = "returned_points"
        case returnedCap = "returned_cap"
        case misreportPoints = "misreport_points"
        case bonusCap = "bonus_cap"
        case unrankedBelow = "unranked_below"
        case lightGreen = "light_green"
        case lightYellow = "light_yellow"
        case bottomN = "bottom_n"
        case bottomNSmall = "bottom_n_small"
        case smallGroupBelow = "small_group_below"
        case bottomMinGroup = "bottom_min_group"
        case talkScoreBelow = "talk_score_below"
        case talkConsecutive = "talk_consecutive"
        case talkIndicators = "talk_indicators"
        case nearTie = "near_tie"
        case deadlineMissedFactor = "deadline_missed_factor"
        case yearMonthsShare = "year_months_share"
        case yearEndShare = "year_end_share"
        case yearReviewShare = "year_review_share"
        case reviewValues = "review_values"
        case yearGrades = "year_grades"
        case yearVetoGrade = "year_veto_grade"
        case answerDays = "answer_days"
        case matchMonths = "match_months"
        case mailDomains = "mail_domains"
        case inspectionShareMin = "inspection_share_min"
        case movePlaces = "move_places"
        case moveCountMin = "move_count_min"
        case problemRules = "problem_rules"
        case problemDays = "problem_days"
        case drawSuspicion = "draw_suspicion"
        case drawMismatch = "draw_mismatch"
        case drawMisreport = "draw_misreport"

        package var standard: String {
            switch self {
            case .campaignTitle: "工作通报"
            case .county: ""
            case .timezone: "Asia/Shanghai"
            case .dueDay: "5"
            case .dueTime: "17:00"
            case .settleSeconds: "5"
            case .inboxAfter: "keep"
            case .latePoints: "0.5"
            case .lateCap: "3"
            case .missingPoints: "2"
            case .returnedPoints: "0.2"
            case .returnedCap: "1"
            case .misreportPoints: "5"
            case .bonusCap: "3"
            case .unrankedBelow: "30"
            case .lightGreen: "0.9"
            case .lightYellow: "0.7"
            case .bottomN: "3"
            case .bottomNSmall: "1"
            case .smallGroupBelow: "8"
            case .bottomMinGroup: "5"
            case .talkScoreBelow: "70"
            case .talkConsecutive: "2"
            case .talkIndicators, .mailDomains, .problemRules: ""
            case .problemDays: "20"
            case .nearTie: "0.2"
            case .deadlineMissedFactor: "0.6"
            case .yearMonthsShare: "0.6"
            case .yearEndShare: "0.25"
            case .yearReviewShare: "0.15"
            case .reviewValues: "votes_good:100;votes_better:80;votes_fair:60;votes_poor:40"
            case .yearGrades: "好:90;较好:80;一般:60;差:0"
            case .yearVetoGrade: ""
            case .answerDays: "3"
            case .matchMonths: "3"
            case .inspectionShareMin: "0.3"
            case .movePlaces: "1"
            case .moveCountMin: "3"
            case .drawSuspicion: "1"
            case .drawMismatch: "2"
            case .drawMisreport: "3"
            }
        }
    }
}
