/// The objects of the next inspections (暗访抽查), drawn from a frame by a seed: the same seed and frame give
/// the same list to anybody.
///
/// First the random stratum, each object as likely as any other, whatever its weight; then, of those left,
/// the risk stratum, each time by weight among those that are still there. Where no weight is left, the
/// rest is drawn as the random stratum is.
package struct InspectionDraw: Sendable, Hashable {
    /// 64 hexadecimal digits in lower case.
    package var seed: String
    /// How many objects are drawn, at most all.
    package var objects: Int
    /// How many of them belong to the random stratum.
    package var random: Int

    package init(seed: String, objects: Int, random: Int) {
        self.seed = seed
        self.objects = objects
        self.random = random
    }

    /// Why an object was drawn.
    package enum Stratum: String, Sendable, CaseIterable {
        case random, risk, filling
    }

    /// An object that was drawn, by its place in the frame, from 0.
    package struct Pick: Sendable, Hashable {
        package var place: Int
        package var stratum: Stratum

        package init(place: Int, stratum: Stratum) {
            self.place = place
            self.stratum = stratum
        }
    }

    /// The picks in the order in which they were drawn; `weights` are whole numbers not below 0, one for
    /// each object of the frame, in its order.
    package func picks(weights: [Int]) -> [Pick] {
        var left = Array(weights.indices)
        var numbers = SeededNumbers(seed: seed, stream: "random")
        var picks: [Pick] = []
        while picks.count < min(random, objects), !left.isEmpty {
            let place = left.remove(at: numbers.below(left.count))
            picks.append(Pick(place: place, stratum: .random))
        }
        numbers = SeededNumbers(seed: seed, stream: "risk")
        while picks.count < objects, !left.isEmpty {
            let sum = left.reduce(0) { $0 + weights[$1] }
            guard sum > 0 else {
                let place = left.remove(at: numbers.below(left.count))
                picks.append(Pick(place: place, stratum: .filling))
                continue
            }
            var rest = numbers.below(sum)
            var index = 0
            while rest >= weights[left[index]] {
                rest -= weights[left[index]]
                index += 1
            }
            picks.append(Pick(place: left.remove(at: index), stratum: .risk))
        }
        return picks
    }
}
