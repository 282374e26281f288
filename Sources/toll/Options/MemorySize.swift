import ArgumentParser

/// A number of bytes as people write it: `512M`, `2G`, `65536`.
struct MemorySize: ExpressibleByArgument, CustomStringConvertible {
  /// The number of bytes.
  let bytes: Int

  /// What claims may take unless somebody says otherwise.
  static let ofClaims = MemorySize(bytes: 512 << 20)

  /// So many bytes.
  init(bytes: Int) {
    self.bytes = bytes
  }

  init?(argument: String) {
    var digits = argument.uppercased()
    if digits.hasSuffix("B") { digits.removeLast() }
    var unit = 1
    for (letter, size) in [("K", 1 << 10), ("M", 1 << 20), ("G", 1 << 30)]
    where digits.hasSuffix(letter) {
      digits.removeLast()
      unit = size
    }
    guard let number = Int(digits), number > 0 else { return nil }
    let (bytes, overflows) = number.multipliedReportingOverflow(by: unit)
    if overflows { return nil }
    self.bytes = bytes
  }

  var description: String {
    for (letter, size) in [("G", 1 << 30), ("M", 1 << 20), ("K", 1 << 10)]
    where bytes.isMultiple(of: size) {
      return "\(bytes / size)\(letter)"
    }
    return "\(bytes)"
  }

  var defaultValueDescription: String { description }
}
