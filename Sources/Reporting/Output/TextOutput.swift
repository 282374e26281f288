/// Where a report is written to: text is gathered and handed on in large pieces.
///
/// The sink gets UTF-8 bytes that are only valid during the call. Call ``finish()`` at the end; what
/// was not handed on by then is lost.
package struct TextOutput: ~Copyable {
  private static let pieceSize = 1 << 16
  private var bytes: [UInt8] = []
  private let sink: (UnsafeRawBufferPointer) throws -> Void

  package init(to sink: @escaping (UnsafeRawBufferPointer) throws -> Void) {
    self.sink = sink
    bytes.reserveCapacity(Self.pieceSize + 4096)
  }

  /// Writes text as it is.
  package mutating func write(_ text: String) throws {
    bytes.append(contentsOf: text.utf8)
    if bytes.count >= Self.pieceSize { try flush() }
  }

  /// Writes text and ends the line.
  package mutating func line(_ text: String = "") throws {
    bytes.append(contentsOf: text.utf8)
    bytes.append(0x0A)
    if bytes.count >= Self.pieceSize { try flush() }
  }

  /// Hands on what is left.
  package mutating func finish() throws {
    if !bytes.isEmpty { try flush() }
  }

  /// All that the body writes, as one string: for small outputs and for tests.
  package static func string(_ body: (inout TextOutput) throws -> Void) throws -> String {
    let collected = Collected()
    var output = TextOutput { collected.bytes.append(contentsOf: $0) }
    try body(&output)
    try output.finish()
    return String(decoding: collected.bytes, as: UTF8.self)
  }

  private mutating func flush() throws {
    try bytes.withUnsafeBytes { try sink($0) }
    bytes.removeAll(keepingCapacity: true)
  }

  private final class Collected {
    var bytes: [UInt8] = []
  }
}
