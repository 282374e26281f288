import Foundation

/// What one run of a command gave.
struct CommandResult {
  /// The exit status; above 128 a signal ended the command, 124 the test's time was up.
  var status: Int32
  /// What it wrote to standard output.
  var output: String
  /// What it wrote to standard error.
  var error: String
}

/// Where the tests find things, and how they run the binary.
enum CommandLineHarness {
  /// The folder that holds this file.
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  /// The project's folder.
  static let project = folder.deletingLastPathComponent().deletingLastPathComponent()

  /// The folder of the binary under test, which stands beside the tests' own.
  static let binaries = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent()

  /// The folders of the cases, one a behaviour, in the order of their names.
  static let cases: [String] = {
    let cases = folder.appending(path: "Cases")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: cases.path())) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted()
  }()

  /// Makes a new empty folder below the temporary one.
  static func temporaryFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "toll-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  /// Runs a shell script in which `toll` is the binary under test.
  ///
  /// - Parameters:
  ///   - script: The text of the script.
  ///   - folder: Where it is run.
  ///   - environment: Variables besides PATH, LC_ALL and HOME.
  /// - Returns: What came of it.
  /// - Throws: Where the shell cannot be started.
  static func run(
    _ script: String, in folder: URL, environment: [String: String] = [:]
  ) throws -> CommandResult {
    // Files, not pipes: a pipe that nobody empties would stop the command.
    let results = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: results) }
    let output = results.appending(path: "output")
    let error = results.appending(path: "error")
    for file in [output, error] { try Data().write(to: file) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/timeout")
    process.arguments = ["-k", "5", "900", "/bin/sh", "-c", script]
    process.currentDirectoryURL = folder
    process.environment = environment.merging(
      [
        "PATH": "\(binaries.path()):/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8",
        "HOME": folder.path(), "SAMPLES": project.appending(path: "Data/samples").path(),
      ]) { own, _ in own }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: error)
    try process.run()
    process.waitUntilExit()
    let status = process.terminationStatus
    return CommandResult(
      status: process.terminationReason == .exit ? status : 128 + status,
      output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      error: String(decoding: try Data(contentsOf: error), as: UTF8.self))
  }

  /// The names of all commands, as the help lists them.
  static func commandNames() throws -> [String] {
    let help = try run("toll --help", in: FileManager.default.temporaryDirectory).output
    guard let list = help.range(of: "SUBCOMMANDS:\n") else { return [] }
    let lines = help[list.upperBound...].split(separator: "\n", omittingEmptySubsequences: false)
    return lines.prefix { !$0.isEmpty }.compactMap { line in
      guard line.hasPrefix("  "), !line.hasPrefix("   "),
        let name = line.split(separator: " ").first
      else { return nil }
      return String(name)
    }
  }
}
