package import Findings

/// What happened to one unit or one entry of the roster between two versions of the tables.
package struct SubjectChange: Hashable, Sendable {
    package var table: CampaignTables.TableName
    package var kind: Kind
    /// As in the new tables; of what was deleted, as in the old ones.
    package var code: String
    package var name: String
    /// The columns that differ; empty where the whole row came or went.
    package var columns: [String]
    /// What stood there and what stands there now, as a person calls it: units by their short names.
    package var before: String
    package var after: String
    package var warning: Warning?

    package enum Kind: String, Sendable, CaseIterable {
        /// The row is gone.
        case removed
        /// The row is there under another code.
        case recoded
        case came
        /// It got a last valid day.
        case went
        case merged
        case renamed
        /// Another unit, co-unit, sector, rank group or kind.
        case moved
        /// Valid from or to another day.
        case redated
        /// Aliases, mailbox, attributes.
        case changed
    }

    /// What somebody should look at before the next run.
    package enum Warning: String, Sendable, CaseIterable {
        case rowDeleted, codeChanged, pastGrows, pastShrinks, pastChanges, stillExpected,
            pastMoves, oldNameUnknown, pastJoins, entriesLeft
    }
}

extension SubjectChange.Kind {
    package var title: Bilingual {
        switch self {
        case .removed: Bilingual("整行删去", "rows deleted")
        case .recoded: Bilingual("换了代码", "codes changed")
        case .came: Bilingual("新增", "new")
        case .went: Bilingual("撤销", "closed")
        case .merged: Bilingual("撤并", "merged")
        case .renamed: Bilingual("改名", "renamed")
        case .moved: Bilingual("换了归属", "moved")
        case .redated: Bilingual("改了起止日期", "other days of validity")
        case .changed: Bilingual("其他栏改动", "other columns changed")
        }
    }
}

extension SubjectChange.Warning {
    /// What follows from it, and what to do.
    package var advice: Bilingual {
        switch self {
        case .rowDeleted:
            Bilingual(
                "删了行，往月的应报数和分母也跟着变：恢复这一行，在 valid_to 填最后有效的一天",
                "without the row past months count fewer entries too: put the row back and fill in valid_to, its last valid day"
            )
        case .codeChanged:
            Bilingual(
                "以前的数按代码记，换了代码就接不上：改回原来的代码",
                "what was reported is kept by code and is lost to the new one: put the old code back"
            )
        case .pastGrows:
            Bilingual(
                "往月也会算作应报：在 valid_from 填从哪天起算",
                "past months expect it too: fill in valid_from, its first valid day")
        case .pastJoins:
            Bilingual(
                "从 valid_from 所在的月份起算作应报，这些月份的应报数跟着变：核对 valid_from 的日期",
                "it is expected from the month of valid_from on, of months that have ended too: check the day in valid_from"
            )
        case .entriesLeft:
            Bilingual(
                "花名册上还有归它、以后仍有效的，撤销以后没有单位填报：每个在 valid_to 填同一天，另起一行（新代码、接手的单位、valid_from 填次日）；直接改 unit 的，已经通报的月份重写时也按新单位算；不再有的只填 valid_to",
                "entries of the roster stay with it and nobody reports them afterwards: give each the same day in valid_to and a new row (new code, the unit that takes over, valid_from on the next day); with another unit in the old row months that were told change too once they are written again; of those that are no more fill in valid_to alone"
            )
        case .pastShrinks:
            Bilingual(
                "valid_to 以后、已经过去的月份也不再算应报：核对 valid_to 的日期",
                "months after valid_to that have ended do not expect it any more either: check the day in valid_to"
            )
        case .pastChanges:
            Bilingual(
                "往月的应报数跟着变：核对 valid_from、valid_to",
                "past months change with it: check valid_from and valid_to")
        case .stillExpected:
            Bilingual(
                "填了 merged_into，没有填 valid_to，仍算应报：填上最后有效的一天",
                "merged_into without valid_to: it is still expected; fill in its last valid day")
        case .pastMoves:
            Bilingual(
                "没收齐的月份向新归属要，已经通报的月份一重写也按新归属算：从某一天起换的，旧行的 valid_to 填最后一天、merged_into 填新代码，另起一行新代码，valid_from 填次日",
                "months still being reported are asked of the new unit, and months that were told count for it once they are written again: what moves from a day on keeps its old row with valid_to and the new code in merged_into, and gets a new row under that code with valid_from on the next day"
            )
        case .oldNameUnknown:
            Bilingual(
                "旧名称不在 aliases 里，还用旧名称的表会退回：把旧名称加进 aliases",
                "the old name is not among the aliases, sheets that still bear it go back: add it to aliases"
            )
        }
    }
}
