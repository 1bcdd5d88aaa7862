import Findings

/// Reads the shared strings part (ECMA-376 Part 1, 18.4.9) through libxml2: one text an `si`,
/// whatever is in it.
///
/// The counts that the part declares are not looked at; producers write them wrong or not at all.
final class SharedStringsPart: XMLHandler {
    let strings = SharedStrings()
    private let limits: WorkbookLimits
    private let content = RichText()
    private var isInItem = false
    /// Directly in `sst`, where a scanner may take over.
    private(set) var isInTable = false

    init(limits: WorkbookLimits) { self.limits = limits }

    func start(_ name: XMLName, _ attributes: XMLAttributes) throws(WorkbookError) {
        switch name {
        case "sst": isInTable = true
        case "si":
            isInTable = false
            content.removeAll()
        default: content.start(name, attributes)
        }
    }

    func end(_ name: XMLName) throws(WorkbookError) {
        switch name {
        case "sst": isInTable = false
        case "si":
            if content.isStruck { strings.strike(strings.count) }
            try add(content.bytes)
            isInTable = true
        default: content.end(name)
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) { content.append(bytes) }

    /// Takes the next text, its escapes not yet decoded.
    func add(_ bytes: UnsafeBufferPointer<UInt8>) throws(WorkbookError) {
        guard strings.count < limits.sharedStrings else { throw .limit("文字太多", "too many texts") }
        let cut = bytes.cut(to: limits.textLength)
        if EscapedText.mayHoldEscape(cut) {
            strings.append(EscapedText.decoded(cut).utf8)
        } else {
            strings.append(cut)
        }
    }
}

/// The text of an `si` or `is`: its `t` elements joined, runs or not, without phonetic hints
/// (ECMA-376 Part 1, 18.4.4 to 18.4.12).
final class RichText {
    private let memory = TextMemory()
    private var isInText = false
    private var isInPhonetic = false
    private var isInStruckRun = false
    /// Some of the text is struck out.
    private(set) var isStruck = false

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        switch name {
        case "t": isInText = true
        case "r": isInStruckRun = false
        case "strike": isInStruckRun = attributes.isOn
        case "rPh": isInPhonetic = true
        default: break
        }
    }

    func end(_ name: XMLName) {
        switch name {
        case "t": isInText = false
        case "r": isInStruckRun = false
        case "rPh": isInPhonetic = false
        default: break
        }
    }

    /// The text so far; good until it changes.
    var bytes: UnsafeBufferPointer<UInt8> { memory.bytes }

    func append(_ more: UnsafeBufferPointer<UInt8>) {
        guard isInText && !isInPhonetic else { return }
        memory.append(more)
        // A space is struck out without anybody's seeing it.
        if isInStruckRun, more.contains(where: { $0 > 32 }) { isStruck = true }
    }

    func removeAll() {
        memory.removeAll()
        isInText = false
        isInPhonetic = false
        isInStruckRun = false
        isStruck = false
    }
}

extension [UInt8] {
    /// The longest beginning of at most so many bytes that splits no UTF-8 sequence.
    func cut(to limit: Int) -> ArraySlice<UInt8> {
        var end = Swift.min(limit, count)
        while end > 0, end < count, self[end] & 0xC0 == 0x80 { end -= 1 }
        return self[..<end]
    }
}
