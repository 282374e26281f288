import Foundation
import Testing

/// What holds of every command alike.
@Suite struct EveryCommandTests {
  private let folder = FileManager.default.temporaryDirectory

  @Test func everyCommandHasHelpWithAnExample() throws {
    let names = try CommandLineHarness.commandNames()
    #expect(names.count >= 8)
    for name in names {
      let result = try CommandLineHarness.run("toll \(name) --help", in: folder)
      #expect(result.status == 0)
      #expect(result.error.isEmpty)
      #expect(result.output.hasPrefix("OVERVIEW: "), "\(name)")
      #expect(result.output.contains("toll \(name)"), "\(name)")
      #expect(result.output.contains("Example"), "\(name)")
    }
  }

  @Test func everyCommandHasALineInTheReadme() throws {
    let readme = try String(
      contentsOf: CommandLineHarness.project.appending(path: "README.md"), encoding: .utf8)
    for name in try CommandLineHarness.commandNames() {
      #expect(readme.contains("`toll \(name)"), "\(name)")
    }
  }

  @Test func anUnknownOptionEndsWithStatus2AndNamesTheOption() throws {
    for name in try CommandLineHarness.commandNames() {
      // As many arguments as the command takes, for a missing one is complained of first.
      let arguments = name == "schema" ? "claims" : "a b c"
      let result = try CommandLineHarness.run(
        "toll \(name) \(arguments) --no-such-option", in: folder)
      #expect(result.status == 2, "\(name)")
      #expect(result.output.isEmpty, "\(name)")
      #expect(result.error.contains("--no-such-option"), "\(name)")
    }
  }

  @Test func aMissingFileIsNamedInOneLineAndEndsWithStatus2() throws {
    let commands = [
      "extract missing.txt", "reconcile missing.csv -o results", "report missing.csv",
      "diff missing.csv missing2.csv", "explain 0000000000000000 missing.csv",
      "evaluate missing gold missing.csv", "review missing.csv",
    ]
    for command in commands {
      let folder = try CommandLineHarness.temporaryFolder()
      defer { try? FileManager.default.removeItem(at: folder) }
      let result = try CommandLineHarness.run("toll \(command)", in: folder)
      #expect(result.status == 2, "\(command)")
      #expect(result.output.isEmpty, "\(command)")
      #expect(result.error.contains("missing"), "\(command)")
      #expect(result.error.hasPrefix("toll: "), "\(command): \(result.error)")
      #expect(result.error.split(separator: "\n").count <= 3, "\(command): \(result.error)")
    }
  }

  @Test func helpThroughAClosedPipeEndsQuietly() throws {
    for name in try CommandLineHarness.commandNames() {
      let script = "{ toll \(name) --help; echo $? >status; } | true; cat status"
      let folder = try CommandLineHarness.temporaryFolder()
      defer { try? FileManager.default.removeItem(at: folder) }
      let result = try CommandLineHarness.run(script, in: folder)
      #expect(result.output == "0\n", "\(name)")
      #expect(result.error.isEmpty, "\(name)")
    }
  }
}
