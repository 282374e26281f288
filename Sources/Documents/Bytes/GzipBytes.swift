import CZlib
import ClaimModel

/// The bytes inside a gzipped stream, of one member or of many one behind the other.
///
/// Whatever could be unpacked is given before a fault is thrown: a truncated file loses its end
/// only, and it is the caller's choice whether a part will do.
final class GzipBytes: ByteReading {
  private let source: ByteStream
  private let subject: String
  private let limits: InputLimits
  private let state: UnsafeMutablePointer<z_stream>
  private var atMemberStart = true
  private var ended = false
  private var fault: InputFault?
  private var taken = 0
  private var given = 0

  /// Unpacks a stream that stands at the first byte of a gzip member.
  init(unpacking source: ByteStream, subject: String, limits: InputLimits) {
    self.source = source
    self.subject = subject
    self.limits = limits
    state = .allocate(capacity: 1)
    state.initialize(to: z_stream())
    // 15 bits of window; 16 more ask for the gzip wrapper.
    let status = inflateInit2_(
      state, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    if status != Z_OK {
      fault = InputFault(
        subject: subject, problem: "zlib could not start (\(status))", advice: "free some memory")
    }
  }

  deinit {
    inflateEnd(state)
    state.deinitialize(count: 1)
    state.deallocate()
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputFault) -> Int {
    if ended { return 0 }
    if let fault {
      ended = true
      throw fault
    }
    guard let base = buffer.baseAddress, buffer.count > 0 else { return 0 }
    let wanted = min(buffer.count, Int(UInt32.max))
    state.pointee.next_out = base.assumingMemoryBound(to: UInt8.self)
    state.pointee.avail_out = UInt32(wanted)
    while Int(state.pointee.avail_out) == wanted, fault == nil, !ended {
      step()
    }
    let count = wanted - Int(state.pointee.avail_out)
    given += count
    if given > limits.inflationFloor, given / max(taken, 1) > limits.inflation {
      fault = InputFault(
        subject: subject, location: "byte \(taken) of the packed file",
        problem: "it grows to more than \(limits.inflation) times its size, as no text does",
        advice: "unpack it and look at what it holds")
    }
    if count == 0, let fault {
      ended = true
      throw fault
    }
    return count
  }

  /// Unpacks one bufferful of input, or moves on to the next member.
  private func step() {
    if source.isEmpty, !source.fill() {
      if let broken = source.takeFault() {
        fault = broken
      } else if atMemberStart {
        ended = true
      } else {
        fault = InputFault(
          subject: subject, location: "byte \(taken) of the packed file",
          problem: "the gzip stream ends before its end",
          advice: "fetch or pack the file again")
      }
      return
    }
    if atMemberStart, !startMember() { return }
    var status = Z_OK
    let used = source.withAvailable { available in
      // zlib never writes to its input; the C type only lacks the `const`.
      state.pointee.next_in = UnsafeMutableRawPointer(mutating: available.baseAddress)?
        .assumingMemoryBound(to: UInt8.self)
      let count = min(available.count, Int(UInt32.max))
      state.pointee.avail_in = UInt32(count)
      status = inflate(state, Z_NO_FLUSH)
      return count - Int(state.pointee.avail_in)
    }
    source.consume(used)
    taken += used
    switch status {
    case Z_OK, Z_BUF_ERROR: break
    case Z_STREAM_END:
      inflateReset(state)
      atMemberStart = true
    default:
      let reason = state.pointee.msg.map { String(cString: $0) } ?? "zlib error \(status)"
      fault = InputFault(
        subject: subject, location: "byte \(taken) of the packed file",
        problem: "the gzip stream is broken: \(reason)", advice: "fetch or pack the file again")
    }
  }

  /// Looks whether another member begins here; zeros that pad the file's end are passed over.
  private func startMember() -> Bool {
    if given > 0 || taken > 0 {
      let isZero = source.withAvailable { available in
        available.firstIndex { $0 != 0 }.map { $0 - available.startIndex } ?? available.count
      }
      if isZero > 0 {
        source.consume(isZero)
        taken += isZero
        return false
      }
      let magic = source.withAvailable { $0.first }
      if magic != 0x1F {
        fault = InputFault(
          subject: subject, location: "byte \(taken) of the packed file",
          problem: "something that is no gzip stream follows the packed text",
          advice: "check that the file was copied whole")
        return false
      }
    }
    atMemberStart = false
    return true
  }
}
