/// The elements that make a difference to what is read; all others are `other`.
enum HTMLElement: UInt8 {
  case text, other
  case html, head, body, title, meta, link, base
  case script, style, noscript, template, iframe, object, canvas, svg, math, audio, video, map
  case article, main, section, header, footer, nav, aside, div, dialog, hgroup, address, center
  case h1, h2, h3, h4, h5, h6, p, pre, blockquote, hr, br, wbr
  case ul, ol, li, dl, dt, dd, menu
  case table, caption, thead, tbody, tfoot, tr, th, td, colgroup, col
  case figure, figcaption, picture, img, source
  case form, fieldset, legend, button, input, select, option, textarea, label
  case a, b, strong, i, em, u, font, span, small, big, sub, sup, q, cite, abbr, time, mark, code
  case del, ins, s, strike, details, summary

  /// The elements by their names in lower case.
  static let named: [String: HTMLElement] = {
    var names: [String: HTMLElement] = [:]
    for raw in UInt8.min...UInt8.max {
      guard let element = HTMLElement(rawValue: raw) else { break }
      if element != .text && element != .other { names["\(element)"] = element }
    }
    return names
  }()

  /// How an element's text stands to the text around it.
  enum Flow {
    /// In the line.
    case inline
    /// On lines of its own.
    case line
    /// In a paragraph of its own.
    case paragraph
  }

  /// How the element's text stands to the text around it.
  var flow: Flow {
    switch self {
    case .li, .dt, .dd, .tr, .option, .legend, .caption: .line
    case .html, .body, .article, .main, .section, .header, .footer, .nav, .aside, .div, .dialog,
      .hgroup, .address, .center, .h1, .h2, .h3, .h4, .h5, .h6, .p, .pre, .blockquote, .hr, .ul,
      .ol, .dl, .menu, .table, .thead, .tbody, .tfoot, .figure, .figcaption, .form, .fieldset,
      .details, .summary, .td, .th, .title:
      .paragraph
    default: .inline
    }
  }

  /// The rank of a heading, 1 to 6; nil for anything else.
  var headingRank: Int? {
    switch self {
    case .h1: 1
    case .h2: 2
    case .h3: 3
    case .h4: 4
    case .h5: 5
    case .h6: 6
    default: nil
    }
  }

  /// Whether the element is never part of what people read.
  var isNeverRead: Bool {
    switch self {
    case .head, .script, .style, .noscript, .template, .iframe, .object, .canvas, .svg, .math,
      .audio, .video, .map, .input, .select, .textarea, .button, .del, .s, .strike, .dialog:
      true
    default: false
    }
  }
}
