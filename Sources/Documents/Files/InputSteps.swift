import ClaimModel

/// Goes through the paths as they were given, and into those that are folders.
struct InputSteps {
  private var paths: ArraySlice<String>
  private var walk: FolderWalk?
  private var pending: [InputFault] = []
  private var standardInputIsTaken = false
  private var manifests: [String: CorpusManifest?] = [:]

  init(paths: [String]) {
    self.paths = paths[...]
  }

  /// The next file or fault; nil behind the last.
  mutating func next() -> InputStep? {
    while true {
      if !pending.isEmpty { return .fault(pending.removeFirst()) }
      if let step = walk?.next() { return step }
      walk = nil
      guard let path = paths.popFirst() else { return nil }
      if path == "-" {
        if let step = standardInput() { return step }
        continue
      }
      let location = FilePath(path)
      do throws(InputFault) {
        let status = try FileStatus(of: location)
        if status.kind == .folder {
          walk = FolderWalk(location, identity: status.identity)
        } else {
          return .file(file(at: location))
        }
      } catch {
        return .fault(error)
      }
    }
  }

  private mutating func standardInput() -> InputStep? {
    if standardInputIsTaken {
      return .fault(
        InputFault(
          subject: "standard input", problem: "'-' is given twice", advice: "give it once"))
    }
    standardInputIsTaken = true
    return .file(InputFile(path: nil, subject: "standard input", documentID: "stdin"))
  }

  /// A file that is named itself: the manifest of its folder, or beside that, may know it.
  private mutating func file(at path: FilePath) -> InputFile {
    var file = InputFile(path: path, subject: path.text, documentID: path.name)
    let folder = path.parent
    let above = folder.appending(Array("..".utf8))
    for (place, relative) in [(folder, path.name), (above, folder.name + "/" + path.name)] {
      guard let manifest = manifest(in: place) else { continue }
      file.manifests.append(manifest)
      if file.manifestMetadata == nil, let match = manifest.match(path: relative, evenIfUsed: true)
      {
        file.manifestMetadata = match.metadata
        file.documentID = match.id
      }
    }
    return file
  }

  private mutating func manifest(in folder: FilePath) -> CorpusManifest? {
    if let known = manifests[folder.text] { return known }
    let manifest = FolderWalk.manifest(in: folder, faults: &pending)
    manifests[folder.text] = .some(manifest)
    return manifest
  }
}
