internal import CData
package import ClaimModel
package import DelimitedText

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The tables that the toolkit reads its knowledge from, each known by its path below `Data/`.
///
/// By default they are the files that were embedded when the binary was built; an overlay folder
/// replaces files of the same path and adds others, such as a language of its own.
package struct DataFiles: Sendable {
  /// Files that stand in for embedded ones, by path.
  private var replacements: [String: [UInt8]]

  /// The files of the binary alone.
  package static let embedded = DataFiles()

  /// The embedded files, with some replaced or added.
  ///
  /// - Parameter replacements: bytes by path below `Data/`, such as `registers/parties.csv`.
  package init(replacing replacements: [String: [UInt8]] = [:]) {
    self.replacements = replacements
  }

  /// The embedded files, with those of a folder laid over them.
  ///
  /// - Parameter folder: a folder laid out as `Data/`; only its `.csv` files are read.
  /// - Throws: an `InputFault` where the folder or a file in it cannot be read.
  package init(overlaidBy folder: String) throws(InputFault) {
    replacements = [:]
    var pending = [""]
    while let directory = pending.popLast() {
      for name in try Self.entries(of: directory.isEmpty ? folder : "\(folder)/\(directory)") {
        let path = directory.isEmpty ? name : "\(directory)/\(name)"
        if Self.isFolder("\(folder)/\(path)") {
          pending.append(path)
        } else if path.hasSuffix(".csv") {
          replacements[path] = try Self.contents(of: "\(folder)/\(path)")
        }
      }
    }
  }

  /// Every path, sorted.
  package var paths: [String] {
    var all = Set(replacements.keys)
    for index in 0..<cdata_file_count() {
      all.insert(String(cString: cdata_file(index).path))
    }
    return all.sorted()
  }

  /// The paths of one folder and what lies below it, sorted.
  ///
  /// - Parameter folder: such as `lexicons/en`, without a slash at its end.
  /// - Returns: paths that can be asked for with ``table(at:)``.
  package func paths(in folder: String) -> [String] {
    paths.filter { $0.hasPrefix(folder + "/") }
  }

  /// The bytes of one file; nil where there is none of that path.
  package func bytes(at path: String) -> [UInt8]? {
    if let bytes = replacements[path] { return bytes }
    for index in 0..<cdata_file_count() {
      let file = cdata_file(index)
      if String(cString: file.path) == path {
        return Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
      }
    }
    return nil
  }

  /// One file as a table.
  ///
  /// - Throws: an `InputFault` where there is no such file or it is no well-formed table.
  package func table(at path: String) throws(InputFault) -> CSVTable {
    guard let bytes = bytes(at: path) else {
      throw InputFault(
        subject: path, problem: "there is no such data file",
        advice: "name one of the files below Data/, or put it into the folder that is laid over it")
    }
    return try Self.table(from: bytes, named: path)
  }

  /// The table in some bytes, with a malformed one told in a line.
  package static func table(
    from bytes: [UInt8], named name: String
  ) throws(InputFault) -> CSVTable {
    do {
      return try CSVTable(parsing: bytes, named: name)
    } catch {
      throw error.fault
    }
  }

  /// The bytes of a file of the machine.
  ///
  /// - Throws: an `InputFault` where it cannot be read.
  package static func contents(of path: String) throws(InputFault) -> [UInt8] {
    guard !isFolder(path) else {
      throw InputFault(
        subject: path, problem: "this is a folder, a file was expected", advice: "name a CSV file")
    }
    guard let file = fopen(path, "rb") else { throw unreadable(path, expected: "a file") }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&chunk, 1, chunk.count, file)
      bytes.append(contentsOf: chunk[..<count])
      if count < chunk.count { break }
    }
    if ferror(file) != 0 { throw unreadable(path, expected: "a file") }
    return bytes
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && (status.st_mode & S_IFMT) == S_IFDIR
  }

  /// The names in a folder, sorted, without those that start with a dot.
  private static func entries(of folder: String) throws(InputFault) -> [String] {
    guard let directory = opendir(folder) else { throw unreadable(folder, expected: "a folder") }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  private static func unreadable(_ path: String, expected: String) -> InputFault {
    InputFault(
      subject: path, problem: "it cannot be read: \(String(cString: strerror(errno)))",
      advice: "name \(expected) that exists and that you may read")
  }
}
