import Foundation

/// A folder that a command fills with several files, all of which appear together at the end.
final class OutputFolder {
  /// The folder as the user named it.
  let path: String
  private let interruption: Interruption
  private var files: [OutputFile] = []

  /// Makes the folder where it is missing.
  ///
  /// - Throws: ``OutputFault`` where it cannot be made, or is no folder.
  init(_ path: String, interruption: Interruption) throws {
    self.path = path
    self.interruption = interruption
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw OutputFault(
        name: path, problem: "cannot be made a folder; name another one, or remove what is there")
    }
  }

  /// Opens a file in the folder.
  func file(_ name: String) throws -> OutputFile {
    let file = try OutputFile(path + "/" + name, interruption: interruption)
    files.append(file)
    return file
  }

  /// Puts all files in their places.
  func commit() throws {
    for file in files { try file.commit() }
    files = []
  }
}
