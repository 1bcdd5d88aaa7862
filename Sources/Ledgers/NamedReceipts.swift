import Campaigns

/// The lines of the register that bear one name, and when runs first saw files that are called so.
final class NamedReceipts {
    private struct Line {
        var received: Moment
        /// `--as-of` of the run that read it.
        var known: Moment
    }

    private var lines: [Line]
    /// Ascending, each once.
    private var sightings: [Moment] = []
    /// By the sighting of the file that the line is about; made when it is first asked for.
    private var receivedBySighting: [Moment: Moment]?

    init(received: Moment, known: Moment) {
        lines = [Line(received: received, known: known)]
    }

    func add(received: Moment, known: Moment) {
        lines.append(Line(received: received, known: known))
        receivedBySighting = nil
    }

    func add(firstSeen: Moment) {
        let place = sightings.firstPlace { $0 >= firstSeen }
        guard place == sightings.count || sightings[place] != firstSeen else { return }
        sightings.insert(firstSeen, at: place)
        receivedBySighting = nil
    }

    func received(ofFileSeen firstSeen: Moment) -> Moment? {
        if let known = receivedBySighting { return known[firstSeen] }
        var received: [Moment: Moment] = [:]
        for line in lines {
            if let target = target(of: line) { received[target] = line.received }
        }
        receivedBySighting = received
        return received[firstSeen]
    }

    private func target(of line: Line) -> Moment? {
        let after = sightings.firstPlace { $0 > line.known }
        let before = after > 0 ? sightings[after - 1] : nil
        if let before, line.received <= before { return before }
        // Nothing before it is as late as the line's own time.
        let next = sightings.firstPlace { $0 >= max(line.known, line.received) }
        return next < sightings.count ? sightings[next] : before ?? sightings.first
    }
}
