import Campaigns

extension Situation {
    /// 社区: a community's month.
    var community: [String: SheetValue] {
        var traits = traits("community")
        let steady = quality.level("community", month: 0)
        let level = quality.level("community", month: month)
        let staff = traits.integer(6...15)
        let monthlyPay = staff * traits.integer(22...28)
        let office = traits.integer(10...30) * 50
        let service = traits.integer(10...20) * 100
        let grids = traits.integer(5...18)
        let floating = traits.integer(12...80)
        let registered = traits.integer(40...260)
        let area = traits.integer(160...620) * 100
        let running = 0.45 + 0.35 * steady + 0.02 * Double(month)
        let assessed = traits.integer(5...16) - Int(4 * steady)
        var random = monthly("community")
        let managed = Double(floating) * (0.6 + 0.4 * level) * (0.9 + 0.1 * random.fraction())
        let active = Double(registered) * level * (0.35 + 0.3 * random.fraction())
        return [
            "staff": .integer(staff),
            "allow_due": .hundredths(monthlyPay * month),
            "allow_paid": .hundredths(
                arrears("allowance", monthlyDue: monthlyPay, level: 0.2 + 0.8 * steady)),
            "office_due": .hundredths(office),
            "office_paid": .hundredths(paid("office", of: office, level: steady)),
            "serve_due": .hundredths(service),
            "serve_paid": .hundredths(paid("service", of: service, level: steady)),
            "grid_total": .integer(grids),
            "grid_done": .integer(min(grids, Int(Double(grids) * running + 0.5))),
            "float_known": .integer(floating),
            "float_managed": .integer(min(floating, Int(managed + 0.5))),
            "inservice_reg": .integer(registered),
            "inservice_act": .integer(min(registered, Int(active))),
            "vol_events": .integer(random.integer(1...8)),
            "model_cum": .integer(sum("models") { $0.chance(0.4) ? $0.integer(1...3) : 0 }),
            "site_area": .hundredths(area),
            "assess_status": .text(month >= max(3, assessed) ? "已开展" : "未开展"),
            "note": .blank,
        ]
    }
}
