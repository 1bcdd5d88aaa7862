import Files
import Findings
import Glibc
import Returns

extension RunReport {
    /// Something in the Inbox that is never opened, and why.
    package struct IgnoredLine: Codable, Sendable {
        /// Printable: bytes that are no UTF-8 as `\xB3`, control characters as `\u{1B}`.
        package var path: String
        /// link, pipe, socket, device, control_characters, encoding, unreadable.
        package var reason: String
        package var isFolder: Bool
        /// Why, in Chinese and in English.
        package var why: String
        package var whyEnglish: String

        init(_ ignored: FileTree.Ignored, _ mask: PersonalMask) {
            path = mask.masked(ignored.path.shown).printable
            isFolder = ignored.isFolder
            let words = Self.words(ignored.reason)
            reason = words.reason
            why = words.why.chinese
            whyEnglish = words.why.english
        }

        private static func words(_ reason: FileTree.Reason) -> (reason: String, why: Bilingual) {
            switch reason {
            case .link: ("link", Bilingual("是快捷链接，请放文件本身", "a link; put the file itself"))
            case .pipe, .socket, .device:
                ("\(reason)", Bilingual("是系统的特殊文件，不是表", "a special file of the system"))
            case .controlCharacters:
                (
                    "control_characters",
                    Bilingual(
                        "名称里有看不见的控制字符，请改名", "control characters in its name; rename it")
                )
            case .encoding:
                (
                    "encoding",
                    Bilingual(
                        "名称是乱码（不是 UTF-8，多半是 GBK 压缩包解出来的），请改名",
                        "its name is no UTF-8 (probably GBK, out of an archive); rename it")
                )
            case .unreadable(EACCES), .unreadable(EPERM):
                (
                    "unreadable",
                    Bilingual(
                        "没有读取的权限，请管理员给权限；下次再取",
                        "no right to read it; have it given; taken next time")
                )
            case .unreadable(let code):
                (
                    "unreadable",
                    Bilingual(
                        "读不了（\(String(cString: strerror(code)))），请管理员检查；下次再取",
                        "cannot be read (\(String(cString: strerror(code)))); have it looked at;"
                            + " taken next time")
                )
            }
        }

        func line(in language: Language) -> String {
            let say = Say(language)
            let name = isFolder ? say("\(path)/（整个文件夹）", "\(path)/ (the whole folder)") : path
            return say("  没有读：\(name)  \(why)", "  not read: \(name)  \(whyEnglish)")
        }
    }
}

extension [String] {
    /// No more lines than a clerk reads; the rest is counted.
    ///
    /// `--json` has all.
    func capped(at limit: Int = 20, indent: String = "  ", in language: Language) -> [String] {
        guard count > limit else { return self }
        let rest = count - limit
        return prefix(limit) + [
            indent
                + Say(language)(
                    "……另有 \(rest) 个（--json 列出全部）", "… and \(rest) more (--json lists all)")
        ]
    }
}
