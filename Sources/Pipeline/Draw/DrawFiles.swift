import Assessments
import Campaigns
import Files
import Findings
import Ledgers
import Workbooks

/// The files of a month's draw in the office's folder, `<state>/office/抽查/<month>/`, for the office alone.
struct DrawFiles {
    let folder: String

    static let seed = "种子.txt"
    static let frame = "名册.csv"
    static let weights = "权重.csv"
    static let list = "名单.csv"
    static let announcement = "事前公布.txt"
    static let method = "方法.md"
    /// What may be shown to anybody once the draw is revealed.
    static let published = "公布"

    init(state: String, month: Period) {
        folder = "\(state)/office/抽查/\(month)"
    }

    init(folder: String) {
        self.folder = folder
    }

    /// Writes a file that only its owner may read.
    func write(_ bytes: [UInt8], to name: String) throws(RunError) {
        do throws(FileError) {
            let path = folder + "/" + name
            if let parent = Files.parent(of: path) {
                try Files.createFolder(parent, mode: 0o700)
            }
            try Files.write(bytes, to: path, mode: 0o600)
        } catch {
            throw .cannotWrite(
                Bilingual(
                    "写不了台账文件夹：\(error.words.chinese)",
                    "cannot write the state folder: \(error.words.english)"))
        }
    }

    func read(_ name: String) throws(RunError) -> [UInt8] {
        try Self.read(folder + "/" + name)
    }

    static func read(_ path: String) throws(RunError) -> [UInt8] {
        guard Files.exists(path) else { throw .noSuchFile(path) }
        do throws(FileError) {
            return try Files.read(path, limit: 1 << 26)
        } catch {
            throw .noSuchFile(path)
        }
    }

    /// The rows of a table below its head.
    static func rows(_ bytes: [UInt8], name: String) throws(RunError) -> [[String]] {
        guard let book = try? WorkbookReader.read(bytes, fileName: name),
            let sheet = book.sheets.first
        else {
            throw .usage(
                Bilingual("\(name) 读不成表格", "\(name) cannot be read as a table"))
        }
        let width = sheet.rows.first?.cells.last?.column ?? 0
        return sheet.rows.dropFirst().map { row in
            (0..<width).map { row[column: $0 + 1]?.value.text ?? "" }
        }
    }
}

extension DrawFrame {
    /// 名册.csv: the objects in the order in which they are counted.
    var table: [UInt8] {
        CSVWriter.file([["code", "name", "unit"]] + objects.map { [$0.code, $0.name, $0.unit] })
    }

    /// 权重.csv: what is the office's own of each object, in the same order.
    var weightTable: [UInt8] {
        CSVWriter.file([["code", "weight"]] + objects.map { [$0.code, String($0.weight)] })
    }

    /// Reads the two tables; without weights all are 0.
    init(table: [UInt8], weights: [UInt8]?) throws(RunError) {
        let rows = try DrawFiles.rows(table, name: DrawFiles.frame)
        let weighed = try weights.map { bytes throws(RunError) in
            try DrawFiles.rows(bytes, name: DrawFiles.weights)
        }
        var objects: [Object] = []
        for (index, row) in rows.enumerated() {
            var weight = 0
            if let weighed {
                guard index < weighed.count, weighed[index].count > 1, weighed[index][0] == row[0],
                    let number = Int(weighed[index][1]), number >= 0
                else {
                    throw .usage(
                        Bilingual(
                            "权重.csv 与名册.csv 对不上：第\(index + 2)行",
                            "the weights do not fit the frame: line \(index + 2)"))
                }
                weight = number
            }
            guard row.count > 2 else {
                throw .usage(
                    Bilingual("名册.csv 缺栏目", "the frame lacks columns"))
            }
            objects.append(Object(code: row[0], name: row[1], unit: row[2], weight: weight))
        }
        self.init(objects: objects)
    }
}
