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
                "花名册上还有归它、以后仍有效的，撤销以后没有单位填报：等最后一个月截止、通报以后，把它们的 unit 改成接手的单位；不再有的填 valid_to",
                "entries of the roster stay with it and nobody reports them afterwards: once its last month has closed and is published give them the unit that takes over; fill in valid_to of those that are no more"
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
                "还没收齐的月份也按新归属要：等上月截止、通报发出后再换表；要分开算的，旧行填 valid_to，另起一行新代码",
                "months still being reported are asked of the new unit too: take it in once the last month has closed; to keep the two apart close the old row with valid_to and add one with a new code"
            )
        case .oldNameUnknown:
            Bilingual(
                "旧名称不在 aliases 里，还用旧名称的表会退回：把旧名称加进 aliases",
                "the old name is not among the aliases, sheets that still bear it go back: add it to aliases"
            )
        }
    }
}
