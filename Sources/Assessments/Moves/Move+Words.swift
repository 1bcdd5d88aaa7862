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
        case .silence, .relief, .deduction(.late), .deduction(.missing), .deduction(.returned):
            .reporting
        case .deduction(.misreport): .misreport
        case .bonus: .bonus
        }
    }

    /// What stands below the heading: an indicator, a form, a kind of deduction.
    package func detail(in campaign: Campaign) -> Bilingual {
        func indicator(_ id: String) -> Bilingual {
            let title = campaign.indicators.first { $0.id == id }?.title ?? ""
            return Bilingual("\(title)（\(id)）", "\(id) \(title)")
        }
        func form(_ id: String) -> String { campaign.form(id)?.title ?? id }
        return switch self {
        case .demand(let id), .work(let id), .scope(let id): indicator(id)
        case .silence(let id):
            Bilingual("《\(form(id))》未报的月份按0计", "\(form(id)): 0 in the month without a return")
        case .relief(let id):
            Bilingual("《\(form(id))》免报或延期的月份不计", "\(form(id)): not counted in the month excused")
        case .deduction(.late): Bilingual("迟报扣分", "points off for late returns")
        case .deduction(.missing): Bilingual("未报扣分", "points off for missing returns")
        case .deduction(.returned): Bilingual("退回扣分", "points off for returns sent back")
        case .deduction(.misreport): Bilingual("认定虚报、瞒报扣分", "points off for misreports")
        case .bonus: Bilingual("登记的加分", "bonus points of the register")
        case .roster: Bilingual("名册上的对象增减或移交", "entries that came, left or changed hands")
        case .tables: Bilingual("权重、目标、公式或设定的调整", "weights, targets, formulas or settings")
        case .corrections: Bilingual("上月通报后补报、改报和认定的", "what came or was confirmed since")
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
                "上月计分的指标现在都不计分，分不出升降原因",
                "nothing that counted last month counts now: the change cannot be taken apart")
        }
    }
}
