import Assessments
import Bulletins
import Campaigns
package import Findings

/// What `year` wrote, for the terminal and for programs.
package struct YearReport: Encodable, Sendable {
    package var year: Int
    package var folder: String
    /// The months that were published, `2020-01`.
    package var months: [String]
    /// Every unit that can have a total has one.
    package var isComplete: Bool
    package var units: [UnitLine]
    /// Below the Outbox.
    package var written: [String]
    package var kept: [String]

    /// A unit's year; what is open is left out and named in `open`.
    package struct UnitLine: Codable, Sendable {
        package var group: String
        package var code: String
        package var name: String
        package var rank: Int?
        package var score: String?
        package var grade: String?
        package var parts: [String: String]
        package var months: Int
        package var vetoes: [String]
        /// `review:not_reviewed`, joined by `;`.
        package var open: String?
    }

    init(_ year: YearAssessment, folder: String, written: [String], kept: [String]) {
        self.year = year.year
        self.folder = folder
        self.written = written
        self.kept = kept
        months = year.months.map(\.description)
        isComplete = year.isComplete
        units = year.groups.flatMap { group in
            group.scorecards.map { card in
                UnitLine(
                    group: group.name, code: card.unit, name: card.name, rank: card.rank,
                    score: card.total, grade: card.grade,
                    parts: card.parts.reduce(into: [:]) { $0[$1.part.rawValue] = $1.value },
                    months: card.months.count { $0.score != nil },
                    vetoes: card.vetoes.map(\.basis),
                    open: card.openCodes.isEmpty ? nil : card.openCodes)
            }
        }
        openWords = year.shares.flatMap { share in
            let reasons = year.groups.flatMap(\.scorecards).compactMap { card in
                card.parts.first { $0.part == share.part }?.open
            }
            return Set(reasons.map(\.code)).sorted().compactMap { code in
                reasons.first { $0.code == code }.map { reason in
                    let count = reasons.count { $0.code == code }
                    return OpenWords(
                        chinese: "\(share.part.chinese)：\(reason.chinese) \(count)家",
                        english: "\(share.part.rawValue): \(reason.code), \(count) units")
                }
            }
        }
    }

    private var openWords: [OpenWords]

    private enum CodingKeys: String, CodingKey {
        case year, folder, months, isComplete, units, written, kept
    }

    /// What is open, and for how many.
    private struct OpenWords: Sendable {
        var chinese: String
        var english: String
    }

    /// The lines for the terminal.
    package func lines(in language: Language) -> [String] {
        let say = Say(language)
        var lines = [
            say(
                "\(year)年度  已通报 \(months.count) 个月  \(units.count) 家，"
                    + (isComplete ? "年度得分齐全" : "有未定事项，不出齐年度得分"),
                "\(year)  \(months.count) months published  \(units.count) units, "
                    + (isComplete ? "all scores known" : "some parts are open"))
        ]
        for words in openWords {
            lines.append("  " + say("未定  \(words.chinese)", "open  \(words.english)"))
        }
        lines.append(
            written.isEmpty
                ? say("  \(folder) 没有变化", "  \(folder) is unchanged")
                : say("  写入 \(folder)：\(written.count) 个文件", "  \(folder): \(written.count) files"))
        lines += kept.map {
            say("  人工修改过的另存为 \($0)", "  changed by hand, kept as \($0)")
        }
        return lines
    }
}
