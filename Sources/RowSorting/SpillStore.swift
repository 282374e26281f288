/// A file that takes rows for which memory has no room.
package protocol SpillFile: Sendable {
  /// Writes bytes behind all that was written before.
  ///
  /// - Returns: Where they start.
  /// - Throws: What the file system says, such as that the disk is full.
  func append(_ bytes: UnsafeRawBufferPointer) throws -> Int

  /// Reads bytes that were written before.
  ///
  /// - Parameters:
  ///   - offset: Where the first of them stands.
  ///   - buffer: Where they go; all of it is filled.
  /// - Throws: What the file system says.
  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws
}

/// How much memory rows may take, and where they go beyond that.
///
/// This module opens no files: whoever may touch the outside hands in how one is made.
package struct SpillStore: Sendable {
  /// How many bytes of rows one sorter keeps in memory.
  package let sorterMemory: Int
  private let makeFile: @Sendable () throws -> any SpillFile

  /// A store for the rows of several sorters that are filled at once.
  ///
  /// - Parameters:
  ///   - memory: How many bytes all rows together may take in memory.
  ///   - makeFile: Makes a new, empty file, which is gone when nobody holds it any more.
  package init(memory: Int, makeFile: @escaping @Sendable () throws -> any SpillFile) {
    sorterMemory = max(memory / Self.sortersAtOnce, 1)
    self.makeFile = makeFile
  }

  /// How many sorters hold rows at the same time at most.
  private static let sortersAtOnce = 6

  /// Opens a new file.
  func file() throws -> any SpillFile { try makeFile() }
}
