extension ByteWindow {
    /// The first quote, LF or CR from a place on; there must be one at or before `capacity`.
    @inline(__always)
    func firstInQuotes(from start: Int) -> Int {
        var index = start
        while true {
            let bytes = vector(at: index)
            let matches =
                (bytes .== .all(.quote)) .| (bytes .== .all(.lineFeed))
                .| (bytes .== .all(.carriageReturn))
            if let first = matches.first { return index &+ first }
            index &+= 16
        }
    }

    /// The first quote, LF, CR or beginning of a delimiter from a place on; there must be one at or
    /// before `capacity`.
    @inline(__always)
    func firstInPlain(from start: Int, _ delimiter: UInt8) -> Int {
        var index = start
        while true {
            let bytes = vector(at: index)
            let matches =
                (bytes .== .all(.quote)) .| (bytes .== .all(.lineFeed))
                .| (bytes .== .all(.carriageReturn))
                .| (bytes .== .all(delimiter))
            if let first = matches.first { return index &+ first }
            index &+= 16
        }
    }
}
