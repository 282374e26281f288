/// The units from one to before another; none where the end lies before the start.
///
/// What a phrase ends with and what follows it are looked for apart, so in a text that breaks off or
/// is out of order the second can stand before the first. Between the two there is nothing then, and a
/// reader of other people's texts must not stop over it.
func ..< (start: Int, end: Int) -> Range<Int> {
  Range(uncheckedBounds: (lower: start, upper: max(start, end)))
}
