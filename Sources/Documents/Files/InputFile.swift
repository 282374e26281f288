import ClaimModel

/// One file or stream that is to be read, with what is known of it before.
struct InputFile {
  /// Where it lies; nil is standard input.
  var path: FilePath?
  /// The name for faults.
  var subject: String
  /// The id of the document, if it turns out to hold one.
  var documentID: String
  /// What a manifest says about the file.
  var manifestMetadata: DocumentMetadata?
  /// The manifests that may know records of the file, the nearest first.
  var manifests: [CorpusManifest] = []
}

/// One step of going through the inputs.
enum InputStep {
  case file(InputFile)
  case fault(InputFault)
}
