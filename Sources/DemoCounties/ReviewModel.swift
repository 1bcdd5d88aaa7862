import Campaigns

/// 述职评议测评登记: the votes that each unit gets at the end of the year, the better ones more good ones.
struct ReviewModel: Sendable {
    let seed: UInt64
    let units: [Unit]

    func rows(of form: Form, in period: Period) -> [SheetRow] {
        units.map { unit in
            var random = SplitMix64(seed, "review", period.description, unit.code)
            let level = Quality(seed: seed, unit: unit.code).general
            var votes: [String: SheetValue] = ["unit_name": .text(unit.shortName)]
            var left = 60
            for field in form.voteFields.dropLast() {
                let count = min(left, left * Int(level * 100) / 100 + random.integer(0...3))
                votes[field.id] = .integer(count)
                left -= count
            }
            if let last = form.voteFields.last { votes[last.id] = .integer(left) }
            return SheetRow(values: votes)
        }
    }
}
