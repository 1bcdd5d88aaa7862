import CCurl

/// libcurl as it is installed on this machine.
package enum CurlLibrary {
    package static var version: String {
        guard let info = tongbao_curl_version() else { return "?" }
        return String(cString: info.pointee.version)
    }

    /// What Tongbao needs of it and this build has not.
    package static var lacks: [String] {
        guard let info = tongbao_curl_version() else { return ["version"] }
        var lacks: [String] = []
        // The first with CURLOPT_PROTOCOLS_STR.
        if info.pointee.version_num < 0x07_55_00 { lacks.append("7.85") }
        if info.pointee.features & CURL_VERSION_SSL == 0 { lacks.append("TLS") }
        var protocols: Set<String> = []
        var next = info.pointee.protocols
        while let name = next?.pointee {
            protocols.insert(String(cString: name))
            next = next?.advanced(by: 1)
        }
        return lacks + ["smtp", "smtps"].filter { !protocols.contains($0) }
    }
}
