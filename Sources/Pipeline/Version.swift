/// The version of the program, as it stands in its help and in what it writes about itself.
package enum Version {
    package static let current = "0.1.0"
}
