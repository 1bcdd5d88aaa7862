import Foundation
import Workbooks
import ZipArchives

/// A return of 油松林场 that is right in every cell, and a place in it where something may be planted.
struct PlantedReturn {
    var title = "青崖县森林防火巡护月报表（2021年4月）"
    var note = ""
    var foot: [String] = ["填表人：林某", "联系电话："]
    var sheet = SheetDraft(name: "巡护")
    var others: [SheetDraft] = []
    var names: [String: String] = [:]
    var properties = WorkbookDraft.Properties()
    /// The heads behind the form's own, with what stands under them.
    var extraColumn: (head: String, value: String)?
    /// Done to the finished parts, by name.
    var edits: [(part: String, old: String, new: String)] = []
    var parts: [(name: String, content: String)] = []
    var isRowHidden = false

    func bytes() throws -> Data {
        var sheet = sheet
        var head = ["片区名称", "应巡护次数", "实巡护次数", "火险等级", "本年累计设警示牌", "火情起数", "备注"]
            .map { CellDraft($0) }
        var row: [CellDraft?] = [
            CellDraft("老虎洞片区"), CellDraft(.integer(10)), CellDraft(.integer(10)), CellDraft("高"),
            CellDraft(.integer(10)), CellDraft(.integer(0)), note.isEmpty ? nil : CellDraft(note),
        ]
        if let extraColumn {
            head.append(CellDraft(extraColumn.head))
            row.append(CellDraft(extraColumn.value))
        }
        var data = RowDraft(row)
        data.isHidden = isRowHidden
        sheet.rows = [
            RowDraft([CellDraft(title)]), RowDraft([CellDraft("填报单位：油松林场")]), RowDraft(head),
            data, RowDraft(foot.map { CellDraft($0) }),
        ]
        let draft = WorkbookDraft(
            sheets: [sheet] + others, definedNames: names, properties: properties)
        return Data(try edited(draft.encoded()))
    }

    private func edited(_ bytes: [UInt8]) throws -> [UInt8] {
        guard !edits.isEmpty || !parts.isEmpty else { return bytes }
        var archive = try ZipArchive(bytes)
        var writer = ZipWriter()
        for entry in archive.entries {
            var text = String(decoding: try archive.bytes(of: entry), as: UTF8.self)
            for edit in edits where entry.name.hasSuffix(edit.part) {
                precondition(text.contains(edit.old), "\(edit.part) has \(edit.old)")
                text = text.replacing(edit.old, with: edit.new, maxReplacements: 1)
            }
            writer.add(entry.name, Array(text.utf8))
        }
        for part in parts { writer.add(part.name, Array(part.content.utf8)) }
        return try writer.finished()
    }
}
