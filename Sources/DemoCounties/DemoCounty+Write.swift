package import Campaigns
import Files

extension DemoCounty {
    /// Writes a whole demo: `Campaign/` with the tables, `Inbox/` with its note, the returns and the
    /// register of receipts; the result is the number of files in the Inbox.
    ///
    /// The folder is made where it is not there, files of the same names are replaced. `tables` is the
    /// folder or workbook of the campaign whose other tables are copied, `template` that campaign,
    /// loaded.
    @discardableResult
    package func write(
        to folder: String, tables: String, campaign template: Campaign,
        months: [Period] = DemoCounty.months(DemoCounty.defaultMonths),
        layout: SheetLayout = .mixed
    ) throws(DemoError) -> Int {
        let reading: CampaignReading
        do throws(CampaignError) {
            reading = try CampaignLoader.load(tables)
        } catch {
            throw .campaign(error)
        }
        let copied =
            Files.isFolder(tables) ? reading.sources : CampaignPacker.files(of: reading.tables)
        do throws(FileError) {
            try writeTables(copied, to: folder + "/Campaign")
        } catch {
            throw .file(error)
        }
        return try writeInbox(
            to: folder + "/Inbox", campaign: template, months: months, layout: layout)
    }

    /// Writes the Inbox alone; the result is the number of its files, the note not counted.
    @discardableResult
    package func writeInbox(
        to folder: String, campaign template: Campaign, months: [Period],
        layout: SheetLayout = .mixed
    ) throws(DemoError) -> Int {
        var count = 0
        if layout == .mixed {
            let note = Array(inboxNote(months: months, campaign: template).utf8)
            try write(DemoFile(path: "README.md", bytes: note), below: folder)
        }
        try forEachReturn(months: months, campaign: template, layout: layout) {
            file throws(DemoError) in
            try write(file, below: folder)
            count += 1
        }
        return count
    }

    private func writeTables(
        _ tables: [(name: String, bytes: [UInt8])], to folder: String
    ) throws(FileError) {
        try Files.createFolder(folder)
        for table in tables where table.name != "units.csv" && table.name != "roster.csv" {
            try Files.write(table.bytes, to: folder + "/" + Files.name(of: table.name))
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
