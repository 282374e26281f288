import ClaimModel

/// What a page tells about itself: JSON-LD, `<meta>`, microdata and the visible head of the text.
///
/// Where several say it, the order is: schema.org JSON-LD of an article (for the title, Open Graph
/// first), then Open Graph and `article:`, then citation and Dublin Core, then what the eye sees.
struct HTMLMetadata {
  /// What was found.
  private(set) var metadata = DocumentMetadata()
  /// The text that JSON-LD gives in full; empty mostly.
  private(set) var articleBody = ""

  private let tree: HTMLTree
  /// The first value of each `<meta>` name, in lower case.
  private var meta: [String: String] = [:]
  private var linked = StructuredArticle()
  private var titleElement = ""
  private var canonical = ""
  private var microdata: [String: String] = [:]
  private var pageLanguage = ""
  private var times: [Int] = []

  /// Collects what a page tells.
  init(of tree: HTMLTree) {
    self.tree = tree
    for index in tree.nodes.indices { collect(index) }
    settle()
  }

  // MARK: - Collecting

  private mutating func collect(_ index: Int) {
    let node = tree.nodes[index]
    if node.attributes.isEmpty, node.element != .title, node.element != .time { return }
    switch node.element {
    case .meta: collectMeta(index)
    case .script:
      let type = tree.attribute("type", of: index)?.lowercased() ?? ""
      guard type.hasPrefix("application/ld+json"),
        let value = JSONValue(parsing: tree.rawText(of: index))
      else { return }
      linked.merge(StructuredArticle(in: value))
    case .title:
      if titleElement.isEmpty, !tree.isInside(index, { $0 == .svg }) {
        titleElement = tree.text(of: index)
      }
    case .link:
      let relations = tree.attribute("rel", of: index)?.lowercased().split(separator: " ") ?? []
      if canonical.isEmpty, relations.contains("canonical") {
        canonical = tree.attribute("href", of: index) ?? ""
      }
    case .html:
      pageLanguage =
        tree.attribute("lang", of: index) ?? tree.attribute("xml:lang", of: index) ?? ""
    case .time: times.append(index)
    default: break
    }
    collectMicrodata(index)
  }

  private mutating func collectMeta(_ index: Int) {
    guard let content = tree.attribute("content", of: index), !content.isEmpty else { return }
    for attribute in ["property", "name", "http-equiv", "itemprop"] {
      guard let names = tree.attribute(attribute, of: index) else { continue }
      for name in names.lowercased().split(separator: " ") where meta[String(name)] == nil {
        meta[String(name)] = content
      }
    }
  }

  private mutating func collectMicrodata(_ index: Int) {
    guard let names = tree.attribute("itemprop", of: index) else { return }
    for name in names.lowercased().split(separator: " ") {
      guard name == "datepublished" || name == "headline", microdata[String(name)] == nil else {
        continue
      }
      let value =
        tree.attribute("datetime", of: index) ?? tree.attribute("content", of: index)
        ?? tree.text(of: index)
      if !value.isEmpty { microdata[String(name)] = value }
    }
  }

  // MARK: - Settling

  private func first(_ names: String...) -> String {
    for name in names { if let value = meta[name] { return value } }
    return ""
  }

  private mutating func settle() {
    articleBody = linked.body
    metadata.publisher = Self.tidied(
      linked.publisher.isEmpty
        ? first(
          "og:site_name", "citation_publisher", "dc.publisher", "dcterms.publisher", "publisher",
          "article:publisher", "application-name", "al:android:app_name") : linked.publisher)
    if metadata.publisher.hasPrefix("http") { metadata.publisher = "" }
    if metadata.publisher.isEmpty {
      // An account's name is better than nothing: `@ThePost`.
      metadata.publisher = String(first("twitter:site").drop { $0 == "@" })
    }
    metadata.title = title()
    metadata.url =
      [canonical, first("og:url"), linked.url, first("dc.identifier")]
      .first { $0.hasPrefix("http") } ?? ""
    let language = [
      pageLanguage, linked.language, first("content-language", "dc.language"), first("og:locale"),
    ].first { !$0.isEmpty }
    metadata.published = published()
    metadata.language = Self.languageTag(language ?? "")
  }

