import ClaimModel
import DelimitedText
import Foundation

/// A CSV file or standard input, open for as long as somebody reads it.
final class TableFile {
  /// The file as the user named it.
  let name: String
  /// The open file, as long as this value lives.
  let descriptor: Int32

  /// Opens a file; `-` is standard input.
  ///
  /// - Throws: A fault where it is missing, unreadable or a folder.
  init(_ path: String) throws(InputFault) {
    guard path != "-" else {
      name = "standard input"
      descriptor = STDIN_FILENO
      return
    }
    name = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw InputFault(
        subject: path, problem: "cannot be opened: " + systemMessage(errno),
        advice: "check the path and its permissions")
    }
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      close(descriptor)
      throw InputFault(
        subject: path, problem: "this is a folder, a CSV file was expected",
        advice: "name a file in it")
    }
  }

  deinit {
    if descriptor != STDIN_FILENO { close(descriptor) }
  }

  /// The bytes, from where the reading stands; keeps the file open.
  var source: ByteSource {
    ByteSource { [self] buffer in try ByteSource.fileDescriptor(descriptor).read(buffer) }
  }

  /// How many bytes the file has; nil where that is not known beforehand.
  var size: Int? {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  /// Whether it is a file that can be read again from its start, and no pipe or terminal.
  var isRegular: Bool { size != nil }

  /// All bytes, for files that are small by their nature.
  func bytes() throws -> [UInt8] {
    var all: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = try chunk.withUnsafeMutableBytes { try source.read($0) }
      if count == 0 { return all }
      all.append(contentsOf: chunk[..<count])
    }
  }
}
