// swift-tools-version: 6.2
import PackageDescription

// One target a module. The order here, the order of the folders in Sources/ and the way of the
// data are the same; Scripts/layering checks that every import points backwards in it.
let package = Package(
    name: "tongbao",
    products: [.executable(name: "tongbao", targets: ["tongbao"])],
    dependencies: [
        // Arguments, help screens, exit codes of usage errors.
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        // SQLite with migrations, typed rows and honest errors; the ledger stands on it.
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        // The logging interface; what is logged are places, never contents.
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        // Typed values out of a JSON file and the environment under one set of keys, secrets marked.
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0"),
        // SHA-256 of originals and of the event chain.
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        // Integers without bounds under the exact fractions of the scores.
        .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
    ],
    targets: [
        // Layer 0: C libraries, a module map and a small shim each, and bytes on disk.
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(
            name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(
            name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(
            name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CLinux"),
        .target(name: "Files", dependencies: ["CLinux"]),
        // Layer 1: words.
        .target(name: "Findings"),
        // Layer 2: formats.
        .target(name: "ZipArchives", dependencies: ["CZlib"]),
        .target(
            name: "Workbooks", dependencies: ["ZipArchives", "CLibXML2", "Findings"]),
        .target(name: "Formulas", dependencies: ["CSQLite"]),
        // Layer 3: the stages, in the order in which data meets them.
        .target(
            name: "Campaigns", dependencies: ["Findings", "Files", "Workbooks", "Formulas"]),
        .target(name: "Returns", dependencies: ["Campaigns", "Workbooks", "Findings"]),
        .target(
            name: "Ledgers",
            dependencies: [
                "Campaigns", "Findings", "Files", "Formulas", "Workbooks", "CSQLite",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Crypto", package: "swift-crypto"),
            ]),
        .target(
            name: "Checks",
            dependencies: ["Ledgers", "Campaigns", "Formulas", "Workbooks", "Findings"]),
        .target(
            name: "Assessments",
            dependencies: [
                "Ledgers", "Campaigns", "Findings", "Formulas", "Workbooks",
                .product(name: "BigInt", package: "BigInt"),
            ]),
        .target(
            name: "Bulletins",
            dependencies: ["Assessments", "Campaigns", "Formulas", "Workbooks", "Findings"]),
        .target(name: "Mailing", dependencies: ["Ledgers", "Campaigns", "Workbooks", "CCurl"]),
        .target(
            name: "DemoCounties", dependencies: ["Campaigns", "Files", "Findings", "Workbooks"]),
        .target(
            name: "Pipeline",
            dependencies: [
                "Files", "Findings", "ZipArchives", "Workbooks", "Formulas", "Campaigns", "Returns",
                "Ledgers", "Checks", "Assessments", "Bulletins", "Mailing",
                .product(name: "Configuration", package: "swift-configuration"),
                .product(name: "Logging", package: "swift-log"),
            ]),
        .executableTarget(
            name: "tongbao",
            dependencies: [
                "Pipeline", "DemoCounties", "Findings",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        // Tests: a folder a module, what they share in Support, the real binary in EndToEndTests.
        .target(
            name: "TestSupport",
            dependencies: ["Findings", "Formulas", "Workbooks", "ZipArchives"],
            path: "Tests/Support"),
        // The parsers under attack; the tests run a short version, Scripts/fuzz the long one.
        .target(
            name: "FuzzSupport", dependencies: ["Findings", "Workbooks", "ZipArchives"],
            path: "Fuzz/Support"),
    ]
        + [
            "Files", "Findings", "ZipArchives", "Workbooks", "Formulas", "Campaigns", "Returns",
            "Ledgers", "Checks", "Assessments", "Bulletins", "Mailing", "DemoCounties", "Pipeline",
        ].map { module in
            .testTarget(
                name: module + "Tests",
                dependencies: testDependencies[module, default: []].union([module]).sorted()
                    .map { .byName(name: $0) } + ["TestSupport"])
        }
        + [
            .testTarget(
                name: "EndToEndTests",
                dependencies: ["tongbao", "TestSupport", "Findings", "Workbooks", "ZipArchives"])
        ],
    swiftLanguageModes: [.v6]
)

// libFuzzer brings its own main, so its programs are there only when Scripts/fuzz asks for them.
if Context.environment["TONGBAO_FUZZ"] != nil {
    package.targets += ["Zip", "Sheet", "Strings", "Styles", "Delimited", "Formats", "Scanner"].map
    {
        .executableTarget(
            name: "fuzz-" + $0.lowercased(), dependencies: ["FuzzSupport"], path: "Fuzz/" + $0)
    }
}

// What Scripts/benchmark measures beside the program itself.
if Context.environment["TONGBAO_BENCH"] != nil {
    package.targets.append(
        .executableTarget(
            name: "bench-driver",
            dependencies: [
                "Files", "ZipArchives", "Workbooks", "Campaigns", "Ledgers", "Assessments",
                "Pipeline",
            ],
            path: "Benchmarks/Driver"))
}

for target in package.targets where target.type != .system {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .treatAllWarnings(as: .error),
        // Scripts/crash kills a debug build at every point where a disk changes; a release has none.
        .define("FAIL_POINTS", .when(configuration: .debug)),
    ]
}

/// What a module's tests import besides the module itself.
var testDependencies: [String: Set<String>] {
    [
        "Workbooks": ["Findings", "FuzzSupport", "ZipArchives"],
        "Formulas": ["Findings", "Workbooks"],
        "Campaigns": ["Findings", "Files", "Formulas", "Workbooks"],
        "Returns": ["Campaigns", "Findings", "Workbooks"],
        "Ledgers": ["CSQLite", "Campaigns", "Files", "Findings", "Formulas", "Workbooks"],
        "Checks": ["Campaigns", "Files", "Findings", "Formulas", "Ledgers", "Workbooks"],
        "Assessments": ["Campaigns", "Files", "Findings", "Formulas", "Ledgers", "Workbooks"],
        "Bulletins": [
            "Assessments", "Campaigns", "Findings", "Formulas", "Ledgers", "Workbooks",
            "ZipArchives",
        ],
        "Mailing": ["Campaigns", "Ledgers", "Workbooks"],
        "DemoCounties": ["Campaigns", "Files", "Workbooks", "Findings"],
        "Pipeline": [
            "Assessments", "Bulletins", "Campaigns", "Checks", "DemoCounties", "Files", "Findings",
            "Formulas", "Ledgers", "Mailing", "Returns", "Workbooks",
        ],
    ]
}
