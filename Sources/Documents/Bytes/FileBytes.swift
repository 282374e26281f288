import ClaimModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The bytes of an open file, pipe or terminal.
final class FileBytes: ByteReading {
  private let descriptor: Int32
  private let closes: Bool
  private let subject: String
  private let counter: ByteCounter

  /// Takes over an open descriptor.
  ///
  /// - Parameters:
  ///   - descriptor: The descriptor.
  ///   - closes: Whether it is closed when the reading is over.
  ///   - subject: The name for faults.
  ///   - counter: What the bytes are counted in.
  init(descriptor: Int32, closes: Bool, subject: String, counter: ByteCounter) {
    self.descriptor = descriptor
    self.closes = closes
    self.subject = subject
    self.counter = counter
  }

  deinit {
    if closes { close(descriptor) }
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputFault) -> Int {
    while true {
      let count = systemRead(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 {
        counter.count += count
        return count
      }
      switch errno {
      case EINTR: continue
      case EAGAIN:
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        _ = poll(&waiting, 1, -1)
      case let code:
        throw InputFault(
          subject: subject, problem: "reading failed: \(systemMessage(code))",
          advice: "check the file and the disk that it lies on")
      }
    }
  }
}

/// What the system says of an error number.
func systemMessage(_ code: Int32) -> String {
  guard let text = strerror(code) else { return "error \(code)" }
  return String(cString: text)
}

private func systemRead(
  _ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int
) -> Int {
  read(descriptor, buffer, count)
}
