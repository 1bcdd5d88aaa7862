import Configuration
import Files
import Findings
import Glibc

/// The configuration file (配置文件), every key of it known.
struct ConfigurationFile {
    /// As it was named.
    let path: String
    let snapshot: any ConfigSnapshot
    /// On which line each key stands.
    private var lines: [String: Int] = [:]

    /// What stands in the working folder, if anything does.
    static let standardName = "tongbao.json"
    private static let sizeLimit = 1 << 20

    /// Reads and checks a file; one that nobody named may be missing.
    ///
    /// - Throws: `RunError.setUp`, with the line where there is one.
    init?(_ path: String, namedBy place: String?) throws(RunError) {
        guard Files.exists(path) else {
            guard let place else { return nil }
            throw ConfigurationFault.missing(path, named: place)
        }
        var bytes: [UInt8]
        do throws(FileError) {
            let file = try OpenFile(path)
            guard file.size <= Self.sizeLimit else { throw FileError(.read, path, code: EFBIG) }
            bytes = [UInt8](unsafeUninitializedCapacity: file.size) { buffer, count in
                count = file.read(at: 0, into: UnsafeMutableRawBufferPointer(buffer))
            }
        } catch {
            throw ConfigurationFault.unreadable(path, error.description)
        }
        // Windows' editor puts a mark before UTF-8.
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw ConfigurationFault.notText(path)
        }
        let outline: JSONOutline
        do throws(JSONOutline.Fault) {
            outline = try JSONOutline(bytes)
        } catch {
            throw ConfigurationFault.broken(path, error)
        }
        self.path = path
        for member in outline.members {
            let name = member.path.joined(separator: ".")
            let place = Self.place(path, member.line)
            if let key = ConfigurationKey.all.first(where: { $0.name == name }) {
                guard lines.updateValue(member.line, forKey: name) == nil else {
                    throw ConfigurationFault.broken(
                        path,
                        .init(
                            line: member.line,
                            reason: Bilingual("“\(name)”写了两次", "“\(name)” stands twice")))
                }
                guard key.kind.isWritten(as: member.kind) else {
                    throw ConfigurationFault.wrongType(key, at: place)
                }
            } else if ConfigurationKey.all.contains(where: { $0.name.hasPrefix(name + ".") }) {
                guard member.kind == .object else {
                    throw ConfigurationFault.group(name, at: place)
                }
            } else {
                throw ConfigurationFault.unknownKey(name, at: place)
            }
        }
        do {
            snapshot = try JSONSnapshot(
                data: bytes.span.bytes, providerName: path,
                parsingOptions: .init(
                    secretsSpecifier: .specific(
                        Set(ConfigurationKey.all.filter(\.isSecret).map(\.name)))))
        } catch {
            throw ConfigurationFault.unreadable(path, "JSON")
        }
    }

    /// Where a key stands, for messages.
    func place(of key: ConfigurationKey) -> Bilingual {
        Self.place(path, lines[key.name] ?? 1)
    }

    /// The folder in which relative paths of the file start; nil: the working folder.
    var folder: String? {
        guard let slash = path.lastIndex(of: "/") else { return nil }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private static func place(_ path: String, _ line: Int) -> Bilingual {
        Bilingual("\(path) 第 \(line) 行", "\(path), line \(line)")
    }
}

extension ConfigurationKey.Kind {
    /// Whether a JSON value of a kind can be one of these; readers take `true` for 1.
    fileprivate func isWritten(as kind: JSONOutline.Kind) -> Bool {
        switch self {
        case .path, .text, .choice: kind == .string
        case .count, .seconds: kind == .number
        }
    }

    /// What swift-configuration is asked for.
    var type: ConfigType {
        switch self {
        case .path, .text, .choice: .string
        case .count: .int
        case .seconds: .double
        }
    }
}