  private func title() -> String {
    let stated = [
      first("og:title"), linked.headline, first("citation_title", "dc.title", "dcterms.title"),
      microdata["headline"] ?? "", first("twitter:title"),
    ].first { !$0.isEmpty }
    return withoutSiteName(Self.tidied(stated ?? titleElement))
  }

  /// A title without the outlet's name at its end: `Flood kills 12 - The Post`.
  private func withoutSiteName(_ title: String) -> String {
    let site = metadata.publisher.lowercased()
    for separator in [" | ", " - ", " – ", " — ", " :: ", " · "] {
      guard let found = title.ranges(of: separator).last, found.lowerBound > title.startIndex
      else { continue }
      let tail = title[found.upperBound...].lowercased()
      let isSite = !site.isEmpty && (tail == site || site.contains(tail) || tail.contains(site))
      if isSite { return String(title[..<found.lowerBound]) }
    }
    return title
  }

  private func published() -> PartialDate? {
    let candidates = [
      linked.published,
      first("article:published_time", "og:article:published_time", "og:published_time"),
      first("datepublished", "date.published", "parsely-pub-date", "sailthru.date", "pubdate"),
      microdata["datepublished"] ?? "",
      first("citation_publication_date", "citation_date", "citation_online_date"),
      first(
        "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created",
        "dc.date.created", "dcterms.available"),
      first(
        "publish-date", "publish_date", "publishdate", "published", "article.published", "date"),
      first("originalpublicationdate", "cxenseparse:recs:publishtime"),
    ]
    for candidate in candidates {
      if let date = DateReading.date(in: candidate) { return date }
    }
    return dateOfTimeElement() ?? dateInURL()
  }

  /// The date of the first `<time>` outside asides and lists of other stories.
  private func dateOfTimeElement() -> PartialDate? {
    let isAside: (HTMLElement) -> Bool = {
      $0 == .aside || $0 == .nav || $0 == .footer || $0 == .li
    }
    for index in times where !tree.isInside(index, isAside) {
      let stated = tree.attribute("datetime", of: index) ?? tree.text(of: index)
      if let date = DateReading.date(in: stated) { return date }
    }
    return nil
  }

  /// The date in an address: `https://example.org/2024/03/05/flood`.
  private func dateInURL() -> PartialDate? {
    let parts = metadata.url.split(separator: "/").dropFirst(2)
    for start in parts.indices where parts.indices.contains(start + 2) {
      let (year, month, day) = (parts[start], parts[start + 1], parts[start + 2])
      guard year.utf8.count == 4, let year = Int(year), (1990...2100).contains(year),
        month.utf8.count <= 2, let month = Int(month), day.utf8.count <= 2, let day = Int(day)
      else { continue }
      return PartialDate(year: year, month: month, day: day)
    }
    return nil
  }

  /// Text on one line, without entities that were escaped twice.
  static func tidied(_ text: String) -> String {
    var tidied = ""
    for part in text.split(whereSeparator: \.isWhitespace) {
      if !tidied.isEmpty { tidied += " " }
      tidied += part
    }
    for (entity, character) in [
      ("&amp;", "&"), ("&quot;", "\""), ("&#39;", "'"), ("&#039;", "'"), ("&apos;", "'"),
      ("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", " "), ("&#8217;", "’"), ("&#x27;", "'"),
    ] where tidied.utf8.contains(UInt8(ascii: "&")) {
      tidied = tidied.replacing(entity, with: character)
    }
    return tidied
  }

  /// A BCP 47 tag from a tag or locale: `en_GB` is `en-GB`; nothing else is changed.
  static func languageTag(_ text: String) -> String {
    let tag = text.split(separator: ",").first.map(String.init) ?? ""
    let clean = tag.filter { !$0.isWhitespace }.replacing("_", with: "-")
    let isTag = clean.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x2D
    }
    return isTag && clean.utf8.count <= 35 ? clean : ""
  }
}
