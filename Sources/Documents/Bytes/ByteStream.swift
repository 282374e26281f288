import ClaimModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A buffer over a source of bytes: looked at ahead, taken by lines, by counts or whole.
///
/// A fault of the source is kept until everything in front of it has been taken; ``takeFault()``
/// then gives it once.
final class ByteStream {
  private let source: any ByteReading
  private var buffer: UnsafeMutableRawBufferPointer
  private var start = 0
  private var end = 0
  private var sourceEnded = false
  private var fault: InputFault?
  /// The offset of the next byte in the stream.
  private(set) var offset = 0

  /// How many bytes one reading asks for.
  static let chunk = 256 << 10

  init(_ source: any ByteReading) {
    self.source = source
    buffer = .allocate(byteCount: Self.chunk, alignment: 16)
  }

  deinit {
    buffer.deallocate()
  }

  /// Whether no byte is in the buffer; the source may have more.
  var isEmpty: Bool { start == end }

  /// Looks at the bytes in the buffer.
  func withAvailable<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    body(UnsafeRawBufferPointer(rebasing: buffer[start..<end]))
  }

  /// Passes over bytes of the buffer.
  func consume(_ count: Int) {
    start += count
    offset += count
  }

  /// What the source failed with, once.
  func takeFault() -> InputFault? {
    defer { fault = nil }
    return fault
  }

  /// Draws more bytes from the source, behind those that are in the buffer.
  ///
  /// - Returns: Whether any came.
  func fill() -> Bool {
    if sourceEnded { return false }
    if start == end {
      start = 0
      end = 0
    } else if start > 0, buffer.count - end < Self.chunk / 4 {
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[start..<end]))
      end -= start
      start = 0
    }
    if buffer.count - end < Self.chunk / 4 { grow() }
    do throws(InputFault) {
      let count = try source.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[end...]))
      if count == 0 {
        sourceEnded = true
        return false
      }
      end += count
      return true
    } catch {
      fault = error
      sourceEnded = true
      return false
    }
  }

  private func grow() {
    let larger = UnsafeMutableRawBufferPointer.allocate(
      byteCount: buffer.count * 2, alignment: 16)
    larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[start..<end]))
    buffer.deallocate()
    buffer = larger
    end -= start
    start = 0
  }

  /// The first bytes of the stream, at most the given count, left where they are.
  func peek(_ count: Int) -> [UInt8] {
    while end - start < count, fill() {}
    return [UInt8](buffer[start..<min(start + count, end)])
  }

  /// The first bytes of the stream as far as one look at the source brings them.
  ///
  /// More is waited for only where less than the given count came, so that a pipe that writes line
  /// by line is answered line by line.
  func peekQuickly(atLeast least: Int, atMost most: Int) -> [UInt8] {
    while end - start < least, fill() {}
    return [UInt8](buffer[start..<min(start + most, end)])
  }
}

// MARK: - Taking

extension ByteStream {
  /// A line, or why there is none.
  enum Line {
    /// The line without its LF; the bytes live until the stream is next used.
    case line(UnsafeRawBufferPointer)
    /// A line of more bytes than allowed, passed over whole.
    case tooLong(bytes: Int)
    /// No more lines.
    case end
  }

  /// Takes the next line; the last one need not end in LF.
  func nextLine(limit: Int) -> Line {
    var scanned = 0
    while true {
      if let length = indexOfNewline(from: scanned) {
        let line = UnsafeRawBufferPointer(rebasing: buffer[start..<(start + length)])
        consume(length + 1)
        return length > limit ? .tooLong(bytes: length) : .line(line)
      }
      scanned = end - start
      if scanned > limit { return .tooLong(bytes: skipLine()) }
      if !fill() {
        if scanned == 0 { return .end }
        let line = UnsafeRawBufferPointer(rebasing: buffer[start..<end])
        consume(scanned)
        return .line(line)
      }
    }
  }

  private func indexOfNewline(from first: Int) -> Int? {
    guard let base = buffer.baseAddress, start + first < end else { return nil }
    let from = base + (start + first)
    guard let found = memchr(from, 0x0A, end - start - first) else { return nil }
    return first + (UnsafeRawPointer(found) - UnsafeRawPointer(from))
  }

  /// Passes over the rest of a line without keeping it.
  private func skipLine() -> Int {
    var skipped = 0
    while true {
      if let length = indexOfNewline(from: 0) {
        consume(length + 1)
        return skipped + length
      }
      skipped += end - start
      consume(end - start)
      if !fill() { return skipped }
    }
  }

  /// Takes bytes up to a count; fewer only where the stream ends.
  func take(_ count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(count, Self.chunk))
    while bytes.count < count {
      if isEmpty, !fill() { break }
      let step = min(count - bytes.count, end - start)
      bytes.append(contentsOf: buffer[start..<(start + step)])
      consume(step)
    }
    return bytes
  }

  /// Copies the next bytes into a buffer, as many as there are without waiting twice.
  ///
  /// - Returns: How many; 0 at the end.
  func copy(into target: UnsafeMutableRawBufferPointer) -> Int {
    if isEmpty, !fill() { return 0 }
    let count = min(target.count, end - start)
    target.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[start..<(start + count)]))
    consume(count)
    return count
  }

  /// Passes over bytes up to a count.
  ///
  /// - Returns: How many there were.
  func skip(_ count: Int) -> Int {
    var skipped = 0
    while skipped < count {
      if isEmpty, !fill() { break }
      let step = min(count - skipped, end - start)
      consume(step)
      skipped += step
    }
    return skipped
  }

  /// Takes everything that is left; nil where that is more than the limit.
  func takeAll(limit: Int, expecting size: Int = 0) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(size, limit))
    repeat {
      bytes.append(contentsOf: buffer[start..<end])
      consume(end - start)
      if bytes.count > limit { return nil }
    } while fill()
    return bytes
  }
}
