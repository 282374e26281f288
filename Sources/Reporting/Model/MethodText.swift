/// What every report says about how its figures came about.
package enum MethodText {
  /// What low, best, high and agreement are.
  package static let ranges =
    "Low is the lowest figure that any source gives now, high the highest, best the middle one, "
    + "with one vote a source. A source is who is credited with a figure, not the outlet that "
    + "prints it: repetitions are counted as echoes and never vote. Agreement is the narrowest "
    + "range that the most sources' figures share."

  /// How to read a report, a paragraph each.
  package static let howToRead = [
    "Each question asks for one number: how many people of one party suffered one outcome. Each "
      + "source's current figure is shown as a range where it was hedged: “at least 20” has no "
      + "upper end.",
    ranges,
    "Numbers in brackets lead to the claim, and from there to the document, the place in it and "
      + "the sentence. A dash means that no figure is known; it never means none.",
  ]
}
