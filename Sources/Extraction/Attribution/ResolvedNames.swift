internal import Lexicons

/// The names that were looked up while a document is read, and whom they stand for.
///
/// A name is cut and put together in many ways before it is found or given up, and a document names
/// the same few speakers again and again. Used by one thread.
final class ResolvedNames {
  private var sources: [String: RegisteredSource?] = [:]

  /// Whom a name stands for; looked up the first time that it is asked for.
  func source(_ name: String, lookUp: () -> RegisteredSource?) -> RegisteredSource? {
    if let known = sources[name] { return known }
    let found = lookUp()
    sources[name] = .some(found)
    return found
  }
}
