extension Problem {
    /// What the office is asked about its own sheets (加分登记、述职测评、暗访记录), which answer to nobody else.
    package enum OfficeSheet: Hashable, Sendable {
        /// A matter that the earlier file of the same name had and this one has not; `instead` is what another
        /// file says of it, which counts now.
        case dropped(file: String, matter: Bilingual, instead: Bilingual?)
        /// A matter that another file has otherwise.
        case restated(file: String, before: Bilingual, now: Bilingual)
        /// Matters that another file has already, in the same words.
        case repeated(file: String, count: Int)
        /// A matter that stands on one sheet twice: `row` is where it stood first.
        case doubled(unit: String, basis: String, row: Int)
        /// A unit that the earlier file of the same name had and this one has not.
        case unitDropped(file: String, unit: String)
        /// A record of an inspection that another file has, and that counts besides; `instead` are the objects
        /// for which this sheet records the same visit and item.
        case recordStands(file: String, record: String, instead: [String])
        /// An inspected object that the roster does not have on the day of the visit, with what it became.
        case objectClosed(object: String, day: String, successor: String?)
        /// An inspected object that is another unit's than the one that the record holds to account.
        case objectOfOther(object: String, duty: String, owner: String)
    }
}

extension Problem.OfficeSheet {
    var check: Check {
        switch self {
        case .dropped: .registerDropped
        case .restated: .registerRestated
        case .repeated: .registerRepeated
        case .doubled: .registerDoubled
        case .unitDropped: .reviewDropped
        case .recordStands: .visitStands
        case .objectClosed, .objectOfOther: .visitObject
        }
    }

    var message: Bilingual {
        switch self {
        case .dropped(let file, let matter, let instead):
            Bilingual(
                "先前的“\(file)”里有“\(matter.chinese.clipped)”，这一份没有，"
                    + (instead.map { "改按另一份里的“\($0.chinese.clipped)”计" } ?? "不再计入"),
                "the earlier “\(file)” had “\(matter.english.clipped)”, this one has not; "
                    + (instead.map { "“\($0.english.clipped)” of another file counts instead" }
                        ?? "it no longer counts"))
        case .restated(let file, let before, let now):
            Bilingual(
                "“\(file)”里登记的是“\(before.chinese.clipped)”，这里是“\(now.chinese.clipped)”，按这里的计",
                "“\(file)” has “\(before.english.clipped)”, here it is “\(now.english.clipped)”, which "
                    + "counts")
        case .repeated(let file, let count):
            Bilingual(
                "有\(count)件在“\(file)”里已经登记（单位、文号相同），没有重复计",
                "“\(file)” has \(count) of these matters already (same unit, same basis); they count once"
            )
        case .doubled(let unit, let basis, let row):
            Bilingual(
                "“\(unit)”凭同一文号“\(basis.clipped)”在第\(row)行已经登记，两行都计了",
                "“\(unit)” stands in row \(row) already for the same basis “\(basis.clipped)”; both count"
            )
        case .unitDropped(let file, let unit):
            Bilingual(
                "先前的“\(file)”里有“\(unit)”，这一份没有，仍按先前的票数计",
                "the earlier “\(file)” had “\(unit)”, this one has not; its earlier votes still count"
            )
        case .recordStands(let file, let record, let instead):
            Bilingual(
                "“\(file)”里的“\(record.clipped)”仍然算数；这一份"
                    + (instead.isEmpty ? "没有这一条" : "记的是\(instead.quotedChinese)，两处都算"),
                "“\(record.clipped)” of “\(file)” still counts; this sheet "
                    + (instead.isEmpty
                        ? "does not have it" : "has \(instead.quotedEnglish): both count"))
        case .objectClosed(let object, let day, let successor):
            Bilingual(
                "“\(object)”\(day)不在花名册上"
                    + (successor.map { "（已改为“\($0)”）" } ?? "") + "，这条暗访记录照样算",
                "“\(object)” is not on the roster on \(day)"
                    + (successor.map { " (it became “\($0)”)" } ?? "")
                    + "; the record counts all the same")
        case .objectOfOther(let object, let duty, let owner):
            Bilingual(
                "“\(object)”花名册上归“\(owner)”，这条暗访记录算在“\(duty)”",
                "“\(object)” is “\(owner)”'s on the roster; the record is charged to “\(duty)”")
        }
    }

    var advice: Bilingual {
        switch self {
        case .dropped:
            Bilingual(
                "要取消的不用管；还要计的，补进这一份再放一次",
                "leave it if it was meant to go; else put the line back and hand the sheet in again"
            )
        case .restated:
            Bilingual(
                "核对哪一份对；是两件事的，各写各的文号",
                "check which is right; two matters have a basis each")
        case .repeated:
            Bilingual(
                "重复的不用管；另有其事的，各写各的文号",
                "leave it if it is the same matter; two matters have a basis each")
        case .doubled:
            Bilingual(
                "重复的删去一行再放一次；确是两件事的不用管",
                "delete one and hand the sheet in again, unless there are two matters")
        case .unitDropped:
            Bilingual(
                "先前登记错了单位的，撤回先前那份：tongbao office withdraw",
                "if the unit was a mistake, withdraw the earlier file: tongbao office withdraw")
        case .objectClosed:
            Bilingual(
                "写现在的代码和责任单位，再放一次，撤回这一份：tongbao office withdraw；花名册不对的改花名册",
                "put the present code and unit, hand it in again and withdraw this file: tongbao office "
                    + "withdraw; mend the roster if that is wrong")
        case .objectOfOther:
            Bilingual(
                "责任单位写错的，改好再放一次；花名册不对的改花名册",
                "put the right unit and hand it in again; mend the roster if that is wrong")
        case .recordStands:
            Bilingual(
                "查了几个对象的不用管；先前记错了的，把其余各条写进这一份，再撤回先前那份：tongbao office withdraw",
                "leave it if several were looked at; if it was a mistake, put its other records into this "
                    + "sheet and withdraw the earlier file: tongbao office withdraw")
        }
    }
}
