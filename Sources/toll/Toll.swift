import ArgumentParser
import Foundation

/// The command line.
@main
struct Toll: AsyncParsableCommand {
  /// The version, as the changelog has it.
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "toll",
    abstract: "Read, reconcile and compare casualty figures.",
    discussion: """
      Reads every casualty figure in a text together with who is credited with it, puts the \
      figures side by side, and says where they disagree.

      From articles to a table:       toll extract articles/ -o claims.csv
      From articles to a report:      toll report articles/ --format html -o report.html
      From tables to ranges:          toll reconcile claims.csv -o results/
      What changed since yesterday:   toll diff yesterday/ today/
      Why a figure was read so:       toll explain 0f3a6c1e9b7d2458 claims.csv

      Data goes to standard output or to the file named with -o, everything else to standard \
      error. Exit status: 0 fine, 1 differences or findings (only with --exit-code), 2 the command \
      could not do its work.
      """,
    version: version,
    subcommands: [
      Extract.self, Reconcile.self, WriteReport.self, Diff.self, Explain.self, Evaluate.self,
      ReviewClaims.self, Schema.self,
    ])

  static func main() async {
    // Before anything is written: a reader that goes away is an error of the write, and no signal.
    signal(SIGPIPE, SIG_IGN)
    var status: Int32 = 0
    do {
      var command = try await asyncParseAsRoot(nil)
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      status = CommandEnding.report(error)
    }
    Foundation.exit(status)
  }
}
