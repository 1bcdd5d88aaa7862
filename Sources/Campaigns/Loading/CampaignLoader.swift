package import Files
package import Findings

/// What came of reading a campaign.
package struct CampaignReading: Sendable {
    /// Nil if any finding is an error.
    package var campaign: Campaign?
    /// By place.
    package var findings: [Finding]
    /// The files that were read, by name: what the campaign's version is the hash of and what the
    /// ledger archives.
    package var sources: [(name: String, bytes: [UInt8])]
    /// The tables as text, for `CampaignLint` and `CampaignPacker`.
    package var tables: CampaignTables
    /// What could be understood, errors or not; for `CampaignLint` alone.
    ///
    /// Every row of a table is there in its order, faulty values replaced by defaults.
    package var draft: Campaign
}

/// A campaign's folder or file could not be read at all; faults inside it are findings.
package enum CampaignError: Error, Hashable, Sendable {
    case unreadable(FileError)

    /// The path and the system's reason.
    package var message: Bilingual {
        switch self {
        case .unreadable(let error):
            Bilingual("读不出活动表格：\(error)", "cannot read the campaign: \(error)")
        }
    }
}

extension CampaignError: CustomStringConvertible {
    package var description: String { message.english }
}

/// Loads a campaign from a folder of CSV tables or from one workbook with a sheet a table.
///
/// ```swift
/// let reading = try CampaignLoader.load("Templates/five-in-one")
/// let findings = reading.findings + CampaignLint.findings(for: reading)
/// ```
package enum CampaignLoader {
    /// Reads the tables at a path and understands them.
    ///
    /// - Throws: Only where the folder or the file cannot be read; a table that is missing or wrong is
    ///   a finding.
    package static func load(_ path: String) throws(CampaignError) -> CampaignReading {
        let sources: [(name: String, bytes: [UInt8])]
        do throws(FileError) {
            sources = try Files.isFolder(path) ? folder(path) : file(path)
        } catch {
            throw .unreadable(error)
        }
        return reading(of: sources)
    }

    /// Understands tables whose bytes are at hand, as the ledger archives them.
    package static func reading(
        of sources: [(name: String, bytes: [UInt8])]
    ) -> CampaignReading {
        var tables = CampaignTables()
        var findings: [Finding] = []
        for source in sources {
            findings += tables.read(source.bytes, file: source.name)
        }
        var decoder = CampaignDecoder(tables)
        let draft = decoder.campaign()
        findings = (findings + decoder.findings).sorted()
        return CampaignReading(
            campaign: findings.contains { $0.severity == .error } ? nil : draft,
            findings: findings, sources: sources, tables: tables, draft: draft)
    }

    private static func folder(
        _ path: String
    ) throws(FileError) -> [(name: String, bytes: [UInt8])] {
        var sources: [(name: String, bytes: [UInt8])] = []
        let tables = Set(CampaignTables.TableName.allCases.map { $0.rawValue + ".csv" })
        for name in try Files.names(in: path) where tables.contains(name) {
            sources.append((name, try Files.read(path + "/" + name, limit: limit)))
        }
        return sources
    }

    private static func file(_ path: String) throws(FileError) -> [(name: String, bytes: [UInt8])] {
        [(Files.name(of: path), try Files.read(path, limit: limit))]
    }

    /// Bytes of one table.
    private static let limit = 50 << 20
}
