/// Tells the parts of a page that are no article: menus, offers, notices, lists of other stories.
struct Boilerplate {
  private let tree: HTMLTree
  /// What was found of values of `class` and `id`: a page uses the same few again and again.
  private var known: [String: NameVerdict] = [:]

  private struct NameVerdict {
    var isUnseen = false
    var isNegative = false
  }

  init(of tree: HTMLTree) {
    self.tree = tree
  }

  /// Whether an element is left out whatever it holds.
  mutating func isNeverRead(_ index: Int) -> Bool {
    let element = tree.nodes[index].element
    if element.isNeverRead { return true }
    if element == .sup { return isReferenceMark(index) }
    if tree.nodes[index].attributes.isEmpty { return false }
    if tree.attribute("hidden", of: index) != nil { return true }
    if let style = tree.attribute("style", of: index)?.lowercased() {
      let packed = style.filter { $0 != " " }
      if packed.contains("display:none") || packed.contains("visibility:hidden") { return true }
    }
    return verdict(on: index).isUnseen
  }

  /// Whether an element is left out unless it holds much of the page's text.
  ///
  /// Sites wrap whole pages in `<form>` or call a wrapper `page-with-sidebar`: the amount decides.
  mutating func isDoubtful(_ index: Int) -> Bool {
    let node = tree.nodes[index]
    switch node.element {
    case .text, .html, .body, .article, .main: return false
    case .nav, .aside, .footer, .form, .menu: return true
    case .header: return !tree.isInside(index) { $0 == .article || $0 == .main }
    default: break
    }
    if node.attributes.isEmpty { return false }
    if let role = tree.attribute("role", of: index)?.lowercased(), Self.roles.contains(role) {
      return true
    }
    if tree.attribute("aria-hidden", of: index)?.lowercased() == "true" { return true }
    if node.element.flow == .inline, node.element != .other { return false }
    return verdict(on: index).isNegative
  }

  /// Whether a short paragraph is furniture: the label of a button, an advertisement's heading.
  static func isFurniture(_ text: String) -> Bool {
    guard text.utf8.count < 40 else { return false }
    if text.utf8.contains(where: { (0x30...0x39).contains($0) }) { return false }
    let words = text.lowercased().filter { $0.isLetter || $0 == " " }
    return furniture.contains(words.trimmingSpaces)
  }

  // MARK: - Names

  /// `[1]` in raised type is a mark and no text; `<sup>th</sup>` is text.
  private func isReferenceMark(_ index: Int) -> Bool {
    for inner in index..<tree.nodes[index].end where tree.nodes[inner].element == .a {
      if tree.attribute("href", of: inner)?.contains("#") == true { return true }
    }
    return tree.attribute("class", of: index)?.contains("reference") == true
  }

  /// What the class and the id of an element say.
  private mutating func verdict(on index: Int) -> NameVerdict {
    var verdict = NameVerdict()
    for attribute in tree.attributes[tree.nodes[index].attributes]
    where attribute.name == "class" || attribute.name == "id" {
      let found = self.verdict(onNames: attribute.value)
      verdict.isUnseen = verdict.isUnseen || found.isUnseen
      verdict.isNegative = verdict.isNegative || found.isNegative
    }
    return verdict
  }

  private mutating func verdict(onNames value: String) -> NameVerdict {
    if let verdict = known[value] { return verdict }
    var verdict = NameVerdict()
    let isSpace: (UInt8) -> Bool = { $0 == 0x20 || (0x09...0x0D).contains($0) }
    for name in value.lowercased().utf8.split(whereSeparator: isSpace) {
      let name = String(Substring(name))
      if Self.unseen.contains(name) { verdict.isUnseen = true }
      if Self.isNegative(name) { verdict.isNegative = true }
    }
    known[value] = verdict
    return verdict
  }

