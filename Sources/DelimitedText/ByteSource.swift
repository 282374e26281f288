#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where bytes come from, a chunk at a time.
package struct ByteSource {
  /// Fills the buffer from its start and returns how many bytes came; 0 is the end.
  package var read: (_ buffer: UnsafeMutableRawBufferPointer) throws -> Int

  package init(_ read: @escaping (_ buffer: UnsafeMutableRawBufferPointer) throws -> Int) {
    self.read = read
  }

  /// Bytes that are in memory already.
  package static func bytes(_ bytes: [UInt8]) -> ByteSource {
    var offset = 0
    return ByteSource { buffer in
      let count = min(buffer.count, bytes.count - offset)
      bytes.withUnsafeBytes { all in
        buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: all[offset..<(offset + count)]))
      }
      offset += count
      return count
    }
  }

  /// An open file, pipe or socket; the caller closes it when reading is over.
  package static func fileDescriptor(_ descriptor: Int32) -> ByteSource {
    ByteSource { buffer in
      while true {
        let count = systemRead(descriptor, buffer.baseAddress, buffer.count)
        if count >= 0 { return count }
        if errno != EINTR { throw SystemError(code: errno) }
      }
    }
  }
}

/// A failure that the system reports by number.
package struct SystemError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The value of `errno`.
  package var code: Int32

  package init(code: Int32) {
    self.code = code
  }

  package var description: String {
    guard let text = strerror(code) else { return "system error \(code)" }
    return String(cString: text)
  }
}

private func systemRead(
  _ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int
) -> Int {
  read(descriptor, buffer, count)
}
