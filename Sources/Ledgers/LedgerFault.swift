package import Findings

/// Something that `ledger verify` found: what is damaged, and what helps.
package struct LedgerFault: Hashable, Sendable {
    package var kind: Kind
    /// What is meant, in short: an event's number, a table, a hash.
    package var place: String

    /// The words are read by programs (`--json`) and are not changed.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// SQLite cannot open or read the database.
        case unreadable
        /// The file is not byte for byte what the last run left.
        case seal
        /// SQLite's own check of its pages and indexes.
        case structure
        /// A row that refers to what is not there.
        case reference
        /// An event whose hash does not fit, or that does not follow on the one before it.
        case chain
        /// `events.jsonl` is not the log of the database.
        case journal
        /// A table is not what the events make of it.
        case table
        /// An original that the ledger speaks of is not in the archive.
        case originalMissing = "original_missing"
        /// A file of the archive or the quarantine whose bytes are not those that its name says.
        case originalDamaged = "original_damaged"
    }

    package init(_ kind: Kind, _ place: String) {
        self.kind = kind
        self.place = place
    }

    package var message: Bilingual {
        switch kind {
        case .unreadable:
            Bilingual("数据库打不开：\(place)", "the database cannot be read: \(place)")
        case .seal:
            Bilingual(
                "\(place) 与上次运行留下的不是逐字节相同", "\(place) is not byte for byte what the last run left")
        case .structure:
            Bilingual("数据库的结构有损坏：\(place)", "the structure of the database is damaged: \(place)")
        case .reference:
            Bilingual("表 \(place) 里有指向不存在内容的行", "table \(place) refers to what is not there")
        case .chain:
            Bilingual("事件 \(place) 的校验值对不上", "the hash of event \(place) does not fit")
        case .journal:
            Bilingual(
                "events.jsonl 第 \(place) 行与数据库里的事件不同",
                "line \(place) of events.jsonl is not the event of the database")
        case .table:
            Bilingual("表 \(place) 与事件记录不符", "table \(place) is not what the events make of it")
        case .originalMissing:
            Bilingual("存档里缺少原件 \(place)", "the archive lacks the original \(place)")
        case .originalDamaged:
            Bilingual("原件 \(place) 的内容变了", "the bytes of the original \(place) have changed")
        }
    }

    package var advice: Bilingual {
        switch kind {
        case .unreadable, .seal, .structure, .reference, .chain, .journal, .table:
            Bilingual(
                "运行 tongbao ledger rebuild，由事件重建；若反复出现，请检查磁盘",
                "run “tongbao ledger rebuild” to make it again from the events; if it comes back, look at the disk"
            )
        case .originalMissing, .originalDamaged:
            Bilingual(
                "运行 tongbao ledger rebuild，从收件文件夹找回同一文件；找不到就从备份里取",
                "run “tongbao ledger rebuild” to take the file from the Inbox again; if it is gone, take it from a backup"
            )
        }
    }
}