  /// Whether a name begins or ends with a word for furniture: `share-tools`.
  ///
  /// So may its parts between double marks: `article__related-links`.
  private static func isNegative(_ token: String) -> Bool {
    if names.contains(token) { return true }
    var parts: [String] = []
    var piece: [String] = []
    var word = ""
    var pieces: [[String]] = []
    for character in token.utf8 {
      let isMark = character == UInt8(ascii: "-") || character == UInt8(ascii: "_")
      if !isMark {
        word.unicodeScalars.append(Unicode.Scalar(character))
      } else if word.isEmpty {
        // The second of two marks ends a piece, as in BEM's `block__element--modifier`.
        if !piece.isEmpty { pieces.append(piece) }
        piece = []
      } else {
        piece.append(word)
        parts.append(word)
        word = ""
      }
    }
    if !word.isEmpty {
      piece.append(word)
      parts.append(word)
    }
    pieces.append(piece)
    guard parts.count > 1, let first = parts.first, !harmless.contains(first) else { return false }
    let isWord = pieces.contains { piece in
      [piece.first, piece.last].contains { $0.map { negative.contains($0) } ?? false }
    }
    return isWord || zip(parts, parts.dropFirst()).contains { names.contains($0 + "-" + $1) }
  }

  /// Beginnings that turn a name's meaning: `no-comments`, `has-sidebar`.
  private static let harmless: Set<String> = ["no", "has", "with", "is", "not", "without", "hide"]

  private static let roles: Set<String> = [
    "navigation", "banner", "complementary", "contentinfo", "search", "dialog", "alertdialog",
    "menu", "menubar", "toolbar", "tablist", "button", "form", "note", "doc-footnote",
  ]

  /// Names of what is only there for machines, or only to edit the page.
  private static let unseen: Set<String> = [
    "mw-editsection", "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text",
    "screen-reader-only", "offscreen", "noprint", "mw-empty-elt", "mw-jump-link", "skip-link",
  ]

  private static let negative: Set<String> = [
    "share", "sharing", "social", "related", "newsletter", "newsletters", "promo", "promos",
    "promotion", "advert", "adverts", "advertisement", "advertising", "ad", "ads", "adslot",
    "sponsored", "sponsor", "cookie", "cookies", "consent", "gdpr", "breadcrumb", "breadcrumbs",
    "comment", "comments", "disqus", "subscribe", "subscription", "signup", "sidebar", "recirc",
    "recommended", "recommendation", "recommendations", "trending", "outbrain", "taboola",
    "toolbar", "navbar", "nav", "menu", "navigation", "masthead", "byline", "tags", "taglist",
    "pagination", "pager", "popup", "modal", "overlay", "banner", "toc", "navbox", "reflist",
    "donate", "donation", "membership", "teaser", "teasers", "rating", "login", "timestamp",
    "copyright", "credits", "widget", "footer", "followus", "paywall", "infolinks", "printfooter",
    "catlinks", "sitesub", "hatnote",
  ]

  /// Names that say it as a whole, where their parts alone would not.
  private static let names: Set<String> = negative.union([
    "read-more", "readmore", "more-stories", "more-news", "most-read", "most-popular", "also-read",
    "see-also", "you-may", "up-next", "next-story", "author-bio", "about-author", "back-top",
    "site-header", "page-header", "global-header", "site-nav", "top-stories", "latest-news",
    "sign-in", "sign-up", "follow-us", "fb-root", "mw-navigation", "mw-panel", "p-lang",
    "onetrust", "onetrust-consent-sdk", "read-next", "story-links", "inline-related",
  ])

  private static let furniture: Set<String> = [
    "", "advertisement", "advertising", "ad", "share", "share this", "share this article", "tweet",
    "print", "email", "comments", "related", "read more", "read also", "also read", "see also",
    "loading", "sponsored", "sponsored content", "more on this story", "related topics",
    "related stories", "recommended", "continue reading", "story continues below advertisement",
    "sign up", "subscribe", "follow us", "save", "listen", "copy link", "image source",
    "getty images", "reuters", "top stories", "most read", "skip to content", "back to top",
    "article continues below", "scroll to continue", "show more", "load more", "play video",
  ]
}

extension String {
  /// The text without spaces at its ends.
  var trimmingSpaces: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text.drop { $0 == " " })
  }
}
