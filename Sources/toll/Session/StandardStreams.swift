import Foundation

/// Writes all of the bytes to a descriptor.
///
/// - Throws: ``ClosedPipe`` where the reader has gone away, ``OutputFault`` where writing fails.
func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32, named name: String) throws {
  var offset = 0
  while offset < bytes.count {
    let rest = UnsafeRawBufferPointer(rebasing: bytes[offset...])
    let count = write(descriptor, rest.baseAddress, rest.count)
    if count >= 0 {
      offset += count
    } else if errno == EAGAIN {
      var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      _ = poll(&waiting, 1, -1)
    } else if errno == EPIPE {
      throw ClosedPipe()
    } else if errno != EINTR {
      throw OutputFault(name: name, problem: "cannot be written: " + systemMessage(errno))
    }
  }
}

/// The system's words for an error number.
func systemMessage(_ code: Int32) -> String {
  guard let text = strerror(code) else { return "system error \(code)" }
  return String(cString: text)
}

/// The one who read our output has stopped reading: no fault, and nothing left to do.
struct ClosedPipe: Error {}

/// An output that could not be written.
struct OutputFault: Error, CustomStringConvertible {
  /// The file as the user named it.
  var name: String
  /// What is wrong with it.
  var problem: String

  var description: String { "\(name): \(problem)" }
}
