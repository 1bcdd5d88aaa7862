import Campaigns

/// The lines of the register that bear one name, and when runs first saw files that are called so.
final class NamedReceipts {
    private struct Line {
        var received: Moment
        /// `--as-of` of the run that read it.
        var known: Moment
    }

    /// The files of the name that a run first saw, each by where its bytes first came.
    private struct Sighting {
        var moment: Moment
        var files: Set<String>
    }

    /// What a line is about.
    private enum Target {
        /// The one file of the name that a run first saw at a moment.
        case file(seen: Moment)
        /// It may be any of several files: nobody is made late, or early, by a guess.
        case contested
        /// No file of the name has come.
        case none
    }

    private var lines: [Line]
    /// Ascending, each moment once.
    private var sightings: [Sighting] = []
    /// By the sighting of the file that a line is about; made when it is first asked for.
    private var receivedBySighting: [Moment: Moment]?

    init(received: Moment, known: Moment) {
        lines = [Line(received: received, known: known)]
    }

    /// In the order in which the lines became known.
    func add(received: Moment, known: Moment) {
        lines.append(Line(received: received, known: known))
        receivedBySighting = nil
    }

    func add(file: String, firstSeen: Moment) {
        let place = place(from: firstSeen)
        if place < sightings.count, sightings[place].moment == firstSeen {
            guard sightings[place].files.insert(file).inserted else { return }
        } else {
            sightings.insert(Sighting(moment: firstSeen, files: [file]), at: place)
        }
        receivedBySighting = nil
    }

    /// No file of the name has come.
    var isUnseen: Bool { sightings.isEmpty }

    func received(ofFileSeen firstSeen: Moment) -> Moment? {
        if let known = receivedBySighting { return known[firstSeen] }
        var received: [Moment: Moment] = [:]
        for (line, target) in zip(lines, targets()) {
            if case .file(let seen) = target { received[seen] = line.received }
        }
        receivedBySighting = received
        return received[firstSeen]
    }

    /// The one file that the last line is about, with the line's time; nil where it is about none.
    func target() -> (file: String, received: Moment)? {
        guard let line = lines.last, case .file(let seen)? = targets().last else { return nil }
        let place = place(from: seen)
        return sightings[place].files.first.map { ($0, line.received) }
    }

    /// The files that the last line may be about where it is about none because of them; the latest last.
    func contestants() -> [String] {
        guard let line = lines.last, case .contested? = targets().last else { return [] }
        let there = sightings[..<placeAfter(line.known)]
        let fitting = there.filter { line.received <= $0.moment }
        let next = sightings[place(from: max(line.known, line.received))...].prefix(1)
        let meant = fitting.isEmpty ? (there.isEmpty ? Array(next) : Array(there)) : fitting
        return meant.flatMap { $0.files.sorted() }
    }

    // MARK: Which line is about which file

    private func place(from moment: Moment) -> Int { sightings.firstPlace { $0.moment >= moment } }
    private func placeAfter(_ moment: Moment) -> Int { sightings.firstPlace { $0.moment > moment } }

    /// What each line is about, in their order.
    ///
    /// One reading through the sightings serves all lines, for they became known in their order.
    private func targets() -> [Target] {
        var seen = LatestSightings()
        var place = 0
        return lines.map { line in
            while place < sightings.count, sightings[place].moment <= line.known {
                seen.add(sightings[place].files, at: sightings[place].moment)
                place += 1
            }
            return target(of: line, seen, before: place)
        }
    }

    private func target(of line: Line, _ seen: LatestSightings, before place: Int) -> Target {
        if let last = seen.last, line.received <= last {
            // A file cannot have come after it was seen.
            if let other = seen.ofOtherFolder, line.received <= other { return .contested }
            return only(place - 1)
        }
        guard seen.ofOtherFolder == nil else { return .contested }
        // Nothing before it is as late as the line's own time.
        let next = self.place(from: max(line.known, line.received))
        if next < sightings.count { return only(next) }
        return only(place > 0 ? place - 1 : 0)
    }

    private func only(_ place: Int) -> Target {
        guard sightings.indices.contains(place) else { return .none }
        return sightings[place].files.count == 1
            ? .file(seen: sightings[place].moment) : .contested
    }
}

/// When files of a name were last seen, in the folder of the latest and in any other; the month in a folder's
/// name aside, for the same unit's next return lies in the next month's.
private struct LatestSightings {
    private var latest: (moment: Moment, folder: [Substring])?
    private(set) var ofOtherFolder: Moment?

    var last: Moment? { latest?.moment }

    /// Moments must come in their order.
    mutating func add(_ files: Set<String>, at moment: Moment) {
        for file in files.sorted() {
            let folder = Self.folder(of: file)
            if let latest, latest.folder != folder { ofOtherFolder = latest.moment }
            latest = (moment, folder)
        }
    }

    /// `晴岭街道` of `2020-06/晴岭街道/农村月报.xlsx`.
    private static func folder(of file: String) -> [Substring] {
        file.split(separator: "/").dropLast().filter { part in
            part.contains { !$0.isNumber && !"年月份._- ".contains($0) }
        }
    }
}
