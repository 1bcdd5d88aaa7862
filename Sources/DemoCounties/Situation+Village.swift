import Campaigns

extension Situation {
    /// 农村: a village's month.
    var village: [String: SheetValue] {
        var traits = traits("village")
        let steady = quality.level("rural", month: 0)
        let level = quality.level("rural", month: month)
        let cadres = traits.integer(5...9)
        let monthlyPay = cadres * traits.integer(14...19)
        let fund = traits.integer(10...26) * 50
        var random = monthly("village")
        let isManned = random.chance(0.2 + 0.8 * level)
        let duty =
            isManned
            ? random.integer(workdays...min(period.days, workdays + 4))
            : workdays * random.integer(50...85) / 100
        let matters = random.integer(0...4)
        let decided = (0..<matters).count { _ in random.chance(0.55 + 0.45 * level) }
        var values: [String: SheetValue] = [
            "cadres": .integer(cadres),
            "duty_days": .integer(duty),
            "pay_due": .hundredths(monthlyPay * month),
            "pay_paid": .hundredths(
                arrears("pay", monthlyDue: monthlyPay, level: 0.3 + 0.7 * steady)),
            "fund_due": .hundredths(fund),
            "fund_paid": .hundredths(paid("fund", of: fund, level: steady)),
            "study_cnt": .integer(
                random.chance(0.35 + 0.64 * level) ? random.integer(1...3) : 0),
            "dec_due": .integer(matters),
            "dec_done": .integer(decided),
            "note": random.chance(0.03) ? .text("本月按计划推进") : .blank,
        ]
        values.merge(villageProgress(cadres: cadres, level: steady)) { $1 }
        values.merge(site(random: &random, level: level)) { $1 }
        values.merge(firstSecretary(random: &random, level: level)) { $1 }
        return values
    }

    /// What only grows: systems, files, trained cadres; mergers and villages turned around.
    private func villageProgress(cadres: Int, level: Double) -> [String: SheetValue] {
        var random = traits("village progress")
        let systems = random.chance(level) ? 4 : random.chance(level) ? 3 : 2
        let added = campaignMonth >= random.integer(3...12) ? 1 : 0
        let filed = 0.15 + 0.5 * level * random.fraction() + 0.06 * level * Double(month)
        let trained = level * (0.35 + 0.6 * random.fraction()) * Double(month) / 8
        let isMerged = random.chance(0.14)
        let merged = campaignMonth >= random.integer(1...14) - Int(4 * level)
        let isBackward = entry.attributes["backward_base"] == "是"
        let turned = campaignMonth >= random.integer(5...14) - Int(3 * level)
        return [
            "sys_built": .integer(min(4, systems + added)),
            "file_done": .integer(min(cadres, Int(Double(cadres) * filed + 0.5))),
            "train_cum": .integer(min(cadres, Int(Double(cadres) * trained))),
            "merge_status": .text(!isMerged ? "不涉及" : merged ? "已到位" : "未到位"),
            "backward": .text(!isBackward ? "否" : turned ? "已转化" : "整顿中"),
        ]
    }

    private func site(random: inout SplitMix64, level: Double) -> [String: SheetValue] {
        var traits = traits("site")
        let base = entry.attributes["site_base"] ?? "达标"
        let done = max(2, traits.integer(3...20) - Int(7 * quality.general))
        let status =
            base == "达标" || campaignMonth >= done
            ? "达标"
            : base == "无场所" || base == "未开工"
                ? (campaignMonth >= done - 3 ? "新建中" : base) : base
        let open =
            random.chance(0.3 + 0.65 * level) ? random.integer(15...26) : random.integer(5...14)
        return [
            "site_status": .text(status),
            "site_open_days": status == "达标" ? .integer(open) : .dash,
        ]
    }

    private func firstSecretary(
        random: inout SplitMix64, level: Double
    ) -> [String: SheetValue] {
        guard entry.attributes["fs_village"] == "是" else {
            return ["fs_assigned": .yes(false), "fs_days": .dash]
        }
        let expected = min(20, workdays - 1)
        // The sending department has a part in it.
        let sender = entry.coUnit.map { quality.other($0).level("rural", month: month) } ?? level
        let isThere = random.chance(0.1 + 0.45 * level + 0.42 * sender)
        return [
            "fs_assigned": .yes(true),
            "fs_days": .integer(
                isThere
                    ? random.integer(expected...min(period.days, expected + 4))
                    : random.integer(8...(expected - 1))),
        ]
    }
}
