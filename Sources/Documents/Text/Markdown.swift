import ClaimModel
/// Markdown
enum Markdown {
  static func draftings(of bytes: [UInt8], subject: String) -> [Drafting] {
    PlainText.draftings(of: bytes, subject: subject)
  }
}
