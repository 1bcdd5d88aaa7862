import CLinux
import Glibc

/// The file system that a folder lies on: how much room there is, and whether it is this machine's own.
package struct FileSystem: Sendable {
    /// Bytes that a user can still write.
    package var free: Int
    /// Files that can still be made; nil where the file system does not count them.
    package var inodes: Int?
    /// The kind of a network file system; nil for a disk of this machine.
    package var network: String?

    /// Nil where nothing is there.
    package init?(of path: String) {
        var space = statvfs()
        guard statvfs(path, &space) == 0 else { return nil }
        let (bytes, overflows) = Int(clamping: space.f_bavail)
            .multipliedReportingOverflow(by: Int(clamping: space.f_frsize))
        free = overflows ? .max : bytes
        inodes = space.f_files == 0 ? nil : Int(clamping: space.f_favail)
        network =
            switch clinux_kind(path) {
            case 0x6969: "NFS"
            case 0xFF53_4D42, 0xFE53_4D42, 0x517B: "SMB"
            case 0x0102_1997: "9p"
            default: nil
            }
    }
}
