import ClaimModel

/// A document as its own file tells it, before any manifest has had its say.
struct Draft: Equatable {
  /// The record's own id; nil where the file holds one document and its path is the id.
  var recordID: String?
  /// The text as people read it.
  var text: String
  /// What the document says about itself.
  var metadata = DocumentMetadata()
}

/// One thing that came out of a file.
enum Drafting: Equatable {
  case draft(Draft)
  case fault(InputFault)
}

/// A file that is being read; it gives its documents one by one.
protocol DraftSource: AnyObject {
  /// The next document or fault; nil behind the last.
  func next() -> Drafting?
}

/// The documents and faults of a file that was read in one go.
final class ReadyDrafts: DraftSource {
  private var draftings: ArraySlice<Drafting>

  init(_ draftings: [Drafting]) {
    self.draftings = draftings[...]
  }

  func next() -> Drafting? { draftings.popFirst() }
}
