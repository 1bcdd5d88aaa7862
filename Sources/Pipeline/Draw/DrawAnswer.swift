import Assessments
import Campaigns
package import Findings

/// What became of a draw, for the office's terminal and its programs.
package struct DrawAnswer: Encodable, Sendable {
    package var month: String
    package var objects: Int
    package var random: Int
    /// What is published before the visits.
    package var hash: String
    package var folder: String
    /// Only where it was asked for.
    var list: [DrawList.Row]?
    var lines: [DrawLine]

    private enum CodingKeys: String, CodingKey {
        case month, objects, random, hash, folder, list
    }

    init(_ seal: DrawSeal, folder: String, lines: [DrawLine]) {
        month = seal.month.description
        objects = seal.objects
        random = seal.random
        hash = seal.hash
        self.folder = folder
        self.lines = lines
    }

    /// The lines for the terminal.
    package func lines(in language: Language) -> [String] {
        lines.map { Say(language)($0.chinese, $0.english) }
    }
}

/// A line in both languages.
struct DrawLine: Sendable {
    var chinese: String
    var english: String

    init(_ chinese: String, _ english: String) {
        self.chinese = chinese
        self.english = english
    }
}

/// What is said of a draw.
enum DrawWords {
    static func planned(
        _ seal: DrawSeal, frame: Int, wanted: Int, folder: String
    ) -> [DrawLine] {
        var lines = [
            DrawLine(
                "\(seal.month.chinese)暗访抽查已抽定：在册 \(frame) 个，抽 \(seal.objects) 个，其中随机 \(seal.random) 个",
                "\(seal.month): \(seal.objects) of \(frame) objects drawn, \(seal.random) of them at random"
            ),
            DrawLine(
                "  请在第一次暗访前公布：SHA-256 \(seal.hash)",
                "  publish before the first visit: SHA-256 \(seal.hash)"),
            DrawLine(
                "  名单只在办公室看：tongbao draw show --period \(seal.month)",
                "  the list is for the office: tongbao draw show --period \(seal.month)"),
            DrawLine("  文件在 \(folder)，不外传", "  the files are in \(folder) and stay there"),
        ]
        if seal.objects < wanted {
            lines.append(
                DrawLine(
                    "  提示：按 inspection_share_min，每月应抽不少于在册对象的这个比例，即 \(wanted) 个",
                    "  note: by inspection_share_min at least \(wanted) objects are due each month")
            )
        }
        return lines
    }

    static func announcement(_ seal: DrawSeal, _ campaign: Campaign) -> String {
        """
        \(campaign.settings.text(.county))\(seal.month.chinese)暗访抽查，事前公布

        抽取对象：\(seal.objects)个，其中随机抽取\(seal.random)个。
        种子文件的SHA-256：\(seal.hash)

        全部暗访结束后公布种子文件和名册，任何人都可以按公布的方法重抽核对。

        """
    }

    static func list(
        _ list: DrawList, _ seal: DrawSeal, open: Set<String>
    ) -> [DrawLine] {
        let names = ["random": "随机", "risk": "风险", "filling": "补足"]
        var lines = [
            DrawLine(
                "\(seal.month.chinese)暗访抽查名单，只供办公室；还没有暗访记录的 \(open.count) 个",
                "\(seal.month): the list, for the office alone; \(open.count) without a record yet")
        ]
        lines += list.rows.map { row in
            let place = "\(row.code)  \(row.name)（\(row.unit)）"
            let isOpen = open.contains(row.code)
            return DrawLine(
                "  \(row.number)  \(names[row.stratum] ?? row.stratum)  \(place)"
                    + (isOpen ? "" : "  已查"),
                "  \(row.number)  \(row.stratum)  \(place)" + (isOpen ? "" : "  visited"))
        }
        return lines
    }

    static func revealed(_ seal: DrawSeal, folder: String) -> [DrawLine] {
        [
            DrawLine(
                "\(seal.month.chinese)暗访抽查可以公布：\(folder)",
                "\(seal.month): ready to be published in \(folder)"),
            DrawLine(
                "  里面有种子、名册、随机部分的名单和方法；种子文件的SHA-256应与事前公布的一致：\(seal.hash)",
                "  seed, frame, random stratum and method; the SHA-256 of the seed's file is "
                    + "\(seal.hash)"),
            DrawLine(
                "  权重.csv 含疑点，不在其中；给核验的人当面看",
                "  the weights rest on suspicions and are not in it: show them to whoever verifies"),
        ]
    }
}
