import ArgumentParser
import ClaimModel
import DelimitedText
import Foundation

/// A command that could not do its work, with what to do about it, in one line.
struct CommandFault: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) {
    self.description = description
  }
}

/// How a command's error is told to the user and to the shell.
///
/// Exit status 0 is fine, 1 means differences or findings and comes only from the commands
/// themselves, 2 is everything else; the argument parser's own 64 is a 2 here.
enum CommandEnding {
  /// Says what went wrong, if anything did.
  ///
  /// - Returns: The exit status.
  static func report(_ error: any Error) -> Int32 {
    switch error {
    case is ClosedPipe:
      return 0
    case let code as ExitCode:
      return code.rawValue == 0 || code.rawValue == 1 ? code.rawValue : 2
    case is InputFault, is OutputFault, is CommandFault, is CSVError, is SystemError:
      complain("toll: \(error)\n")
      return 2
    default:
      return reportParsing(error)
    }
  }

  /// Help and version go to standard output, complaints about arguments to standard error.
  private static func reportParsing(_ error: any Error) -> Int32 {
    let text = Toll.fullMessage(for: error)
    guard Toll.exitCode(for: error) == .success else {
      complain(text + "\n")
      return 2
    }
    do {
      try write(text + "\n", to: STDOUT_FILENO)
      return 0
    } catch {
      return report(error)
    }
  }

  /// Writes to standard error; where nobody listens there, nothing can be said.
  private static func complain(_ text: String) {
    try? write(text, to: STDERR_FILENO)
  }

  private static func write(_ text: String, to descriptor: Int32) throws {
    var text = text
    try text.withUTF8 {
      try writeAll(UnsafeRawBufferPointer($0), to: descriptor, named: "standard output")
    }
  }
}
