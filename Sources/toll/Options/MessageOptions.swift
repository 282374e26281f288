import ArgumentParser

/// When output is coloured.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never
}

/// What a command says beside its data, and how strictly it takes its input.
struct MessageOptions: ParsableArguments {
  @Flag(name: .shortAndLong, help: "Say nothing but faults and errors.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "List every fault and say what is being done.")
  var verbose = false

  @Flag(help: "Exit with status 2 if anything in the input had to be skipped.")
  var strict = false

  @Option(help: "Colour the output: auto, always or never. NO_COLOR is heeded.")
  var color = ColorChoice.auto

  func validate() throws {
    if quiet, verbose { throw ValidationError("Use --quiet or --verbose, not both.") }
  }
}
