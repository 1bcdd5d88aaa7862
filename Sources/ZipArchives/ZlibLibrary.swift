import CZlib

/// zlib as it is installed on this machine.
package enum ZlibLibrary {
    package static var version: String { String(cString: zlibVersion()) }
}
