import ClaimModel

/// Something that bytes are drawn from, once, in order.
protocol ByteReading: AnyObject {
  /// Fills the buffer from its start.
  ///
  /// - Returns: How many bytes came; 0 is the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputFault) -> Int
}

/// How many bytes have been drawn from files, for progress.
final class ByteCounter {
  /// The bytes drawn so far, as they lie on disk (before decompression).
  var count = 0
}
