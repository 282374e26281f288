import ClaimModel
import Documents
import Foundation

/// A folder of a test's own that goes away with it.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "/documents-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Writes a file, with the folders above it.
  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    let file = path + "/" + name
    let folder = (file as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    return file
  }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    try write(name, Array(text.utf8))
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: path + "/" + name, withDestinationPath: target)
  }
}

/// What a reader gave, apart.
struct Readings {
  var documents: [Document] = []
  var faults: [InputFault] = []

  init(
    _ paths: [String], format: InputFormat? = nil, limits: InputLimits = InputLimits()
  ) {
    for reading in DocumentReader(paths: paths, format: format, limits: limits) {
      switch reading {
      case .document(let document): documents.append(document)
      case .fault(let fault): faults.append(fault)
      }
    }
  }

  /// Reads one file of the given name and bytes.
  init(
    of bytes: [UInt8], named name: String, format: InputFormat? = nil,
    limits: InputLimits = InputLimits()
  ) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(name, bytes)
    self.init([path], format: format, limits: limits)
  }

  init(
    of text: String, named name: String, format: InputFormat? = nil,
    limits: InputLimits = InputLimits()
  ) throws {
    try self.init(of: Array(text.utf8), named: name, format: format, limits: limits)
  }
}
