import Files
import Glibc
import Pipeline
import Workbooks
import ZipArchives

// What the benchmarks measure and no command offers: bench-driver MODE FILE [FILE].
//   libxml2 FILE       counts the cells of a workbook without the scanners
//   fields FILE        walks through the fields of a CSV
//   write CSV XLSX     writes a CSV as a workbook
//   intake FOLDER STATE TIME
//                      takes in what lies in FOLDER/Inbox by the tables of FOLDER/Campaign, into a ledger
//   assess CAMPAIGN STATE PERIOD MONTHS
//                      computes facts and figures of the months that end with PERIOD

let arguments = CommandLine.arguments
guard arguments.count > 2 else { exit(64) }
if arguments[1] == "intake" {
    guard arguments.count > 4 else { exit(64) }
    try takeIn(arguments[2], into: arguments[3], asOf: arguments[4])
    exit(0)
}
if arguments[1] == "assess" {
    guard arguments.count > 5, let months = Int(arguments[5]) else { exit(64) }
    try assess(arguments[2], arguments[3], until: arguments[4], months: months)
    exit(0)
}
let file = try OpenFile(arguments[2])
let source = ByteSource(count: file.size) { file.read(at: $0, into: $1) }
var limits = WorkbookLimits.streaming

switch arguments[1] {
case "libxml2":
    limits.usesScanners = false
    _ = try WorkbookDump.write(source, fileName: "", format: .count, limits: limits) { line in
        print(String(decoding: line, as: UTF8.self), terminator: "")
    }
case "fields":
    var scanner = try DelimitedScanner(source, limits: limits)
    var cells = 0
    while try scanner.next({ _, bytes in if !bytes.isEmpty { cells += 1 } }) != nil {}
    print("cells=\(cells) sheets=1")
case "write":
    guard arguments.count > 3 else { exit(64) }
    try write(source, to: arguments[3], limits)
default: exit(64)
}

/// What a run does before it computes and renders.
func takeIn(_ folder: String, into state: String, asOf: String) throws {
    let options = RunOptions(
        inbox: folder + "/Inbox", outbox: folder + "/Outbox", campaign: folder + "/Campaign",
        state: state, asOf: asOf)
    let lines = try MonthlyRun(options).takeIn()
    print("\(lines.count) returns")
}

/// Numbers as numbers by their digits, all else as text.
func write(_ source: ByteSource, to path: String, _ limits: WorkbookLimits) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { exit(73) }
    defer { close(descriptor) }
    let sink = DescriptorSink(descriptor)
    var stream = try WorkbookStream(to: sink)
    try stream.beginSheet(SheetDraft(name: "Sheet1"))
    var scanner = try DelimitedScanner(source, limits: limits)
    try stream.beginRow()
    while try scanner.next({ (_, bytes) throws(WorkbookError) in
        if isNumber(bytes) { try stream.add(digits: bytes) } else { try stream.add(text: bytes) }
    }) != nil {
        try stream.endRow()
        try stream.beginRow()
    }
    try stream.endRow()
    try stream.endSheet()
    try stream.finish()
}

func isNumber(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count > 0 else { return false }
    var index = bytes[0] == UInt8(ascii: "-") ? 1 : 0
    var points = 0
    while index < bytes.count {
        if bytes[index] == UInt8(ascii: ".") {
            points += 1
        } else if bytes[index] &- 48 > 9 {
            return false
        }
        index += 1
    }
    return points <= 1 && bytes[bytes.count - 1] &- 48 <= 9
}
