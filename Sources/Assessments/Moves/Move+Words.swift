package import Campaigns
package import Findings

extension Move {
    /// What causes are told under, in the order in which they are printed.
    package enum Heading: Int, Sendable, CaseIterable {
        case work, scope, demand, reporting, misreport, bonus, roster, tables, corrections

        /// In a few words, as the head of a column.
        package var title: Bilingual {
            switch self {
            case .work: Bilingual("本单位工作", "own work")
            case .scope: Bilingual("计分指标增减", "indicators that count")
            case .demand: Bilingual("进度要求", "demand of the month")
            case .reporting: Bilingual("报送情况", "returns")
            case .misreport: Bilingual("虚报瞒报", "misreports")
            case .bonus: Bilingual("加分", "bonus")
            case .roster: Bilingual("名册变化", "roster")
            case .tables: Bilingual("办法调整", "changed tables")
            case .corrections: Bilingual("上月更正", "corrections of last month")
            }
        }
    }

    /// How many places last month's correction moved the unit; positive is up.
    package var correctedPlaces: Int {
        parts(under: .corrections).map(\.places).reduce(0, +)
    }

    /// Without last month's correction its rank would be the same, or have gone the other way.
    package var isByCorrectionAlone: Bool {
        guard let places = rank?.places, correctedPlaces != 0 else { return false }
        return places.signum() != (places - correctedPlaces).signum()
    }

    /// The parts under a heading, in their order.
    package func parts(under heading: Heading) -> [Part] {
        parts.filter { $0.cause.heading == heading }
    }
}

extension Move.Cause {
    package var heading: Move.Heading {
        switch self {
        case .corrections: .corrections
        case .tables: .tables
        case .demand: .demand
        case .roster: .roster
        case .work: .work
        case .scope: .scope
        case .reporting, .silence, .relief, .deduction(.late), .deduction(.missing),
            .deduction(.returned):
            .reporting
        case .deduction(.misreport): .misreport
        case .bonus: .bonus
        }
    }

    /// What stands below the heading: an indicator, a form, a kind of deduction.
    ///
    /// Indicators with their numbers in brackets, or by their titles alone.
    package func detail(in campaign: Campaign, numbered: Bool = true) -> Bilingual {
        func indicator(_ id: String) -> Bilingual {
            let title = campaign.indicators.first { $0.id == id }?.title ?? ""
            return Bilingual(title + (numbered ? "（\(id)）" : ""), "\(id) \(title)")
        }
        func form(_ id: String) -> String {
            guard let form = campaign.form(id) else { return id }
            return form.folder ?? form.title
        }
        return switch self {
        case .demand(let id), .work(let id), .reporting(let id): indicator(id)
        case .scope(let id, true):
            Bilingual(
                "\(indicator(id).chinese)本月起计分", "\(indicator(id).english): counts from this month")
        case .scope(let id, false):
            Bilingual(
                "\(indicator(id).chinese)本月不再计分", "\(indicator(id).english): no longer counts")
        case .silence(let id, true):
            Bilingual("“\(form(id))”本月未报，按0计", "\(form(id)): no return this month, counts 0")
        case .silence(let id, false):
            Bilingual("“\(form(id))”上月未报，本月已报", "\(form(id)): no return last month")
        case .relief(let id, true):
            Bilingual("“\(form(id))”本月免报或延期，不计分", "\(form(id)): excused this month")
        case .relief(let id, false):
            Bilingual("“\(form(id))”上月免报或延期，本月计分", "\(form(id)): excused last month")
        case .deduction(.late): Bilingual("迟报扣分", "points off for late returns")
        case .deduction(.missing): Bilingual("未报扣分", "points off for missing returns")
        case .deduction(.returned): Bilingual("退回扣分", "points off for returns sent back")
        case .deduction(.misreport): Bilingual("认定虚报、瞒报扣分", "points off for misreports")
        case .bonus: Bilingual("登记的加分", "bonus points of the register")
        case .roster: Bilingual("名册上的对象增减或移交", "entries that came, left or changed hands")
        case .tables: Bilingual("权重、目标、公式或设定的调整", "weights, targets, formulas or settings")
        case .corrections: Bilingual("上月得分按现在掌握的更正", "last month's score as it is known today")
        }
    }
}

extension MoveAnswer.Obstacle {
    package var words: Bilingual {
        switch self {
        case .unranked: Bilingual("本月不参评，不与上月比较", "unranked this month: nothing to compare")
        case .new: Bilingual("上月没有名次，不作比较", "no rank last month: nothing to compare with")
        case .tablesLost:
            Bilingual(
                "上月所用的表格已不在存档或不能再算，分不出升降原因",
                "last month's tables are lost or do not run: the change cannot be taken apart")
        case .nothingLeft:
            Bilingual(
                "按现在掌握的情况和表格，上月没有可以计分的指标，分不出升降原因",
                "by what is known today nothing counted last month: the change cannot be taken apart"
            )
        }
    }
}
