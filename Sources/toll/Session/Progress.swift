import Foundation
import Reconciliation

/// Counts what has been done and shows it on a terminal, a few times a second.
struct Progress {
  /// Documents or rows taken in.
  var items = 0
  /// Bytes taken in.
  var bytes = 0
  /// Claims found.
  var claims = 0
  /// All bytes there are, where known.
  var totalBytes: Int?

  private let messages: Messages
  private let noun: String
  private let isShown: Bool
  private let start: ContinuousClock.Instant
  private var lastShown: ContinuousClock.Instant

  /// Starts the clock.
  ///
  /// - Parameters:
  ///   - messages: Where progress is shown.
  ///   - noun: What the items are: 'documents'.
  init(_ messages: Messages, noun: String) {
    self.messages = messages
    self.noun = noun
    isShown = messages.showsProgress
    start = .now
    lastShown = start
  }

  /// Shows where things stand, unless it was shown a moment ago.
  mutating func show() {
    guard isShown else { return }
    let now = ContinuousClock.now
    guard now - lastShown > .milliseconds(100) else { return }
    lastShown = now
    messages.progress(line(after: now - start))
  }

  /// The time since the start in seconds, for summaries.
  var seconds: Double { Self.seconds(ContinuousClock.now - start) }

  private func line(after duration: Duration) -> String {
    let seconds = max(Self.seconds(duration), 0.001)
    let rate = Double(bytes) / seconds
    var parts = ["\(items) \(noun)", Self.size(Double(bytes)), "\(claims) claims"]
    parts.append(Self.size(rate) + "/s")
    if let totalBytes, totalBytes > bytes, rate > 0 {
      parts.append("about \(Self.time(Double(totalBytes - bytes) / rate)) left")
    }
    return parts.joined(separator: ", ")
  }

  private static func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
  }

  private static func size(_ bytes: Double) -> String {
    bytes < 1e6
      ? String(format: "%.0f kB", bytes / 1e3)
      : bytes < 1e9
        ? String(format: "%.1f MB", bytes / 1e6) : String(format: "%.2f GB", bytes / 1e9)
  }

  private static func time(_ seconds: Double) -> String {
    seconds < 90
      ? String(format: "%.0f s", seconds)
      : seconds < 5400
        ? String(format: "%.0f min", seconds / 60) : String(format: "%.1f h", seconds / 3600)
  }
}

/// Shows how far a reconciliation has come, a few times a second.
struct StepProgress {
  private let messages: Messages
  private let isShown: Bool
  private var lastShown: ContinuousClock.Instant

  /// Starts the clock.
  init(_ messages: Messages) {
    self.messages = messages
    isShown = messages.showsProgress
    lastShown = .now
  }

  /// Shows where things stand, unless it was shown a moment ago.
  mutating func show(_ progress: ReconciliationProgress) {
    guard isShown else { return }
    let now = ContinuousClock.now
    guard now - lastShown > .milliseconds(100) else { return }
    lastShown = now
    let step =
      switch progress.step {
      case .settling: "settling"
      case .comparing: "comparing"
      }
    messages.progress("\(step): \(progress.claims) of \(progress.total) claims")
  }
}
