import Foundation

/// Where a command's data goes: standard output, or a file that appears whole or not at all.
///
/// A file is written beside its place and renamed into it by ``commit()``; what was there before
/// stays until then. Devices and pipes are written straight away.
final class OutputFile {
  /// The file as the user named it.
  let name: String
  private let descriptor: Int32
  private let temporary: String?
  private let target: String
  private let interruption: Interruption
  private var isOpen = true

  /// Opens an output.
  ///
  /// - Parameters:
  ///   - path: The file; nil or `-` is standard output.
  ///   - interruption: What removes the unfinished file on a signal.
  /// - Throws: ``OutputFault`` where the file cannot be made.
  init(_ path: String?, interruption: Interruption) throws {
    self.interruption = interruption
    guard let path, path != "-" else {
      name = "standard output"
      descriptor = STDOUT_FILENO
      temporary = nil
      target = ""
      return
    }
    name = path
    // Through a symbolic link, the file that it leads to is replaced and not the link.
    target = Self.resolved(path)
    var status = stat()
    let exists = stat(target, &status) == 0
    if exists, status.st_mode & S_IFMT == S_IFDIR {
      throw OutputFault(name: path, problem: "is a folder, a file was expected; name a file in it")
    }
    if exists, status.st_mode & S_IFMT != S_IFREG {
      temporary = nil
      descriptor = open(target, O_WRONLY | O_CLOEXEC)
    } else {
      let unfinished = Self.nameBeside(target)
      temporary = unfinished
      interruption.register(unfinished)
      descriptor = open(unfinished, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0, exists { fchmod(descriptor, status.st_mode & 0o7777) }
    }
    guard descriptor >= 0 else {
      let message = systemMessage(errno)
      if let temporary { interruption.forget(temporary) }
      throw OutputFault(name: path, problem: "cannot be made: \(message); check the folder")
    }
  }

  deinit {
    discard()
  }

  /// Whether the data goes to standard output.
  var isStandardOutput: Bool { descriptor == STDOUT_FILENO }

  /// Writes bytes.
  func write(_ bytes: UnsafeRawBufferPointer) throws {
    try writeAll(bytes, to: descriptor, named: name)
  }

  /// Writes text.
  func write(_ text: String) throws {
    var text = text
    try text.withUTF8 { try write(UnsafeRawBufferPointer($0)) }
  }

  /// Puts the file in its place.
  func commit() throws {
    guard isOpen else { return }
    isOpen = false
    guard !isStandardOutput else { return }
    guard close(descriptor) == 0 else {
      removeTemporary()
      throw OutputFault(name: name, problem: "cannot be written: " + systemMessage(errno))
    }
    guard let temporary else { return }
    guard rename(temporary, target) == 0 else {
      let message = systemMessage(errno)
      removeTemporary()
      throw OutputFault(name: name, problem: "cannot be put in place: " + message)
    }
    interruption.forget(temporary)
  }

  /// Drops what was written so far, unless it was committed.
  func discard() {
    guard isOpen, !isStandardOutput else { return }
    isOpen = false
    close(descriptor)
    removeTemporary()
  }

  private func removeTemporary() {
    guard let temporary else { return }
    unlink(temporary)
    interruption.forget(temporary)
  }

  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private static func nameBeside(_ path: String) -> String {
    var folder = ""
    var name = path
    if let slash = path.lastIndex(of: "/") {
      folder = String(path[...slash])
      name = String(path[path.index(after: slash)...])
    }
    return "\(folder).\(name).\(getpid()).unfinished"
  }
}
