package import Campaigns
import Files
package import Findings
import Workbooks

/// Lints, packs and unpacks campaigns.
package enum CampaignDesk {
    /// A campaign without faults, for a demo county to fill in.
    package static func load(_ path: String) throws(RunError) -> Campaign {
        try Workshop.campaign(at: path).0
    }

    package static func check(_ path: String) throws(RunError) -> CampaignReport {
        guard Files.exists(path) else { throw .noSuchFile(path) }
        do throws(CampaignError) {
            let reading = try CampaignLoader.load(path)
            let findings = reading.findings + CampaignLint.findings(for: reading)
            let draft = reading.draft
            return CampaignReport(
                path: path, findings: findings.sorted().map(FindingLine.init),
                units: draft.units.count, roster: draft.roster.count, forms: draft.forms.count,
                rules: draft.rules.count, indicators: draft.indicators.count)
        } catch {
            throw .setUp(error.message)
        }
    }

    /// The built-in checks by name, code and meaning.
    package static func checkNames(in language: Language) -> [String] {
        CheckList.text(in: language).split(separator: "\n").map(String.init)
    }

    /// Puts a folder's tables into one workbook.
    package static func pack(_ folder: String, into workbook: String) throws(RunError) {
        guard !Files.isFolder(workbook) else {
            throw .usage(
                Bilingual(
                    "\(workbook) 是文件夹：装是 pack 文件夹 工作簿，拆是 unpack 工作簿 文件夹",
                    "\(workbook) is a folder: it is “pack FOLDER WORKBOOK”, and “unpack WORKBOOK FOLDER”"
                ))
        }
        let tables = try tables(of: folder)
        let bytes: [UInt8]
        do throws(WorkbookError) {
            bytes = try CampaignPacker.workbook(of: tables).encoded()
        } catch {
            throw .fault(Bilingual("写不出工作簿", "the workbook could not be written"))
        }
        try write(bytes, to: workbook)
    }

    /// Takes a workbook apart into CSV tables; gives the paths that were written.
    package static func unpack(
        _ workbook: String, into folder: String
    ) throws(RunError) -> [String] {
        guard !Files.isFolder(workbook) else {
            throw .usage(
                Bilingual(
                    "\(workbook) 是文件夹：拆是 unpack 工作簿 文件夹，装是 pack 文件夹 工作簿",
                    "\(workbook) is a folder: it is “unpack WORKBOOK FOLDER”, and “pack FOLDER WORKBOOK”"
                ))
        }
        let files = CampaignPacker.files(of: try tables(of: workbook))
        do throws(FileError) {
            try Files.createFolder(folder)
        } catch {
            throw .cannotWrite(Bilingual("写不了：\(error)", "cannot write: \(error)"))
        }
        for file in files { try write(file.bytes, to: folder + "/" + file.name) }
        return files.map { folder + "/" + $0.name }
    }

    /// The tables as they stand, faults or not; none of their text is changed.
    private static func tables(of path: String) throws(RunError) -> CampaignTables {
        guard Files.exists(path) else { throw .noSuchFile(path) }
        do throws(CampaignError) {
            return try CampaignLoader.load(path).tables
        } catch {
            throw .setUp(error.message)
        }
    }

    private static func write(_ bytes: [UInt8], to path: String) throws(RunError) {
        do throws(FileError) {
            try Files.write(bytes, to: path)
        } catch {
            throw .cannotWrite(Bilingual("写不了：\(error)", "cannot write: \(error)"))
        }
    }
}

/// What `campaign check` found.
package struct CampaignReport: Codable, Sendable {
    package var path: String
    package var findings: [FindingLine]
    package var units: Int
    package var roster: Int
    package var forms: Int
    package var rules: Int
    package var indicators: Int

    package var hasErrors: Bool {
        findings.contains { $0.severity == Severity.error.rawValue }
    }

    package func lines(in language: Language) -> [String] {
        let say = Say(language)
        let summary = say(
            "\(path)：单位 \(units)  花名册 \(roster)  报表 \(forms)  规则 \(rules)  指标 \(indicators)",
            "\(path): units \(units)  roster \(roster)  forms \(forms)  rules \(rules)"
                + "  indicators \(indicators)")
        let errors = findings.count { $0.severity == Severity.error.rawValue }
        let queries = findings.count { $0.severity == Severity.query.rawValue }
        let verdict =
            (errors == 0
                ? say("没有错误", "no errors") : say("\(errors) 处错误", "\(errors) errors"))
            + (queries == 0 ? "" : say("，\(queries) 处要核实", ", \(queries) to be checked"))
        return findings.flatMap { $0.lines(in: language) } + [summary, verdict]
    }
}
