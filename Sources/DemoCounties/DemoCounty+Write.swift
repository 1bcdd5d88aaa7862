package import Campaigns
import Files

extension DemoCounty {
    /// Writes a whole demo: `Campaign/` with the tables, `Inbox/` with its note, the returns and the
    /// register of receipts; the result is the number of files in the Inbox.
    ///
    /// The folder is made where it is not there, files of the same names are replaced. `tables` is the
    /// folder of the campaign whose other tables are copied, `template` that campaign, loaded.
    @discardableResult
    package func write(
        to folder: String, tables: String, campaign template: Campaign,
        months: [Period] = DemoCounty.months(DemoCounty.defaultMonths)
    ) throws(DemoError) -> Int {
        do throws(FileError) {
            try writeTables(to: folder + "/Campaign", from: tables)
        } catch {
            throw .file(error)
        }
        return try writeInbox(to: folder + "/Inbox", campaign: template, months: months)
    }

    /// Writes the Inbox alone; the result is the number of its files, the note not counted.
    @discardableResult
    package func writeInbox(
        to folder: String, campaign template: Campaign, months: [Period]
    ) throws(DemoError) -> Int {
        var count = 0
        let note = Array(inboxNote(months: months, campaign: template).utf8)
        try write(DemoFile(path: "README.md", bytes: note), below: folder)
        try forEachReturn(months: months, campaign: template) { file throws(DemoError) in
            try write(file, below: folder)
            count += 1
        }
        return count
    }

    private func writeTables(to folder: String, from tables: String) throws(FileError) {
        try Files.createFolder(folder)
        for name in try Files.names(in: tables)
        where name.hasSuffix(".csv") && name != "units.csv" && name != "roster.csv" {
            try Files.write(Files.read(tables + "/" + name), to: folder + "/" + name)
        }
        try Files.write(unitsTable, to: folder + "/units.csv")
        try Files.write(rosterTable, to: folder + "/roster.csv")
    }

    private func write(_ file: DemoFile, below folder: String) throws(DemoError) {
        let path = folder + "/" + file.path
        do throws(FileError) {
            if let parent = Files.parent(of: path) { try Files.createFolder(parent) }
            try Files.write(file.bytes, to: path)
        } catch {
            throw .file(error)
        }
    }
}
