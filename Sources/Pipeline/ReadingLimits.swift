import Campaigns
import Findings
import Foundation
import Workbooks

/// The limits of reading as the office has set them.
enum ReadingLimits {
    static let variable = "TONGBAO_LIMITS"

    /// The limits for files from strangers, changed by the environment: `TONGBAO_LIMITS` holds
    /// pairs such as `cells_per_sheet=3000000 processor_seconds=20`.
    ///
    /// - Throws: `RunError.setUp` for a name that there is not, with the nearest one, and for what
    ///   is no positive number.
    static func changed(
        _ standard: WorkbookLimits = .default,
        by environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws(RunError) -> WorkbookLimits {
        var limits = standard
        let words = (environment[variable] ?? "").split { $0 == " " || $0 == ";" || $0 == "," }
        for word in words {
            let pair = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = String(pair[0])
            guard WorkbookLimits.names.contains(name) else { throw unknown(name) }
            guard pair.count == 2, limits.set(name, to: String(pair[1])) else {
                throw .setUp(
                    Bilingual(
                        "\(variable) 里 \(name) 应是正数，如 \(name)=1000",
                        "\(variable): \(name) takes a positive number, such as \(name)=1000"))
            }
        }
        return limits
    }

    private static func unknown(_ name: String) -> RunError {
        let near = nearest(to: name, among: WorkbookLimits.names).first
        return .setUp(
            Bilingual(
                "\(variable) 里没有“\(name)”这一项" + (near.map { "，是不是 \($0)？" } ?? ""),
                "\(variable) knows no “\(name)”" + (near.map { "; did you mean \($0)?" } ?? "")))
    }
}
