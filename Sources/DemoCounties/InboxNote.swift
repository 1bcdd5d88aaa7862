import Campaigns

extension DemoCounty {
    /// The text of `Inbox/README.md`: what belongs there, and what is wrong with what lies there.
    func inboxNote(months: [Period], campaign: Campaign) -> String {
        var text = """
            # 收件箱 Inbox

            把各乡镇（办事处）、部门报来的表放在这里，不改名、不改内容；放在哪一层文件夹都能找到，按“年-月/报表”分放便于查看。
            暗访记录只放在“暗访”文件夹，加分登记只放在“加分登记”文件夹。
            收件时间以`收件登记.csv`（文件名、收件时间、备注）为准；没有登记的，以程序第一次看到文件的时间为准。
            正在上传的文件会等传完再读；这里的文件不会被移动或者删除（设置`inbox_after`为`move`的除外）。

            **这里现有的文件都是虚构的**：\(Self.name)不存在，地名、单位、代码和数字由程序按种子\(seed)生成，与真实单位无关。
            正式使用前请把它们移走。为了看得到每一种答复，有意安排了下列毛病，其余各件都能收下：

            | 报告期 | 单位 | 报表 | 毛病 | 后来 |
            |---|---|---|---|---|

            """
        for item in faults(months: months, campaign: campaign) {
            let title = campaign.form(item.fault.form)?.folder ?? item.fault.form
            text +=
                "| \(item.period) | \(item.unit.shortName) | \(title) | \(item.fault.kind.chinese) | "
                + "\(item.fault.sequel.chinese) |\n"
        }
        return text + """

            *In English:* put returns here as they arrive, in any folder. What lies here now is an invented
            county made by `tongbao demo`; the table lists what is wrong on purpose, everything else is
            accepted. Take it away before real use.

            """
    }
}

extension PlannedFault.Sequel {
    fileprivate var chinese: String {
        switch self {
        case .none: ""
        case .correctedInTime: "截止前更正重报"
        case .correctedLate: "截止后更正补报"
        }
    }
}

extension PlannedFault.Kind {
    /// The fault in the words of the office.
    var chinese: String {
        switch self {
        case .missing: "没有报（漏报）"
        case .late: "迟报1个工作日"
        case .veryLate: "迟报3个工作日"
        case .revisedLate: "按时报送，截止后又改报"
        case .sameBytes: "同一文件换个名字又交一次"
        case .misplacedInspection: "暗访记录放错文件夹"
        case .legacyWorkbook: "存成了旧格式.xls"
        case .encrypted: "加了打开密码"
        case .emptyFile: "空文件"
        case .unknownForm: "夹带了别的部门的表"
        case .wrongMonth: "表头还是上月的"
        case .personalData: "多了身份证号一列（号码为公开的虚构号）"
        case .approximation: "填了约数“约20”"
        case .emptyCell: "必填栏空着"
        case .unknownChoice: "选项之外的写法"
        case .outOfRange: "数值超出范围"
        case .notANumber: "数字栏填了“待统计”"
        case .impossibleDate: "日期不存在（6月31日）"
        case .damagedCode: "信用代码变成了科学计数法"
        case .uncomputedFormula: "公式没有算出结果"
        case .contradiction: "档案数大于村干部数"
        case .decline: "累计数比上月少"
        case .absentEntry: "漏了一个村"
        case .doubledEntry: "一个村填了两行"
        case .unknownEntry: "有花名册上没有的村"
        case .closedEntry: "已撤并的村还在报（收下，要说明）"
        case .unitInValue: "数字后面带“天”（收下）"
        case .fullWidthDigits: "全角数字（收下）"
        case .wrongTotal: "合计数不对（收下，要说明）"
        case .hiddenRows: "有隐藏行（收下，要说明）"
        case .copiedMonth: "与上月逐格相同（收下，内部提示）"
        }
    }
}
