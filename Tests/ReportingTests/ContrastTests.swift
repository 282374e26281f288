import Testing
#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@testable import Reporting

/// Every colour of the style sheet against every ground that it can stand on.
///
/// Checkers in a browser leave text in plots, text of one character and text that a table scrolls out
/// of sight undecided; the colours decide it: WCAG 2.2 asks 4.5 to 1 of text (1.4.3) and 3 to 1 of
/// marks (1.4.11).
@Suite struct Contrast {
  static let schemes = [
    ("light", PlotStyle.lightColors + HTMLStyle.lightExtras),
    ("dark", PlotStyle.darkColors + HTMLStyle.darkExtras),
  ]
  /// What text is written in, but for heat maps and the panel.
  static let texts = [
    "ink", "muted", "link", "accent", "good", "fair", "weak", "bad", "own", "adversary", "ally",
    "third", "unknown",
  ]
  static let marks = ["own", "adversary", "ally", "third", "unknown"]

  @Test(arguments: schemes)
  func `Text can be read on every ground`(name: String, css: String) throws {
    let colors = try Self.colors(css)
    for ground in ["ground", "paper"] {
      for text in Self.texts { try Self.expect(colors, text, on: ground, 4.5, name) }
    }
    // What a link led to stands on the marker.
    for text in ["ink", "muted", "link", "weak"] {
      try Self.expect(colors, text, on: "mark", 4.5, name)
    }
    for step in 1...5 { try Self.expect(colors, "hot", on: "h\(step)", 4.5, name) }
    try Self.expect(colors, "ground", on: "ink", 4.5, name)
  }

  @Test(arguments: schemes)
  func `Plots can be read on their ground, on the band and under the pointer`(
    name: String, css: String
  ) throws {
    let colors = try Self.colors(css)
    let ground = try #require(colors["ground"])
    let band = Self.blend(try #require(colors["band"]), 0.55, over: ground)
    let hover = Self.blend(try #require(colors["muted"]), 0.12, over: ground)
    let both = Self.blend(try #require(colors["muted"]), 0.12, over: band)
    for (place, under) in [("ground", ground), ("band", band), ("hover", hover), ("both", both)] {
      for text in ["ink", "muted"] {
        let ratio = Self.ratio(try #require(colors[text]), under)
        #expect(ratio >= 4.5, "\(name): \(text) on \(place) is \(ratio)")
      }
      for mark in Self.marks {
        let ratio = Self.ratio(try #require(colors[mark]), under)
        #expect(ratio >= 3, "\(name): \(mark) on \(place) is \(ratio)")
      }
    }
  }

  @Test func `No colour stands in the style sheet but those that are tried here`() throws {
    let known =
      Self.texts + Self.marks + ["hot", "ground", "paper", "mark", "band", "rule", "c"]
      + (1...5).map { "h\($0)" }
    let pieces = HTMLStyle.text.split(separator: "var(--")
    #expect(pieces.count > 40)
    for piece in pieces.dropFirst() {
      let name = String(piece.prefix { $0 != ")" })
      #expect(known.contains(name), "--\(name) is tried nowhere")
    }
    // Colours are named once, where the schemes are.
    let rules = HTMLStyle.text.split(separator: "\n").filter { !$0.contains("--ground:#") }
    for rule in rules where !rule.contains("--paper:#") && !rule.contains("--h1:#") {
      for part in rule.split(separator: "#").dropFirst() where !rule.contains("--") {
        #expect(part.hasPrefix("0005"), "a colour outside the schemes: \(rule)")
      }
    }
  }

  @Test func `The measure is WCAG's`() {
    #expect(Self.ratio([255, 255, 255], [0, 0, 0]) == 21)
    #expect(abs(Self.ratio([118, 118, 118], [255, 255, 255]) - 4.54) < 0.01)
    #expect(Self.ratio([255, 255, 255], [255, 255, 255]) == 1)
  }

  private static func expect(
    _ colors: [String: [Double]], _ text: String, on ground: String, _ least: Double,
    _ name: String
  ) throws {
    let ratio = ratio(try #require(colors[text]), try #require(colors[ground]))
    #expect(ratio >= least, "\(name): \(text) on \(ground) is \(ratio)")
  }

  /// The custom properties of a scheme as red, green and blue.
  private static func colors(_ css: String) throws -> [String: [Double]] {
    var colors: [String: [Double]] = [:]
    for declaration in css.split(whereSeparator: { $0 == ";" || $0 == "\n" }) {
      let parts = declaration.split(separator: ":")
      guard parts.count == 2, parts[0].hasPrefix("--"), parts[1].hasPrefix("#") else { continue }
      var digits = String(parts[1].dropFirst())
      if digits.count == 3 { digits = digits.map { "\($0)\($0)" }.joined() }
      let value = try #require(Int(digits, radix: 16))
      colors[String(parts[0].dropFirst(2))] = [16, 8, 0].map { Double((value >> $0) & 255) }
    }
    return colors
  }

  private static func blend(_ color: [Double], _ share: Double, over ground: [Double]) -> [Double] {
    zip(color, ground).map { $0 * share + $1 * (1 - share) }
  }

  /// WCAG's contrast ratio of two colours.
  private static func ratio(_ one: [Double], _ other: [Double]) -> Double {
    let (a, b) = (luminance(one), luminance(other))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  private static func luminance(_ color: [Double]) -> Double {
    let linear = color.map { channel in
      let value = channel / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }

}
