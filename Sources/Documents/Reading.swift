package import ClaimModel

/// One thing that came out of the input: a document, or a fault in it.
package enum Reading: Hashable, Sendable {
  /// A text with what is known of it.
  case document(Document)
  /// Something that was skipped or repaired; reading goes on behind it.
  case fault(InputFault)
}
