import ArgumentParser

/// The command line.
@main
struct Toll: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "toll", abstract: "Read, reconcile and compare casualty figures.")
}
