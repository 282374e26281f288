// swift-tools-version: 6.2

import PackageDescription

/// What every Swift target is compiled with.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// A module of the house: it may depend on modules of the floors below it, never on its neighbours.
func module(_ name: String, on dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// The tests of one module.
func tests(
  of name: String, with dependencies: [Target.Dependency] = [], exclude: [String] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: [.byName(name: name), "TestSupport"] + dependencies,
    exclude: exclude,
    swiftSettings: strict)
}

let package = Package(
  name: "toll",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    // Floor 0: C libraries and embedded data.
    .systemLibrary(name: "CLibCSV", providers: [.apt(["libcsv-dev"])]),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "CData"),

    // Floor 1: values.
    module("ClaimModel"),

    // Floor 2: bytes in, bytes out.
    module("RowSorting"),
    module("DelimitedText", on: ["CLibCSV", "ClaimModel"]),
    module("Documents", on: ["CLibXML2", "CZlib", "ClaimModel", "DelimitedText"]),

    // Floor 3: tables with meaning.
    module("Lexicons", on: ["CData", "ClaimModel", "DelimitedText"]),
    module("ClaimTables", on: ["ClaimModel", "DelimitedText"]),

    // Floor 4: the work.
    module("Extraction", on: ["ClaimModel", "ClaimTables", "Lexicons"]),
    module(
      "Reconciliation",
      on: ["ClaimModel", "ClaimTables", "DelimitedText", "Lexicons", "RowSorting"]),
    module("Evaluation", on: ["ClaimModel", "DelimitedText"]),
    module("CorpusDiff", on: ["ClaimModel", "ClaimTables", "DelimitedText", "Lexicons"]),

    // Floor 5: what people look at.
    module(
      "Reporting",
      on: [
        "ClaimModel", "ClaimTables", "CorpusDiff", "DelimitedText", "Lexicons", "Reconciliation",
        "RowSorting",
        .product(name: "Mustache", package: "swift-mustache"),
      ]),

    // Floor 6: the commands.
    .executableTarget(
      name: "toll",
      dependencies: [
        "ClaimModel", "ClaimTables", "CorpusDiff", "DelimitedText", "Documents", "Evaluation",
        "Extraction", "Lexicons", "Reconciliation", "Reporting", "RowSorting",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    .target(
      name: "TestSupport", dependencies: ["RowSorting"], path: "Tests/TestSupport",
      swiftSettings: strict),
    tests(of: "ClaimModel"),
    tests(of: "RowSorting"),
    tests(of: "DelimitedText"),
    tests(of: "Documents", with: ["ClaimModel", "CZlib"]),
    tests(of: "Lexicons", with: ["CData", "ClaimModel", "DelimitedText"]),
    tests(of: "ClaimTables", with: ["ClaimModel", "DelimitedText"]),
    tests(of: "Evaluation", with: ["ClaimModel", "DelimitedText"]),
    tests(of: "Extraction", with: ["Lexicons", "ClaimModel"], exclude: ["Examples"]),
    tests(
      of: "Reconciliation",
      with: ["ClaimModel", "ClaimTables", "DelimitedText", "Lexicons", "RowSorting"]),
    tests(of: "CorpusDiff", with: ["ClaimModel", "ClaimTables", "DelimitedText", "Lexicons"]),
    .testTarget(
      name: "ReportingTests",
      dependencies: [
        "Reporting", "TestSupport", "ClaimModel", "ClaimTables", "CorpusDiff", "DelimitedText",
        "Lexicons", "Reconciliation", "RowSorting",
      ],
      exclude: ["Snapshots"],
      swiftSettings: strict),
    .testTarget(
      name: "CommandLineTests",
      dependencies: ["TestSupport", "toll"],
      exclude: ["Cases"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
