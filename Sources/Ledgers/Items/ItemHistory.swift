import Campaigns
import Workbooks

/// What a unit has reported on one item, month by month: the last row, and what those before it came to.
struct ItemHistory {
    private(set) var last: ItemReport
    /// Up to the month before the last row's; nil where there is none.
    private var earlier: Course?

    /// How an item went on over some months.
    struct Course {
        /// As it was last reported.
        var due: CivilDate?
        /// How often the due date was reported later than in the row before.
        var moves = 0
        /// From when on each row says that it was checked and passed; nil where the last one does not.
        var verifiedSince: Period?
    }

    init(_ first: ItemReport) { last = first }

    /// Takes in a row of the same month or a later one.
    ///
    /// Of two rows with one number in a month the one that is not done counts: a second row must not close
    /// the first.
    mutating func add(_ report: ItemReport) {
        if report.period != last.period {
            earlier = course
            last = report
        } else if last.isDone && !report.isDone {
            last = report
        }
    }

    /// Up to the last row.
    var course: Course {
        var course = Course(due: last.due, moves: earlier?.moves ?? 0)
        if let before = earlier?.due, let due = last.due, before < due { course.moves += 1 }
        if last.state == .verified { course.verifiedSince = earlier?.verifiedSince ?? last.period }
        return course
    }
}
