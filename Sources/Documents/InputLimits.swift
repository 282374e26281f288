/// How much of an input is taken in before it is called too large.
///
/// News texts are a few kilobytes and books a few megabytes; the limits are far above both and only
/// keep a broken or hostile input from filling the memory.
package struct InputLimits: Hashable, Sendable {
  /// The greatest plain text or Markdown file in bytes, after decompression.
  package var textBytes = 256 << 20
  /// The greatest HTML page in bytes, after decompression; its tree takes some ten times as much.
  package var pageBytes = 16 << 20
  /// The greatest PDF file in bytes, after decompression.
  package var pdfBytes = 256 << 20
  /// The greatest line of JSON Lines, row of CSV or record of a WARC file in bytes.
  package var recordBytes = 64 << 20
  /// How many bytes a gzipped stream may grow to for each byte that it holds.
  ///
  /// It counts once the stream has given ``inflationFloor``. Deflate cannot pass 1,032; texts stay
  /// under 20.
  package var inflation = 300
  /// The size in bytes up to which a gzipped stream may grow at any rate.
  package var inflationFloor = 1 << 30
  /// How long a subprocess (`pdftotext`) may take for one file, in seconds.
  package var subprocessSeconds = 120

  package init() {}
}
