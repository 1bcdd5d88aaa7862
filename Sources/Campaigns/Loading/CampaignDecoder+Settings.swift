import Findings
import Formulas

extension CampaignDecoder {
    mutating func settings() -> Settings {
        var settings = Settings()
        for row in rows(.settings) {
            let key = identifier(row, "key")
            let _: Source = word(row, "source", standard: .standard, or: .standard)
            guard let value = row.optional("value") else {
                settings.open.insert(key)
                continue
            }
            if settings.texts[key] == nil { settings.texts[key] = value }
            if let key = Settings.Key(rawValue: key), let expected = key.fault(of: value) {
                wrong(row, "value", expected: expected)
            }
            if ScreenThreshold(rawValue: key) != nil,
                (Settings.value(value).number ?? -1) < 0
            {
                wrong(row, "value", expected: Bilingual("不小于0的数", "a number not below 0"))
            }
        }
        settings.open.subtract(settings.texts.keys)
        return settings
    }

    /// Where a value comes from.
    private enum Source: String, CaseIterable {
        case fixed
        case leftOpen = "left open"
        case standard = "default"
    }

    /// The time zone's distance from UTC; a zone that is not known is a finding at its cell.
    mutating func clockOffset(_ settings: Settings) -> Int {
        let zone = settings.text(.timezone)
        if let offset = ClockOffset.seconds(ofZone: zone) { return offset }
        for row in rows(.settings) where row.text("key") == Settings.Key.timezone.rawValue {
            wrong(row, "value", expected: Bilingual("时区，如 Asia/Shanghai", "a time zone"))
            break
        }
        return 28_800
    }
}

extension Settings.Key {
    /// What the engine expects instead of a value; nil where the value will do.
    fileprivate func fault(of value: String) -> Bilingual? {
        switch self {
        case .campaignTitle, .county, .timezone, .talkIndicators, .mailDomains, .problemRules,
            .yearVetoGrade:
            nil
        case .reviewValues, .yearGrades:
            Settings.Step.all(in: value) != nil
                ? nil : Bilingual("名称:数，多个用;分开", "name:number, separated by ;")
        case .dueTime:
            (Moment.clock(value) ?? .max) < 86_400
                ? nil : Bilingual("17:00这样的时刻", "a time such as 17:00")
        case .inboxAfter:
            ["keep", "move"].contains(value) ? nil : Bilingual("keep 或 move", "keep or move")
        case .dueDay:
            (1...31).contains(Int(value) ?? 0) ? nil : Bilingual("1到31的整数", "a day from 1 to 31")
        case .settleSeconds, .bottomN, .bottomNSmall, .smallGroupBelow, .bottomMinGroup,
            .talkConsecutive, .answerDays, .matchMonths, .movePlaces, .moveCountMin, .problemDays,
            .drawSuspicion, .drawMismatch, .drawMisreport:
            (Int(value) ?? -1) >= 0 ? nil : Bilingual("不小于0的整数", "a whole number not below 0")
        case .latePoints, .lateCap, .missingPoints, .returnedPoints, .returnedCap,
            .misreportPoints, .bonusCap, .unrankedBelow, .lightGreen, .lightYellow,
            .talkScoreBelow, .nearTie, .deadlineMissedFactor, .yearMonthsShare, .yearEndShare,
            .yearReviewShare, .inspectionShareMin:
            (ExactDecimal(value)?.unscaled ?? -1) >= 0
                ? nil : Bilingual("不小于0的数", "a number not below 0")
        }
    }
}
