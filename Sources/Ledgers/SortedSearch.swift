extension RandomAccessCollection where Index == Int {
    /// Where the elements begin that a condition holds for, which holds for all behind the first; the end
    /// where it holds for none.
    func firstPlace(where holds: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
