import Campaigns
import Workbooks

/// How clerks name their files.
enum FileNames {
    /// Without the ending; the month is always there with its year.
    static func name(of form: Form, unit: Unit, in period: Period, habits: SheetHabits) -> String {
        let short = unit.shortName
        let topic = topic(of: form)
        let month = period.chinese
        return switch habits.fileName {
        case 0: "\(short)\(month)\(topic)"
        case 1: "\(month)\(topic)（\(short)）"
        case 2: "\(short)-\(topic)-\(period.year)\(padded(period.month, to: 2))"
        case 3: "\(short)\(topic)\(period.year).\(padded(period.month, to: 2))"
        default: "\(topic) \(short) \(month)"
        }
    }

    /// A department's branches and lists in one workbook.
    static func combinedName(_ unit: Unit, in period: Period) -> String {
        "\(unit.shortName)\(period.chinese)机关月报及三清单"
    }

    static func folder(of form: Form, in period: Period) -> String {
        "\(period)/\(form.folder ?? form.title)"
    }

    private static func topic(of form: Form) -> String {
        let folder = form.folder ?? form.title
        return form.sector == nil ? folder : folder + "月报"
    }
}
