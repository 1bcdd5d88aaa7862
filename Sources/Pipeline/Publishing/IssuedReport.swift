import Bulletins
import Campaigns
package import Findings
import Ledgers

/// How a bulletin that was made again compares with the one that was issued.
package struct IssuedReport: Codable, Sendable {
    package var period: String
    /// `first`: the first ranking after the period had closed; `issue`: what the office issued.
    package var kind: String
    /// When it was published, and the moment that its files state.
    package var published: String
    package var asOf: String
    /// The program that made it, where it said so, and this one.
    package var program: String?
    package var programNow: String
    /// The tables of that time are others than today's.
    package var isByOtherTables = false
    /// Where the files were written.
    package var folder: String
    /// How many are the same, byte by byte.
    package var same = 0
    /// Paths of those that are not.
    package var different: [String] = []
    /// Paths that were issued and were not made again.
    package var absent: [String] = []
    /// Paths that were made and had not been issued.
    package var added: [String] = []
    /// False where the program of that time kept no hashes: nothing can be compared.
    package var isComparable = true

    init(_ period: Period, _ publication: Publication, in folder: String) {
        self.period = period.description
        kind = publication.kind == .issue ? "issue" : "first"
        published = publication.moment.description
        asOf = publication.asOf.description
        program = publication.program
        programNow = Version.current
        self.folder = folder
    }

    mutating func compare(_ files: [OutputFile], with publication: Publication) {
        isComparable = !publication.files.isEmpty
        guard isComparable else { return }
        for file in files {
            guard let hash = publication.files[file.path] else {
                added.append(file.path)
                continue
            }
            if hash == Ledger.hash(of: file.bytes) {
                same += 1
            } else {
                different.append(file.path)
            }
        }
        let paths = Set(files.map(\.path))
        absent = publication.files.keys.filter { !paths.contains($0) }.sorted()
        different.sort()
        added.sort()
    }

    /// Every file is as it was issued, and none is missing.
    package var isSame: Bool {
        isComparable && different.isEmpty && absent.isEmpty && added.isEmpty
    }

    package func lines(in language: Language) -> [String] {
        let say = Say(language)
        var lines = [
            say(
                "\(period) 按通报时的数据和表格重做（\(short(published))通报，统计到\(short(asOf))）",
                "\(period) made again as it was published (\(short(published)), as of \(short(asOf)))"
            )
        ]
        if isByOtherTables {
            lines.append(
                say(
                    "  活动表格后来改过，用的是当时的一版",
                    "  the tables have changed since; those of that time were used"))
        }
        lines += verdict(say)
        for (paths, words) in [
            (different, say("  不同  ", "  different  ")), (absent, say("  没有  ", "  not made  ")),
            (added, say("  多出  ", "  not issued then  ")),
        ] {
            lines += paths.map { words + $0 }.capped(in: language)
        }
        lines.append(say("  写在  \(folder)", "  written to  \(folder)"))
        return lines
    }

    private func verdict(_ say: Say) -> [String] {
        guard isComparable else {
            return [
                say(
                    "  当时的程序没有记下文件的指纹，无法逐字节核对",
                    "  the program of that time kept no hashes: the bytes cannot be compared")
            ]
        }
        if isSame {
            return [
                say(
                    "  \(same) 个文件与通报时逐字节相同",
                    "  \(same) files are the same as published, byte by byte")
            ]
        }
        var lines = [
            say(
                "  \(same) 个文件与通报时逐字节相同，\(different.count + absent.count + added.count) 个不同",
                "  \(same) files are the same as published, byte by byte; "
                    + "\(different.count + absent.count + added.count) are not")
        ]
        if let program, program != programNow {
            lines.append(
                say(
                    "  通报由 \(program) 版生成，现在是 \(programNow) 版：不同之处可能来自程序",
                    "  version \(program) made the bulletin, this is \(programNow): the program may "
                        + "make the difference"))
        } else {
            lines.append(
                say(
                    "  数据和表格是当时的：不同之处来自程序的改动，或原件已不在档案里（tongbao ledger verify 可查）",
                    "  facts and tables are those of that time: the program has changed, or an original is "
                        + "not in the archive any more (“tongbao ledger verify” tells)"))
        }
        return lines
    }

    private func short(_ moment: String) -> String {
        String(moment.prefix(16)).replacing("T", with: " ")
    }
}
