import ClaimModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a path leads to, links followed.
struct FileStatus {
  /// What there is.
  enum Kind: Hashable {
    case file, folder, pipe, device
    /// A socket or something unknown.
    case other
  }

  /// What there is.
  var kind: Kind
  /// The size in bytes; 0 for anything but a file.
  var size: Int
  /// What tells one folder from another.
  var identity: Identity

  /// The device and inode numbers.
  struct Identity: Hashable {
    var device: UInt64
    var inode: UInt64
  }

  private init(_ status: stat) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    case S_IFIFO: kind = .pipe
    case S_IFCHR, S_IFBLK: kind = .device
    default: kind = .other
    }
    size = kind == .file ? Int(status.st_size) : 0
    identity = Identity(
      device: UInt64(truncatingIfNeeded: status.st_dev),
      inode: UInt64(truncatingIfNeeded: status.st_ino))
  }

  /// Looks what a path leads to.
  ///
  /// - Throws: What hinders it, as a fault about the path.
  init(of path: FilePath) throws(InputFault) {
    var status = stat()
    let failed = path.withCString { stat($0, &status) } != 0
    if failed { throw Self.fault(path, code: errno) }
    self.init(status)
  }

  /// Looks what an open descriptor leads to.
  init?(of descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  /// The fault for a path that the system refuses.
  static func fault(_ path: FilePath, code: Int32) -> InputFault {
    let subject = path.text
    switch code {
    case ENOENT, ENOTDIR:
      var status = stat()
      if path.withCString({ lstat($0, &status) }) == 0 {
        return InputFault(
          subject: subject, problem: "a link that leads nowhere",
          advice: "mend the link or leave it out")
      }
      return InputFault(
        subject: subject, problem: "no such file or folder", advice: "check the path")
    case EACCES, EPERM:
      return InputFault(
        subject: subject, problem: "it may not be read", advice: "change its permissions")
    case ELOOP:
      return InputFault(
        subject: subject, problem: "a link that leads round in a circle",
        advice: "mend the link or leave it out")
    case ENAMETOOLONG:
      return InputFault(
        subject: subject, problem: "the path is too long", advice: "move it further up")
    default:
      return InputFault(
        subject: subject, problem: systemMessage(code), advice: "check the path and the disk")
    }
  }

  /// The fault for something that is no file, where a file was expected.
  static func fault(_ path: FilePath, kind: Kind) -> InputFault {
    let what =
      switch kind {
      case .folder: "a folder, where a file was expected"
      case .pipe: "a named pipe, which may never end"
      case .device: "a device, not a file"
      default: "neither a file nor a folder"
      }
    return InputFault(
      subject: path.text, problem: what,
      advice: kind == .pipe || kind == .device
        ? "send its content to standard input and give '-'" : "give a file")
  }
}

/// An open file with what is known of it.
struct OpenFile {
  /// The descriptor; whoever takes it closes it.
  var descriptor: Int32
  /// The size in bytes; nil for a stream.
  var size: Int?

  /// Opens a file for reading, without waiting for anything.
  ///
  /// Streams that the shell opened for us (`/dev/fd/63`, `/dev/stdin`) are taken; other pipes and
  /// devices are refused, for opening or reading them may wait for ever.
  init(_ path: FilePath) throws(InputFault) {
    let text = path.text
    let isOurs =
      text == "/dev/stdin" || text.hasPrefix("/dev/fd/") || text.hasPrefix("/proc/self/fd/")
    let flags = O_RDONLY | O_CLOEXEC | O_NOCTTY | (isOurs ? 0 : O_NONBLOCK)
    descriptor = path.withCString { open($0, flags) }
    if descriptor < 0 { throw FileStatus.fault(path, code: errno) }
    guard let status = FileStatus(of: descriptor) else {
      close(descriptor)
      throw FileStatus.fault(path, code: EBADF)
    }
    if status.kind != .file, !(isOurs && status.kind != .folder) {
      close(descriptor)
      throw FileStatus.fault(path, kind: status.kind)
    }
    size = status.kind == .file ? status.size : nil
  }
}
