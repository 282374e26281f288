import ClaimModel
import Foundation
import Synchronization

/// What a command says on standard error: faults, the closing summary, progress on a terminal.
final class Messages: Sendable {
  /// How many faults are written out; further ones are counted.
  private static let faultLimit = 200

  private struct State {
    var faults = 0
    var listed: [InputFault] = []
    var progressIsShown = false
    /// What users call the temporary places that inputs were put in.
    var names: [(place: String, name: String)] = []
  }

  private let state = Mutex(State())
  private let quiet: Bool
  private let verbose: Bool

  init(quiet: Bool, verbose: Bool) {
    self.quiet = quiet
    self.verbose = verbose
  }

  /// Whether progress is to be shown: to a person at a terminal who has not asked for quiet.
  var showsProgress: Bool {
    !quiet && isatty(STDERR_FILENO) == 1
      && ProcessInfo.processInfo.environment["TERM", default: "dumb"] != "dumb"
  }

  /// How many faults there were.
  var faultCount: Int { state.withLock { $0.faults } }

  /// The faults that were written out, for reports.
  var faults: [InputFault] { state.withLock { $0.listed } }

  /// Has a temporary place be called what the user called it.
  func call(_ place: String, _ name: String) {
    state.withLock { $0.names.append((place, name)) }
  }

  /// Reports something in the input that was skipped or repaired, and counts it.
  func report(_ fault: InputFault) {
    state.withLock { state in
      var fault = fault
      for (place, name) in state.names where fault.subject.hasPrefix(place) {
        let rest = fault.subject.dropFirst(place.count)
        fault.subject = rest.isEmpty ? name : name + "/" + rest.drop { $0 == "/" }
      }
      state.faults += 1
      if state.faults <= Self.faultLimit || verbose {
        state.listed.append(fault)
        Self.line("toll: \(fault)", erasing: &state.progressIsShown)
      } else if state.faults == Self.faultLimit + 1 {
        Self.line(
          "toll: further faults are counted and not listed; --verbose lists them",
          erasing: &state.progressIsShown)
      }
    }
  }

  /// Says something that users need to know whatever they asked for.
  func warn(_ text: String) {
    state.withLock { Self.line("toll: \(text)", erasing: &$0.progressIsShown) }
  }

  /// Says something in closing; not under `--quiet`.
  func summarize(_ text: String) {
    guard !quiet else { return }
    state.withLock { Self.line("toll: \(text)", erasing: &$0.progressIsShown) }
  }

  /// Says something that only the curious want to know; only under `--verbose`.
  func detail(_ text: String) {
    guard verbose else { return }
    state.withLock { Self.line("toll: \(text)", erasing: &$0.progressIsShown) }
  }

  /// Shows a line of progress in the place of the one before it.
  func progress(_ text: String) {
    guard showsProgress else { return }
    state.withLock { state in
      Self.write("\r\u{1B}[2K" + text)
      state.progressIsShown = true
    }
  }

  /// Takes the line of progress away.
  func endProgress() {
    state.withLock { Self.erase(&$0.progressIsShown) }
  }

  private static func line(_ text: String, erasing isShown: inout Bool) {
    erase(&isShown)
    write(oneLine(text) + "\n")
  }

  private static func erase(_ isShown: inout Bool) {
    guard isShown else { return }
    write("\r\u{1B}[2K")
    isShown = false
  }

  /// The text without control characters, which a hostile input could use to play with a terminal.
  private static func oneLine(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else {
      return text
    }
    var cleaned = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      cleaned.append(scalar.value < 0x20 || scalar.value == 0x7F ? "\u{FFFD}" : scalar)
    }
    return String(cleaned)
  }

  /// Writes to standard error; where nobody listens there, nothing can be said.
  private static func write(_ text: String) {
    var text = text
    text.withUTF8 {
      try? writeAll(UnsafeRawBufferPointer($0), to: STDERR_FILENO, named: "standard error")
    }
  }
}
