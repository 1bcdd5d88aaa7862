import Campaigns
import Workbooks

/// 三清单: the problems, tasks and duties that a unit keeps books of, and how far it is with them.
struct LedgerModel: Sendable {
    let seed: UInt64

    private struct Topic {
        var sector: String
        var text: String
        var measure: String
        var indicator: String
    }

    private static let townTopics = [
        Topic(sector: "农村", text: "部分村活动场所尚未达标", measure: "逐村明确建设方案和完工日期，每周调度一次", indicator: "R06"),
        Topic(sector: "农村", text: "村干部坐班值班不规范", measure: "上墙公示值班表，镇纪委不定期抽查", indicator: "R02"),
        Topic(sector: "农村", text: "村级运转经费拨付偏慢", measure: "与财政部门对账，按月拨付到村", indicator: "R05"),
        Topic(sector: "农村", text: "村干部培训覆盖面不够", measure: "分两批开展集中轮训，建立培训台账", indicator: "R10"),
        Topic(sector: "农村", text: "个别村四议两公开程序资料不全", measure: "开展业务指导，重大事项一事一档", indicator: "R11"),
        Topic(sector: "非公", text: "规模以上企业活动场所六有不全", measure: "对照六有标准逐项补齐设施", indicator: "E02"),
        Topic(sector: "综合", text: "制定工作方案并分解任务", measure: "召开专题会议研究，印发方案并逐项分解", indicator: "TK19"),
        Topic(sector: "机关", text: "机关支部三会一课记录不规范", measure: "统一记录本，每月检查一次", indicator: "O01"),
    ]
    private static let departmentTopics = [
        Topic(sector: "机关", text: "支部组织生活不够经常", measure: "制定年度计划，每月通报开展情况", indicator: "O01"),
        Topic(sector: "机关", text: "党费收缴不够及时", measure: "明确每月十日为党费日，专人负责提醒", indicator: "O05"),
        Topic(sector: "综合", text: "制定工作方案并分解任务", measure: "召开专题会议研究，印发方案并逐项分解", indicator: "TK19"),
        Topic(sector: "综合", text: "建立抓基层党建三清单", measure: "逐条明确时限、措施和责任人", indicator: "TK20"),
        Topic(sector: "机关", text: "党组书记讲党课尚未安排", measure: "列入党组会议议题，三季度前完成", indicator: "O02"),
        Topic(sector: "机关", text: "落实一岗双责和五个一起机制", measure: "与业务工作一同部署、检查、考核", indicator: "TK17"),
        Topic(sector: "机关", text: "集中学习进度偏慢", measure: "每两周安排一次集中学习并做好记录", indicator: "O03"),
    ]

    /// The rows of a unit's list at the end of a month: what was opened in the year so far.
    func rows(of unit: Unit, villages: [RosterEntry], in period: Period) -> [SheetRow] {
        let topics = unit.isDepartment ? Self.departmentTopics : Self.townTopics
        let level = Quality(seed: seed, unit: unit.code).level("ledger", month: 0)
        var random = SplitMix64(seed, unit.code, "ledger", String(period.year))
        var rows: [SheetRow] = []
        for (number, topic) in random.shuffled(topics).enumerated() {
            // The first three are opened in January, so that no list is ever empty.
            let month = number < 3 ? 1 : random.integer(2...8)
            let day = random.integer(6...24)
            let target = topic.sector == "农村" && !villages.isEmpty ? random.pick(villages) : nil
            guard let start = CivilDate(year: period.year, month: month, day: day) else { continue }
            let item = item(topic, number: number, start: start, level: level, random: &random)
            guard start <= period.lastDay else { continue }
            var values = values(of: item, unit: unit, at: period.lastDay)
            values["target_code"] = target.map { .text($0.code) } ?? .blank
            rows.append(SheetRow(entry: nil, values: values))
        }
        return rows
    }

    private struct Item {
        var topic: Topic
        var number: Int
        var start: CivilDate
        var due: CivilDate
        var done: CivilDate
        var source: String
    }

    private func item(
        _ topic: Topic, number: Int, start: CivilDate, level: Double, random: inout SplitMix64
    ) -> Item {
        let due = start.adding(days: random.integer(40...150))
        let slip =
            random.chance(0.35 + 0.6 * level) ? -random.integer(0...15) : random.integer(6...90)
        let source = random.pick(["自查", "月报校核", "实施方案", "上级反馈"])
        return Item(
            topic: topic, number: number, start: start, due: due,
            done: max(start.adding(days: 7), due.adding(days: slip)), source: source)
    }

    private func values(
        of item: Item, unit: Unit, at day: CivilDate
    ) -> [String: SheetValue] {
        let isTask = item.topic.indicator.hasPrefix("TK")
        let kind = isTask ? "任务" : item.number % 3 == 2 ? "责任" : "问题"
        let letter = ["任务": "R", "责任": "Z"][kind] ?? "W"
        let letters = unit.mailbox?.split(separator: "@").first?.uppercased() ?? unit.code
        let isDone = item.done <= day
        let isClosed = isDone && item.done.adding(days: 25) <= day
        let progress =
            isClosed
            ? "已销号" : isDone ? "已完成" : item.start.adding(days: 12) <= day ? "进行中" : "未启动"
        return [
            "item_id": .text(
                "\(letters)-\(item.start.year)-\(letter)-\(padded(item.number + 1, to: 2))"),
            "list_type": .text(kind),
            "sector": .text(item.topic.sector),
            "unit_code": .text(unit.code),
            "unit_name": .text(unit.shortName),
            "source": .text(isTask ? "实施方案" : item.source),
            "descr": .text(item.topic.text),
            "indicator": .text(item.topic.indicator),
            "measure": .text(item.topic.measure),
            "duty_title": .text(
                unit.isDepartment
                    ? (item.number % 2 == 0 ? "党组书记" : "机关支部书记")
                    : (item.number % 2 == 0 ? "党委书记" : "组织委员")),
            "start_date": .date(item.start),
            "due_date": .date(item.due),
            "progress": .text(progress),
            "done_date": isDone ? .date(item.done) : .blank,
            "verify": .text(isClosed ? "通过" : "未核查"),
            "extend_cnt": .integer(0),
            "note": .blank,
        ]
    }
}
