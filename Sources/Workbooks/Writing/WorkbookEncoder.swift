import ZipArchives

extension WorkbookDraft {
    /// The workbook as the bytes of an XLSX file: same draft, same bytes.
    ///
    /// Names of sheets are changed where programs would not take them, texts are cut at 32,767
    /// UTF-16 units, and where no sheet is visible the first one is shown. References in formulas,
    /// links and defined names are written as they are; merges must not overlap.
    ///
    /// - Throws: `.limit` beyond the rows, columns and styles that a workbook can have.
    package func encoded() throws(WorkbookError) -> [UInt8] {
        let sink = MemorySink()
        var stream = try WorkbookStream(
            to: sink, definedNames: definedNames, properties: properties, level: 6, bounds: .none)
        stream.isStructureProtected = isStructureProtected
        stream.announce(sheets.map(\.name))
        for sheet in sheets {
            try stream.beginSheet(filledCharts(of: sheet), isWhole: true)
            try stream.endSheet()
        }
        try stream.finish()
        do throws(ZipError) { return try Self.inOrder(sink.bytes) } catch {
            throw WorkbookError(error)
        }
    }

    /// The same archive with the bytes of its entries in the order of its directory: programs that
    /// guess a file's kind look at its first bytes for the list of content types.
    private static func inOrder(_ bytes: [UInt8]) throws(ZipError) -> [UInt8] {
        var limits = ZipLimits()
        limits.archiveSize = .max
        limits.entries = .max
        limits.directorySize = .max
        let archive = try ZipArchive(bytes, limits: limits)
        var writer = ZipWriter()
        for entry in archive.entries { writer.copy(entry, from: archive) }
        return try writer.finished()
    }

    private func filledCharts(of sheet: SheetDraft) -> SheetDraft {
        var sheet = sheet
        for chart in sheet.charts.indices {
            for series in sheet.charts[chart].series.indices {
                for path in [\ChartDraft.Series.categories, \.values] {
                    let name = sheet.charts[chart].series[series][keyPath: path].sheet
                    let rows =
                        name.map { name in sheets.first { $0.name == name }?.rows ?? [] }
                        ?? sheet.rows
                    sheet.charts[chart].series[series][keyPath: path].fill(from: rows)
                }
            }
        }
        return sheet
    }
}
