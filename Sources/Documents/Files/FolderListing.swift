import ClaimModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The entries of one folder, in the order in which their paths sort.
struct FolderListing {
  /// One entry.
  struct Entry {
    /// The name as the system knows it.
    var name: [UInt8]
    /// What it leads to; a fault where that cannot be told.
    var status: Result<FileStatus, InputFault>

    /// The name by which it sorts: a folder's with its slash, so that all paths below it come in
    /// the order of whole paths.
    fileprivate var sortKey: [UInt8] {
      if case .success(let status) = status, status.kind == .folder {
        return name + [UInt8(ascii: "/")]
      }
      return name
    }
  }

  /// The entries; hidden ones are left out.
  private(set) var entries: [Entry] = []
  /// Whether a manifest is among them.
  private(set) var hasManifest = false

  /// Lists a folder.
  init(of path: FilePath) throws(InputFault) {
    guard let folder = path.withCString({ opendir($0) }) else {
      throw FileStatus.fault(path, code: errno)
    }
    defer { closedir(folder) }
    while let entry = readdir(folder) {
      let name = Self.name(of: entry)
      if name.first == UInt8(ascii: ".") { continue }
      if name == Array(CorpusManifest.fileName.utf8) {
        hasManifest = true
        continue
      }
      let status: Result<FileStatus, InputFault>
      do throws(InputFault) {
        status = .success(try FileStatus(of: path.appending(name)))
      } catch {
        status = .failure(error)
      }
      entries.append(Entry(name: name, status: status))
    }
    let keyed = entries.map { (key: $0.sortKey, entry: $0) }
    entries = keyed.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.entry)
  }

  private static func name(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
    guard let start = entry.pointer(to: \.d_name) else { return [] }
    let bytes = UnsafeRawPointer(start)
    let length = strlen(bytes.assumingMemoryBound(to: CChar.self))
    return Array(UnsafeRawBufferPointer(start: bytes, count: length))
  }
}
