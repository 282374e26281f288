import ClaimModel

/// Reads documents from files, folders and standard input, one by one.
///
/// ```swift
/// for reading in DocumentReader(paths: ["corpus", "more.jsonl.gz", "-"]) {
///   switch reading {
///   case .document(let document): print(document.id, document.text.utf8.count)
///   case .fault(let fault): print(fault)
///   }
/// }
/// ```
///
/// The order is that of the paths; within a folder, that of the files' paths below it, byte by
/// byte. Hidden files are left out. Nothing is opened before its turn. A reader belongs to one
/// thread at a time.
package final class DocumentReader: Sequence, IteratorProtocol {
  private var steps: InputSteps
  private let format: InputFormat?
  private let limits: InputLimits
  private let standardInput: Int32
  private let counter = ByteCounter()
  private var current: (file: InputFile, source: any DraftSource)?
  /// Whether anything came out of the current file yet.
  private var currentGave = false

  /// A reader in front of the first document.
  ///
  /// - Parameters:
  ///   - paths: Files, folders, and `-` for standard input.
  ///   - format: The format of every file; nil tells it from content and name.
  ///   - limits: What is too large to be read.
  ///   - standardInput: The descriptor that `-` stands for.
  package init(
    paths: [String], format: InputFormat? = nil, limits: InputLimits = InputLimits(),
    standardInput: Int32 = 0
  ) {
    steps = InputSteps(paths: paths)
    self.format = format
    self.limits = limits
    self.standardInput = standardInput
  }

  /// How many bytes of the inputs have been read so far, as they lie on disk.
  package var bytesRead: Int { counter.count }

  /// The next document or fault; nil behind the last.
  package func next() -> Reading? {
    while true {
      if let (file, source) = current {
        if let drafting = source.next() {
          currentGave = true
          switch drafting {
          case .draft(let draft): return .document(Self.document(draft, of: file))
          case .fault(let fault): return .fault(fault)
          }
        }
        current = nil
        if !currentGave { return .fault(Self.nothing(in: file)) }
      }
      switch steps.next() {
      case .fault(let fault): return .fault(fault)
      case .file(let file):
        do throws(InputFault) {
          let opening = FileOpening(file: file, format: format, limits: limits)
          current = (file, try opening.open(standardInput: standardInput, counter: counter))
          currentGave = false
        } catch {
          return .fault(error)
        }
      case nil: return nil
      }
    }
  }

  /// The fault for a file that is sound and holds no document: a table with a header alone.
  private static func nothing(in file: InputFile) -> InputFault {
    InputFault(
      subject: file.subject, problem: "it holds no document",
      advice: "check its format, or say it with --input")
  }

  /// Lets the manifests have their say about a document.
  private static func document(_ draft: Draft, of file: InputFile) -> Document {
    guard let recordID = draft.recordID else {
      var metadata = draft.metadata
      if let given = file.manifestMetadata { metadata.override(by: given) }
      return metadata.document(id: file.documentID, text: draft.text)
    }
    // What is said about a whole file of records only fills what the records leave open.
    var metadata = file.manifestMetadata ?? DocumentMetadata()
    metadata.override(by: draft.metadata)
    for manifest in file.manifests {
      if let match = manifest.match(id: recordID) {
        metadata.override(by: match.metadata)
        break
      }
    }
    return metadata.document(id: recordID, text: draft.text)
  }
}
