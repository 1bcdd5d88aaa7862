extension Campaign {
    /// The folders that records of inspections come in (暗访).
    private var inspectionFolders: [String] {
        forms.filter { $0.nature == .inspection }.compactMap(\.folder).filter { !$0.isEmpty }
    }

    /// Whether a file lies where the inspectors' own papers lie: their records, and by mistake their
    /// plans.
    package func isForInspectors(path: String) -> Bool {
        let folders = path.split(separator: "/").dropLast().map(String.init)
        return inspectionFolders.contains { folders.contains($0) }
    }

    /// Whether a file that is no return, and of no unit, may be a paper of the inspectors: by its folder,
    /// or by its name.
    ///
    /// Nothing of it may be told outside the office.
    package func mayBeForInspectors(path: String) -> Bool {
        isForInspectors(path: path) || inspectionFolders.contains { path.contains($0) }
    }
}
