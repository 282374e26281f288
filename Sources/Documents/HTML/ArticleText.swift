/// Finds the article in a page and gives its text.
///
/// What is never read goes first (scripts, hidden parts), then what is doubtful by element, role or
/// name and holds little of the page's prose. The article is the element that the page itself names
/// (`itemprop="articleBody"`, `<article>`, `<main>`) if it holds enough of what is left; else the
/// innermost element that holds most of it. Of its blocks those go that are mostly links, and
/// headings with nothing below them. The shares are measured in bytes of prose: blocks as long as a
/// sentence, less than half of them links (after Kohlschütter, Fankhauser and Nejdl, 'Boilerplate
/// Detection using Shallow Text Features', 2010, who found length and link density to be enough).
struct ArticleText {
  /// The text; empty where the page has none.
  private(set) var text = ""
  /// How many bytes of it are prose.
  private(set) var proseCount = 0

  /// A doubtful element is kept from this share of the page's prose on, in per cent.
  private static let doubtfulShare = 40
  /// An element that the page names as the article needs this share, in per cent.
  private static let namedShare = 50
  /// The innermost element with this share is the article where none is named, in per cent.
  private static let foundShare = 80

  /// Finds the article in a page.
  init(of tree: HTMLTree) {
    guard !tree.nodes.isEmpty else { return }
    var boilerplate = Boilerplate(of: tree)
    var isLeftOut = tree.nodes.indices.map { boilerplate.isNeverRead($0) }
    let all = PageBlocks(of: tree) { isLeftOut[$0] }.blocks
    let prose = Self.prose(of: all, in: tree)
    let total = prose[0]
    for index in tree.nodes.indices
    where !isLeftOut[index] && (total == 0 || prose[index] * 100 < total * Self.doubtfulShare) {
      isLeftOut[index] = boilerplate.isDoubtful(index)
    }
    let kept = PageBlocks(of: tree) { isLeftOut[$0] }.blocks
    let keptProse = Self.prose(of: kept, in: tree)
    let root = Self.root(in: tree, prose: keptProse)
    let range = root..<tree.nodes[root].end
    let article = Self.article(kept.filter { range.contains($0.owner) })
    // A page of nothing but links and labels is given as it stands, rather than not at all.
    let chosen = article.isEmpty ? (kept.isEmpty ? all : kept) : article
    text = Self.joined(chosen)
    proseCount = keptProse[root]
  }

  /// The bytes of prose in each subtree.
  private static func prose(of blocks: [PageBlock], in tree: HTMLTree) -> [Int] {
    var prose = [Int](repeating: 0, count: tree.nodes.count)
    for block in blocks where block.isProse { prose[block.owner] += block.text.count }
    for index in tree.nodes.indices.reversed() where tree.nodes[index].parent >= 0 {
      prose[tree.nodes[index].parent] += prose[index]
    }
    return prose
  }

  // MARK: - The article's element

  private static func root(in tree: HTMLTree, prose: [Int]) -> Int {
    let total = prose[0]
    if total == 0 { return 0 }
    var bestBody = (index: -1, prose: 0)
    var bestArticle = (index: -1, prose: 0)
    var bestMain = (index: -1, prose: 0)
    for (index, node) in tree.nodes.enumerated() where prose[index] > 0 {
      let properties = tree.attribute("itemprop", of: index)?.lowercased() ?? ""
      if properties.contains("articlebody"), prose[index] > bestBody.prose {
        bestBody = (index, prose[index])
      }
      if node.element == .article, prose[index] > bestArticle.prose {
        bestArticle = (index, prose[index])
      }
      let isMain = node.element == .main || tree.attribute("role", of: index) == "main"
      if isMain, prose[index] > bestMain.prose { bestMain = (index, prose[index]) }
    }
    for best in [bestBody, bestArticle] where best.prose * 100 >= total * namedShare {
      return best.index
    }
    let start = bestMain.prose * 100 >= total * namedShare ? bestMain.index : 0
    return innermost(from: start, in: tree, prose: prose)
  }

  /// Goes down from an element as long as one element inside holds most of its prose.
  private static func innermost(from start: Int, in tree: HTMLTree, prose: [Int]) -> Int {
    let wanted = prose[start] * foundShare
    var root = start
    search: while true {
      var child = root + 1
      while child < tree.nodes[root].end {
        let isBlock = tree.nodes[child].element.flow != .inline
        if isBlock, prose[child] * 100 >= wanted {
          // A single long paragraph is no article: its siblings belong to it.
          if tree.nodes[child].element == .p { return root }
          root = child
          continue search
        }
        child =
          tree.nodes[child].element.flow == .inline && prose[child] * 100 >= wanted
          ? child + 1 : tree.nodes[child].end
      }
      return root
    }
  }

  // MARK: - The article's blocks

  private static func article(_ blocks: [PageBlock]) -> [PageBlock] {
    var article: [PageBlock] = []
    // From the end, for a heading counts by what follows it: only a rank above this one has
    // something of its own below it.
    var claimable = 0
    for block in blocks.reversed() {
      if let rank = block.headingRank {
        if rank < claimable {
          article.append(block)
          claimable = rank
        }
        continue
      }
      if block.isLinks || Boilerplate.isFurniture(String(decoding: block.text, as: UTF8.self)) {
        continue
      }
      article.append(block)
      claimable = 7
    }
    return article.reversed()
  }

  private static func joined(_ blocks: [PageBlock]) -> String {
    var text: [UInt8] = []
    for block in blocks {
      if !text.isEmpty { text += [UInt8](repeating: 0x0A, count: max(block.gap, 1)) }
      text += block.text
    }
    return String(decoding: text, as: UTF8.self)
  }
}
