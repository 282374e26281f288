import Dispatch
import Foundation
import Synchronization

/// Sees to it that a command that is interrupted leaves no half-written file behind.
///
/// Unfinished files are registered here; on SIGINT, SIGTERM or SIGHUP they are removed, and then the
/// signal does what it always does, so that the shell sees how the command ended. A closed pipe is
/// no signal here: it comes back as an error of the write.
final class Interruption: Sendable {
  private let unfinished = Mutex<Set<String>>([])
  /// Kept alive for as long as the watch lasts; nobody touches them after ``init()``.
  nonisolated(unsafe) private let watches: [any DispatchSourceSignal]

  /// Begins to watch for signals; when it returns, the watch stands.
  init() {
    signal(SIGPIPE, SIG_IGN)
    let queue = DispatchQueue(label: "toll.interruption")
    // A signal that the caller has us ignore, as nohup does, stays ignored.
    let numbers = [SIGINT, SIGTERM, SIGHUP].filter { !Self.isIgnored($0) }
    let sources = numbers.map { DispatchSource.makeSignalSource(signal: $0, queue: queue) }
    watches = sources
    let standing = DispatchGroup()
    for (number, source) in zip(numbers, sources) {
      source.setEventHandler { [weak self] in self?.end(by: number) }
      // Dispatch takes the signal over as it registers; until then the signal ends the command as
      // it always does, so that none is lost between.
      standing.enter()
      source.setRegistrationHandler { standing.leave() }
      source.resume()
    }
    standing.wait()
  }

  /// Takes down a file that is to go if the command is interrupted.
  func register(_ path: String) {
    unfinished.withLock { _ = $0.insert(path) }
  }

  /// Forgets a file that is whole now, or gone.
  func forget(_ path: String) {
    unfinished.withLock { _ = $0.remove(path) }
  }

  /// Removes what is unfinished.
  func removeUnfinished() {
    unfinished.withLock { paths in
      for path in paths { unlink(path) }
      paths = []
    }
  }

  /// Whether a signal is ignored; functions cannot be compared, so their addresses are.
  private static func isIgnored(_ number: Int32) -> Bool {
    let handler = signal(number, SIG_DFL)
    signal(number, handler)
    return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  private func end(by number: Int32) {
    // The lock is kept: no file may be finished or begun any more.
    unfinished.withLock { paths in
      for path in paths { unlink(path) }
      signal(number, SIG_DFL)
      var mask = sigset_t()
      sigemptyset(&mask)
      sigaddset(&mask, number)
      pthread_sigmask(SIG_UNBLOCK, &mask, nil)
      raise(number)
      _exit(128 + number)
    }
  }
}
