import ClaimModel

/// Goes through the files below a folder, in the order of their paths.
///
/// Only the listings of the folders on the way down are held. A folder is entered once: links that
/// lead back up, or to a folder that was read already, are reported and left out.
struct FolderWalk {
  private struct Level {
    var path: FilePath
    /// The path below the walk's folder, with a slash at its end unless empty.
    var relative: String
    var entries: [FolderListing.Entry]
    var index = 0
    var manifest: CorpusManifest?
  }

  private var levels: [Level] = []
  private var entered: Set<FileStatus.Identity> = []
  private var pending: [InputFault] = []
  private let root: FilePath
  private let outer: CorpusManifest?

  /// Begins a walk.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - identity: What tells the folder from others.
  init(_ path: FilePath, identity: FileStatus.Identity) {
    root = path
    var faults: [InputFault] = []
    outer = Self.outerManifest(of: path, faults: &faults)
    pending = faults
    entered.insert(identity)
    enter(path, relative: "")
  }

  /// The manifest beside a folder, if there is one.
  static func outerManifest(of path: FilePath, faults: inout [InputFault]) -> CorpusManifest? {
    // `..` finds the real folder above `.`, `a/..` or a link; names alone would not.
    let parent = path.appending(Array("..".utf8))
    return manifest(in: parent, faults: &faults)
  }

  /// Reads the manifest in a folder; nil where there is none, with a fault where it is broken.
  static func manifest(in folder: FilePath, faults: inout [InputFault]) -> CorpusManifest? {
    let path = folder.appending(Array(CorpusManifest.fileName.utf8))
    guard (try? FileStatus(of: path)) != nil else { return nil }
    do throws(InputFault) {
      return try CorpusManifest(in: folder)
    } catch {
      faults.append(error)
      return nil
    }
  }

  /// The next file or fault; nil behind the last.
  mutating func next() -> InputStep? {
    while true {
      if !pending.isEmpty { return .fault(pending.removeFirst()) }
      guard let level = levels.last else { return nil }
      if level.index == level.entries.count {
        leave()
        continue
      }
      levels[levels.count - 1].index += 1
      let entry = level.entries[level.index]
      let path = level.path.appending(entry.name)
      switch entry.status {
      case .failure(let fault): return .fault(fault)
      case .success(let status):
        switch status.kind {
        case .folder:
          visit(path, relative: level.relative + path.name + "/", identity: status.identity)
        case .file: return .file(file(at: path, relative: level.relative + path.name))
        default: return .fault(FileStatus.fault(path, kind: status.kind))
        }
      }
    }
  }

  // MARK: - Folders

  private mutating func visit(_ path: FilePath, relative: String, identity: FileStatus.Identity) {
    if entered.insert(identity).inserted {
      enter(path, relative: relative)
    } else {
      pending.append(
        InputFault(
          subject: path.text, problem: "a link to a folder that is read already",
          advice: "nothing, if that is meant; else remove the link"))
    }
  }

  private mutating func enter(_ path: FilePath, relative: String) {
    do throws(InputFault) {
      let listing = try FolderListing(of: path)
      var manifest: CorpusManifest?
      if listing.hasManifest {
        manifest = Self.manifest(in: path, faults: &pending)
        pending += manifest?.faults ?? []
      }
      levels.append(
        Level(path: path, relative: relative, entries: listing.entries, manifest: manifest))
    } catch {
      pending.append(error)
    }
  }

  private mutating func leave() {
    let level = levels.removeLast()
    if let manifest = level.manifest { pending += manifest.unusedRows() }
    if levels.isEmpty, let outer { pending += rowsMissing(in: outer) }
  }

  /// The rows of the manifest beside the folder that should have had a file in it.
  private func rowsMissing(in outer: CorpusManifest) -> [InputFault] {
    let prefix = root.name + "/"
    let isInside = { (id: String) in id.hasPrefix(prefix) }
    let isBare = { (id: String) in !id.hasPrefix(prefix) }
    var missing: [InputFault] = []
    if outer.hasUsedRow(where: isInside) {
      missing += outer.unusedRows(where: isInside)
    }
    if outer.hasUsedRow(where: isBare) {
      let above = root.appending(Array("..".utf8))
      missing += outer.unusedRows { id in
        isBare(id) && (try? FileStatus(of: above.appending(Array(id.utf8)))) == nil
      }
    }
    return missing.isEmpty ? [] : outer.faults + missing
  }

  // MARK: - Files

  private func file(at path: FilePath, relative: String) -> InputFile {
    var file = InputFile(path: path, subject: path.text, documentID: relative)
    for level in levels.reversed() {
      guard let manifest = level.manifest else { continue }
      file.manifests.append(manifest)
      if file.manifestMetadata == nil,
        let match = manifest.match(
          path: String(relative.utf8.dropFirst(level.relative.utf8.count)) ?? "")
      {
        file.manifestMetadata = match.metadata
        file.documentID = level.relative + match.id
      }
    }
    if let outer {
      file.manifests.append(outer)
      if file.manifestMetadata == nil, let match = outer.match(path: root.name + "/" + relative) {
        file.manifestMetadata = match.metadata
        file.documentID = match.id
      }
    }
    return file
  }
}
