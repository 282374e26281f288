import RowSorting
import Synchronization

/// A file in memory, for what would go to disk.
package final class MemoryFile: SpillFile {
  private let bytes = Mutex<[UInt8]>([])

  package init() {}

  package func append(_ more: UnsafeRawBufferPointer) throws -> Int {
    bytes.withLock { bytes in
      defer { bytes.append(contentsOf: more) }
      return bytes.count
    }
  }

  package func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws {
    bytes.withLock { bytes in
      for index in 0..<buffer.count { buffer[index] = bytes[offset + index] }
    }
  }
}
