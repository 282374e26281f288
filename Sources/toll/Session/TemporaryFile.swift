import Foundation
import RowSorting
import Synchronization

/// A file for rows that memory has no room for; it has no name, so that nothing of it is left
/// however the command ends.
final class TemporaryFile: SpillFile {
  private let descriptor: Int32
  private let folder: String
  private let size = Mutex(0)

  /// Makes an empty file in the folder that `TMPDIR` names, else in `/var/tmp`.
  ///
  /// - Throws: ``OutputFault`` where it cannot be made.
  init() throws {
    let named = ProcessInfo.processInfo.environment["TMPDIR"] ?? ""
    folder = named.isEmpty ? "/var/tmp" : named
    var template = Array("\(folder)/toll.XXXXXX".utf8CString)
    descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw Self.fault(folder, "no temporary file can be made there") }
    unlink(template)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
  }

  deinit {
    close(descriptor)
  }

  func append(_ bytes: UnsafeRawBufferPointer) throws -> Int {
    try size.withLock { size in
      let start = size
      var done = 0
      while done < bytes.count {
        let rest = UnsafeRawBufferPointer(rebasing: bytes[done...])
        let count = pwrite(descriptor, rest.baseAddress, rest.count, off_t(start + done))
        if count >= 0 {
          done += count
        } else if errno != EINTR {
          throw Self.fault(folder, "a temporary file there cannot be written")
        }
      }
      size += done
      return start
    }
  }

  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws {
    var done = 0
    while done < buffer.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[done...])
      let count = pread(descriptor, rest.baseAddress, rest.count, off_t(offset + done))
      if count > 0 {
        done += count
      } else if count == 0 || errno != EINTR {
        throw Self.fault(folder, "a temporary file there cannot be read back")
      }
    }
  }

  private static func fault(_ folder: String, _ problem: String) -> OutputFault {
    OutputFault(
      name: folder,
      problem: "\(problem): \(systemMessage(errno)); set TMPDIR to a folder with room, or give "
        + "more --memory")
  }
}
