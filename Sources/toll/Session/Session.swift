import ArgumentParser
import ClaimModel
import Foundation

/// What one run of a command has to do with the world around it: messages, outputs, signals.
///
/// Each command makes one, opens its outputs through it, and calls ``finish(didWork:)`` at its end.
final class Session: Sendable {
  /// What is said on standard error.
  let messages: Messages
  /// What clears up when a signal comes.
  let interruption: Interruption
  private let strict: Bool
  private let color: ColorChoice

  init(_ options: MessageOptions) {
    messages = Messages(quiet: options.quiet, verbose: options.verbose)
    interruption = Interruption()
    strict = options.strict
    color = options.color
  }

  /// Opens a file, or standard output for nil and `-`.
  func output(_ path: String?) throws -> OutputFile {
    try OutputFile(path, interruption: interruption)
  }

  /// Opens a folder to put files into.
  func folder(_ path: String) throws -> OutputFolder {
    try OutputFolder(path, interruption: interruption)
  }

  /// Whether an output is to be coloured: on request, or on a terminal unless NO_COLOR is set.
  func paints(_ output: OutputFile) -> Bool {
    switch color {
    case .always: return true
    case .never: return false
    case .auto:
      let environment = ProcessInfo.processInfo.environment
      return output.isStandardOutput && isatty(STDOUT_FILENO) == 1
        && environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
    }
  }

  /// How many columns an output has: the terminal's, else what COLUMNS says, else 100.
  func width(of output: OutputFile) -> Int {
    if output.isStandardOutput {
      var size = winsize()
      if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
        return Int(size.ws_col)
      }
    }
    let columns = ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) } ?? 100
    return min(max(columns, 40), 400)
  }

  /// Ends the command as its input deserves.
  ///
  /// - Parameter didWork: Whether anything at all of the input could be used.
  /// - Throws: Exit status 2 where nothing could be, or where there was any fault under `--strict`.
  func finish(didWork: Bool = true) throws {
    let faults = messages.faultCount
    if faults > 0, strict || !didWork { throw ExitCode(2) }
  }
}
