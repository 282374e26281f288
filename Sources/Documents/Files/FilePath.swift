/// A path as the bytes that the system knows it by, which need not be UTF-8.
struct FilePath: Hashable, Sendable {
  /// The bytes, without a NUL at the end.
  var bytes: [UInt8]

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// The path as text; bytes that are no UTF-8 show as U+FFFD.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The path of something inside this folder.
  func appending(_ name: [UInt8]) -> FilePath {
    var path = self
    if path.bytes.last != UInt8(ascii: "/"), !path.bytes.isEmpty {
      path.bytes.append(UInt8(ascii: "/"))
    }
    path.bytes += name
    return path
  }

  /// The last part of the path, as text.
  var name: String {
    let trimmed = bytes.reversed().drop { $0 == UInt8(ascii: "/") }
    return String(decoding: trimmed.prefix { $0 != UInt8(ascii: "/") }.reversed(), as: UTF8.self)
  }

  /// The folder that holds it, by name alone; `.` for a bare name.
  var parent: FilePath {
    var path = bytes
    while path.last == UInt8(ascii: "/") { path.removeLast() }
    guard let slash = path.lastIndex(of: UInt8(ascii: "/")) else { return FilePath(".") }
    var parent = self
    parent.bytes = slash == 0 ? [UInt8(ascii: "/")] : Array(path[..<slash])
    return parent
  }

  /// Gives the path to a system call.
  func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    let terminated = bytes.map { CChar(bitPattern: $0) } + [0]
    return terminated.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return "".withCString(body) }
      return body(base)
    }
  }
}
