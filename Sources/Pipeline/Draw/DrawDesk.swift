import Assessments
import Bulletins
import Campaigns
import Findings
import Ledgers
import Workbooks

/// Draws the objects of a month's inspections (暗访抽查), so that nobody can foresee the list and anybody can
/// check it afterwards.
///
/// Everything lies in the office's folder. The ledger is told the hash before the visits and the seed after
/// them, never what was drawn.
package struct DrawDesk {
    private let options: RunOptions

    package init(_ options: RunOptions) {
        self.options = options
    }

    /// Draws a number of objects for a month by a fresh secret seed: of the roster of one form, or of all.
    package func plan(_ count: Int, form: String? = nil) throws(RunError) -> DrawAnswer {
        let workshop = try Workshop.open(options)
        let month = try self.month(workshop)
        guard workshop.asOf.date <= month.lastDay else {
            throw .usage(
                Bilingual(
                    "\(month.chinese)已经过去，抽查要在暗访之前抽",
                    "\(month) is over; a draw comes before the visits"))
        }
        if let known = try noted(month, workshop) {
            throw .usage(
                Bilingual(
                    "\(month.chinese)已于 \(known.planned.short) 抽定，不能重抽；看名单：tongbao draw show --period \(month)",
                    "\(month) was drawn at \(known.planned.short) and cannot be drawn again; "
                        + "see tongbao draw show --period \(month)"))
        }
        let frame = try frame(of: month, form: form, workshop)
        let total = frame.objects.count
        guard count > 0, count <= total else {
            throw .usage(
                Bilingual(
                    "--objects 应在1到\(total)之间（在册对象\(total)个）",
                    "--objects lies between 1 and \(total), the objects on the roster"))
        }
        let settings = workshop.campaign.settings
        let (bytes, weights) = (frame.table, frame.weightTable)
        let seal = DrawSeal(
            month: month, objects: count,
            random: DrawFrame.random(of: count, settings: settings), frame: bytes,
            weights: weights, seed: DrawSeal.freshSeed())
        let files = DrawFiles(state: options.state, month: month)
        let picks = seal.draw.picks(weights: frame.objects.map(\.weight))
        let list = DrawList(picks, of: frame, campaign: workshop.campaign)
        // The seed comes before the event and the list behind it: what was noted can be drawn, and nobody
        // sees a list that another seed could still replace.
        try files.write(bytes, to: DrawFiles.frame)
        try files.write(weights, to: DrawFiles.weights)
        try files.write(Array(seal.text.utf8), to: DrawFiles.seed)
        try ledgerWork { () throws(LedgerError) in
            try workshop.ledger.planDraw(of: month, hash: seal.hash, at: workshop.asOf)
        }
        try files.write(list.table, to: DrawFiles.list)
        let announcement = DrawWords.announcement(seal, workshop.campaign)
        try files.write(Array(announcement.utf8), to: DrawFiles.announcement)
        return DrawAnswer(
            seal, folder: files.folder,
            lines: DrawWords.planned(
                seal, frame: total, wanted: DrawFrame.random(of: total, settings: settings),
                folder: files.folder))
    }

    /// The list of a month's draw, for the office's terminal.
    package func show() throws(RunError) -> DrawAnswer {
        let workshop = try Workshop.look(options)
        let month = try self.month(workshop)
        let (seal, files) = try planned(month, workshop)
        let list = try drawn(seal, files, workshop.campaign)
        var answer = DrawAnswer(seal, folder: files.folder, lines: [])
        answer.list = list.rows
        answer.lines = DrawWords.list(list, seal, open: try open(list, month, workshop))
        return answer
    }

    /// Lays out for publication what anybody needs to draw the list again, once every object was visited.
    package func reveal(isForced: Bool) throws(RunError) -> DrawAnswer {
        let workshop = try Workshop.open(options)
        let month = try self.month(workshop)
        let (seal, files) = try planned(month, workshop)
        let list = try drawn(seal, files, workshop.campaign)
        let open = try open(list, month, workshop)
        guard open.isEmpty || isForced else {
            throw .usage(
                Bilingual(
                    "还有 \(open.count) 个对象没有暗访记录，公布种子会泄露还没去的；"
                        + "都去过了但没有记录的，加 --force",
                    "\(open.count) objects have no inspection record yet, and the seed would give "
                        + "them away; --force where all were visited"))
        }
        let published = DrawFiles(folder: files.folder + "/" + DrawFiles.published)
        try published.write(Array(seal.text.utf8), to: DrawFiles.seed)
        try published.write(try files.read(DrawFiles.frame), to: DrawFiles.frame)
        try published.write(list.publicTable, to: DrawFiles.list)
        try published.write(Array(DrawMethod.text(seal).utf8), to: DrawFiles.method)
        try ledgerWork { () throws(LedgerError) in
            try workshop.ledger.revealDraw(
                of: month, hash: seal.hash, seed: seal.seed, at: workshop.asOf)
        }
        return DrawAnswer(
            seal, folder: published.folder,
            lines: DrawWords.revealed(seal, folder: published.folder))
    }

    // MARK: Pieces

    /// The month that is asked for, else the one that is running.
    private func month(_ workshop: Workshop) throws(RunError) -> Period {
        options.period ?? Period(containing: workshop.asOf.date)
    }

    private func noted(_ month: Period, _ workshop: Workshop) throws(RunError) -> NotedDraw? {
        try ledgerWork { () throws(LedgerError) in try workshop.ledger.draw(of: month) }
    }

    /// The draw of a month, held against the hash that the ledger knows.
    private func planned(
        _ month: Period, _ workshop: Workshop
    ) throws(RunError) -> (DrawSeal, DrawFiles) {
        guard let noted = try noted(month, workshop) else {
            throw .usage(
                Bilingual(
                    "\(month.chinese)还没有抽：tongbao draw plan --period \(month) --objects …",
                    "nothing was drawn for \(month): tongbao draw plan --period \(month) --objects …"
                ))
        }
        let files = DrawFiles(state: options.state, month: month)
        guard let seal = DrawSeal(try files.read(DrawFiles.seed)), seal.hash == noted.hash else {
            throw .fault(
                Bilingual(
                    "\(files.folder) 里的种子与台账记下的不符：从备份取回这个文件夹",
                    "the seed in \(files.folder) is not the one that was noted: take the folder back "
                        + "from a backup"))
        }
        return (seal, files)
    }

    /// The list drawn again from the files, which must be those that the seal names.
    private func drawn(
        _ seal: DrawSeal, _ files: DrawFiles, _ campaign: Campaign
    ) throws(RunError) -> DrawList {
        let (table, weights) = (
            try files.read(DrawFiles.frame), try files.read(DrawFiles.weights)
        )
        guard Ledger.hash(of: table) == seal.frame, Ledger.hash(of: weights) == seal.weights else {
            throw .fault(
                Bilingual(
                    "\(files.folder) 里的名册或权重被改过：从备份取回这个文件夹",
                    "the frame or the weights in \(files.folder) were changed: take the folder back "
                        + "from a backup"))
        }
        let frame = try DrawFrame(table: table, weights: weights)
        return DrawList(
            seal.draw.picks(weights: frame.objects.map(\.weight)), of: frame, campaign: campaign)
    }

    private func frame(
        of month: Period, form: String?, _ workshop: Workshop
    ) throws(RunError) -> DrawFrame {
        let campaign = workshop.campaign
        var sector: String?
        if let form {
            let form = try NameDesk(campaign).form(form)
            guard let known = form.sector else {
                throw .usage(
                    Bilingual(
                        "《\(form.title)》没有花名册，抽不了", "\(form.id) has no roster to draw from"))
            }
            sector = known
        }
        let facts = try ledgerWork { () throws(LedgerError) in
            try workshop.ledger.facts(
                of: campaign.latestClosed(asOf: workshop.asOf), of: campaign, asOf: workshop.asOf)
        }
        return DrawFrame(of: month, sector: sector, facts: facts, campaign: campaign)
    }

    /// The drawn objects without a record of a visit since the month began.
    private func open(
        _ list: DrawList, _ month: Period, _ workshop: Workshop
    ) throws(RunError) -> Set<String> {
        let records = try ledgerWork { () throws(LedgerError) in
            try workshop.ledger.inspections(of: workshop.campaign, asOf: workshop.asOf)
        }
        let first = month.firstDay.description
        let visited = Set(records.map(\.record).filter { first <= $0.visitDate }.map(\.subject))
        return Set(list.rows.map(\.code)).subtracting(visited)
    }
}
