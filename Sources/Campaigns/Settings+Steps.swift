extension Settings {
    /// One step of a scale that a setting holds: a name and the number that belongs to it.
    package struct Step: Hashable, Sendable {
        package var name: String
        package var value: ExactDecimal

        /// Reads `好:90;较好:80`, in their order, with the signs of a Chinese keyboard as well; nil where
        /// a part is none.
        package static func all(in text: String) -> [Step]? {
            var steps: [Step] = []
            for part in text.split(whereSeparator: { ";；".contains($0) }) {
                let sides = part.split(whereSeparator: { ":：".contains($0) }).map {
                    String($0).trimmed
                }
                guard sides.count == 2, !sides[0].isEmpty, let value = ExactDecimal(sides[1]) else {
                    return nil
                }
                steps.append(Step(name: sides[0], value: value))
            }
            return steps
        }
    }

    /// The scale of a setting, else the engine's default where what stands there is none (lint says so).
    package func steps(_ key: Key) -> [Step] {
        Step.all(in: text(key)) ?? Step.all(in: key.standard) ?? []
    }
}
