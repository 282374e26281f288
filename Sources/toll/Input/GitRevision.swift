import Foundation

/// A folder or file as it was in a revision of a git repository: `REV:PATH`.
///
/// Git itself reads it; what it held is put into a temporary folder, which goes away with the value.
final class GitRevision {
  /// Where the folder or file now lies.
  let path: String
  private let folder: URL

  /// Takes a revision out of the repository of the current folder; nil for a path that exists.
  ///
  /// - Parameter operand: What the user wrote.
  /// - Throws: A ``CommandFault`` where git knows it and cannot give it.
  init?(_ operand: String) throws {
    guard let colon = operand.firstIndex(of: ":"), colon != operand.startIndex,
      !FileManager.default.fileExists(atPath: operand)
    else { return nil }
    let kind = try Self.git(["cat-file", "-t", operand])
    guard kind.status == 0 else {
      throw CommandFault(
        "\(operand): no such file, and git knows no such revision; write REVISION:PATH with the "
          + "path from the top of the repository")
    }
    folder = FileManager.default.temporaryDirectory
      .appending(path: "toll-revision-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let name = operand[operand.index(after: colon)...].split(separator: "/").last
    if kind.output.hasPrefix("tree") {
      path = folder.path()
      try Self.unpack(operand, into: folder)
    } else {
      let file = folder.appending(path: name.map { String($0) } ?? "file")
      path = file.path()
      let content = try Self.git(["cat-file", "blob", operand], outputTo: file)
      guard content.status == 0 else { throw CommandFault("\(operand): git cannot read it") }
    }
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  private static func unpack(_ tree: String, into folder: URL) throws {
    let archive = folder.appendingPathExtension("tar")
    defer { try? FileManager.default.removeItem(at: archive) }
    // In a folder that the revision does not have, git gives no archive; from the top it always does.
    let id = try git(["rev-parse", "--verify", "--quiet", tree])
    let top = try git(["rev-parse", "--show-toplevel"])
    let place = top.status == 0 ? ["-C", line(of: top.output)] : []
    guard id.status == 0,
      try git(place + ["archive", "--format=tar", "-o", archive.path(), line(of: id.output)])
        .status == 0,
      try run("tar", ["-xf", archive.path(), "-C", folder.path()]).status == 0
    else { throw CommandFault("\(tree): git cannot give the folder") }
  }

  /// What git answered, without the end of its line.
  private static func line(of output: String) -> String {
    output.hasSuffix("\n") ? String(output.dropLast()) : output
  }

  private static func git(
    _ arguments: [String], outputTo file: URL? = nil
  ) throws -> (status: Int32, output: String) {
    try run("git", arguments, outputTo: file)
  }

  private static func run(
    _ program: String, _ arguments: [String], outputTo file: URL? = nil
  ) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.standardInput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let pipe = Pipe()
    if let file {
      try Data().write(to: file)
      process.standardOutput = try FileHandle(forWritingTo: file)
    } else {
      process.standardOutput = pipe
    }
    do {
      try process.run()
    } catch {
      throw CommandFault("\(program) cannot be run; install it, or name a folder")
    }
    let output = file == nil ? pipe.fileHandleForReading.readDataToEndOfFile() : Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
