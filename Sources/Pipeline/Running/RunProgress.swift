package import Findings

/// The parts of a run, in their order; what a progress bar shows and a report has times of.
package enum RunStep: String, CaseIterable, Sendable {
    case campaign, ledger, scan, settle, read, judge, compute, render, write, sweep

    package var title: Bilingual {
        switch self {
        case .campaign: Bilingual("读活动表格", "campaign")
        case .ledger: Bilingual("打开台账", "ledger")
        case .scan: Bilingual("查看收件", "scan")
        case .settle: Bilingual("等文件写完", "waiting for files to settle")
        case .read: Bilingual("读表", "reading")
        case .judge: Bilingual("校核", "judging")
        case .compute: Bilingual("计分", "computing")
        case .render: Bilingual("成文", "rendering")
        case .write: Bilingual("写输出", "writing")
        case .sweep: Bilingual("归位", "sweeping")
        }
    }
}

/// What a run is at.
package struct RunProgress: Sendable {
    package var step: RunStep
    package var done: Int
    /// Nil where it is not known how much there is to do.
    package var total: Int?

    package init(step: RunStep, done: Int, total: Int?) {
        self.step = step
        self.done = done
        self.total = total
    }
}
