import Configuration
package import Findings
import Logging
package import Workbooks

/// The configuration (配置) as it stands: each value, and who said it.
///
/// The command line goes before the environment, that before the file, that before the default. A file
/// that is not asked for by name is `tongbao.json` in the working folder, and may be missing.
package struct ConfigurationValues: Sendable {
    /// In the order of `ConfigurationKey.all`; a value that nobody has given and that has no default is
    /// not there.
    package let given: [Value]
    /// The configuration file that was read.
    package let file: String?

    package struct Value: Sendable {
        package let key: ConfigurationKey
        package let text: String
        package let origin: Origin
    }

    package enum Origin: Hashable, Sendable {
        case commandLine
        case environment(String)
        case file(Bilingual)
        case standard
    }

    /// Names the configuration file.
    static let fileVariable = "TONGBAO_CONFIG"

    /// Variables that are read by builds and tests and mean nothing to the program.
    private static let otherVariables: Set = ["TONGBAO_FUZZ", "TONGBAO_BENCH", "TONGBAO_SAMPLES"]

    /// - Parameters:
    ///   - commandLine: What options have said.
    ///   - file: What `--config` names.
    ///   - environment: All variables; those that begin with `TONGBAO_` are looked at.
    /// - Throws: `RunError.setUp` for a name that there is not, a value that cannot be meant, or a file
    ///   that cannot be read; nothing was touched.
    package init(
        commandLine: [ConfigurationKey: String] = [:], file: String? = nil,
        environment: [String: String]
    ) throws(RunError) {
        try Self.check(environment)
        // An empty variable says nothing: that is how scripts take a value back.
        let environment = environment.filter { !$0.value.isEmpty }
        let named: (path: String, by: String)? =
            file.map { ($0, "--config") }
            ?? environment[Self.fileVariable].map { ($0, Self.fileVariable) }
        let file = try ConfigurationFile(
            named?.path ?? ConfigurationFile.standardName, namedBy: named?.by)
        let variables = EnvironmentVariablesProvider(environmentVariables: environment)
            .prefixKeys(with: "tongbao").snapshot()

        var given: [Value] = []
        for key in ConfigurationKey.all {
            let variable = Bilingual("环境变量 \(key.variable)", "environment, \(key.variable)")
            if let text = commandLine[key] {
                given.append(Value(key: key, text: text, origin: .commandLine))
            } else if let text = try Self.text(of: key, in: variables, at: variable) {
                given.append(Value(key: key, text: text, origin: .environment(key.variable)))
            } else if let file,
                let text = try Self.text(of: key, in: file.snapshot, at: file.place(of: key))
            {
                let origin = Origin.file(file.place(of: key))
                given.append(
                    Value(key: key, text: Self.placed(text, key, file.folder), origin: origin))
            } else if case .path(let standard) = key.kind {
                given.append(
                    Value(
                        key: key, text: Self.placed(standard, key, file?.folder),
                        origin: .standard))
            }
        }
        self.given = given
        self.file = file?.path
    }

    package subscript(key: ConfigurationKey) -> String? {
        given.first { $0.key == key }?.text
    }

    /// The language that is asked for; nil: the locale's.
    package var language: Language? { self[.lang].flatMap(Language.init(rawValue:)) }

    /// The limits of reading, with what is configured changed.
    package func limits(from standard: WorkbookLimits = .default) -> WorkbookLimits {
        var limits = standard
        for value in given where value.key.name.hasPrefix("limits.") {
            // Names and numbers were looked at when they were read.
            _ = limits.set(String(value.key.name.dropFirst("limits.".count)), to: value.text)
        }
        return limits
    }

    private static func check(_ environment: [String: String]) throws(RunError) {
        let known = Set(ConfigurationKey.all.map(\.variable)).union(otherVariables)
        for name in environment.keys.sorted() where name.hasPrefix(ConfigurationKey.variablePrefix)
        {
            #if FAIL_POINTS
                // Tests stop a run at such a point.
                if name.hasPrefix("TONGBAO_FAIL_") { continue }
            #endif
            guard name == fileVariable || known.contains(name) else {
                throw ConfigurationFault.unknownVariable(name)
            }
        }
    }

    /// The value of a key in one layer as text, looked at; nil where the layer has none.
    private static func text(
        of key: ConfigurationKey, in layer: any ConfigSnapshot, at place: Bilingual
    ) throws(RunError) -> String? {
        let path = key.name.split(separator: ".").map(String.init)
        let found: ConfigValue?
        do {
            found = try layer.value(forKey: AbsoluteConfigKey(path), type: key.kind.type).value
        } catch {
            throw ConfigurationFault.wrongType(key, at: place)
        }
        guard let found else { return nil }
        guard let text = key.kind.text(of: found.content) else {
            throw ConfigurationFault.wrongType(key, at: place)
        }
        return text
    }

    private static func placed(_ text: String, _ key: ConfigurationKey, _ folder: String?) -> String
    {
        guard case .path = key.kind, !text.hasPrefix("/"), let folder else { return text }
        return folder == "/" ? "/" + text : folder + "/" + text
    }
}

extension ConfigurationKey.Kind {
    /// The value as text; nil where it cannot be meant.
    fileprivate func text(of content: ConfigContent) -> String? {
        switch (self, content) {
        case (.count, .int(let number)): number > 0 ? String(number) : nil
        case (.seconds, .double(let seconds)):
            seconds > 0 && seconds.isFinite ? plain(seconds) : nil
        case (.choice(let words), .string(let word)): words.contains(word) ? word : nil
        case (.path, .string(let text)), (.text, .string(let text)):
            text.isEmpty || text.unicodeScalars.contains { $0.value < 32 } ? nil : text
        default: nil
        }
    }

    /// Whole seconds without a fraction, none with an exponent.
    private func plain(_ seconds: Double) -> String? {
        guard seconds >= 0.001, seconds <= 1_000_000_000 else { return nil }
        let text = String(seconds)
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}
