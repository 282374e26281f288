import ClaimModel

/// An HTTP/1 response as an archive keeps it, with its transfer and content codings undone.
struct HTTPResponse {
  /// The status code.
  private(set) var status: Int
  /// The body.
  private(set) var payload: WARCFile.Payload

  /// Reads a response; nil where it is none, or packed in a way that is not understood.
  init?(_ block: [UInt8], limit: Int) {
    var rest = block[...]
    guard let first = Self.takeLine(&rest), first.hasPrefix("HTTP/") else { return nil }
    let words = first.split(separator: " ")
    guard words.count >= 2, let status = Int(words[1]) else { return nil }
    self.status = status
    var fields = HeaderFields()
    while let line = Self.takeLine(&rest), !line.isEmpty { fields.add(line) }
    if fields["transfer-encoding"]?.lowercased().contains("chunked") == true {
      rest = Self.joinChunks(rest)
    }
    switch fields["content-encoding"]?.lowercased() ?? "" {
    case "", "identity": break
    case "gzip", "x-gzip":
      // Crawlers often store the page unpacked and keep the field.
      if rest.starts(with: [0x1F, 0x8B]) {
        guard let unpacked = Self.unpack(rest, limit: limit) else { return nil }
        rest = unpacked[...]
      }
    default:
      if BinaryContent.description(of: rest) != nil { return nil }
    }
    let type = fields["content-type"] ?? ""
    payload = .init(
      bytes: rest, type: String(type.prefix { $0 != ";" }).lowercased().trimmingSpaces,
      charset: HeaderFields.parameter("charset", of: type))
  }

  private static func takeLine(_ rest: inout ArraySlice<UInt8>) -> String? {
    guard let end = rest.firstIndex(of: 0x0A) else { return nil }
    var line = rest[..<end]
    rest = rest[(end + 1)...]
    if line.last == 0x0D { line.removeLast() }
    return String(decoding: line, as: UTF8.self)
  }

  /// The body of a chunked message; one that is not chunked after all is given as it is.
  private static func joinChunks(_ body: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = body
    var joined: [UInt8] = []
    while let line = takeLine(&rest) {
      let digits = line.prefix { $0 != ";" }
      guard let size = Int(String(digits).trimmingSpaces, radix: 16), size >= 0 else {
        return joined.isEmpty ? body : joined[...]
      }
      if size == 0 { return joined[...] }
      joined += rest.prefix(size)
      rest = rest.dropFirst(size)
      _ = takeLine(&rest)
    }
    return joined.isEmpty ? body : joined[...]
  }

  private static func unpack(_ body: ArraySlice<UInt8>, limit: Int) -> [UInt8]? {
    let packed = ByteStream(MemoryBytes(Array(body)))
    let stream = ByteStream(
      GzipBytes(unpacking: packed, subject: "", limits: InputLimits()))
    let bytes = stream.takeAll(limit: limit)
    // A page that is cut off is still read as far as it goes.
    return bytes?.isEmpty == false ? bytes : nil
  }
}
