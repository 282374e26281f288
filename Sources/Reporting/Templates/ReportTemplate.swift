package import ClaimModel
import Mustache

/// A report's form given by its user: a Mustache template for HTML or Markdown.
///
/// Names in double braces are replaced by the report's values, which are already escaped for the
/// format, so that no document's words can break out of it; sections repeat for lists and are left out
/// where a value is missing. ``TemplateContext`` lists the names.
///
///     # {{title}}
///     {{#headlines}}
///     * {{sentence}}{{#claims}} [{{number}}]{{/claims}}
///     {{/headlines}}
package struct ReportTemplate: Sendable {
  /// The formats that templates can be written for.
  package enum Format: String, Sendable, CaseIterable {
    case html, markdown
  }

  package let format: Format
  private let template: MustacheTemplate

  /// A template from its text.
  ///
  /// - Parameters:
  ///   - text: The template.
  ///   - name: The file's name, for errors.
  ///   - format: What it makes.
  /// - Throws: What is wrong with the template, and where.
  package init(_ text: String, named name: String, format: Format) throws(InputFault) {
    self.format = format
    do {
      // Values come escaped; the library is not to escape them again.
      template = try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}" + text)
    } catch let error as MustacheTemplate.ParserError {
      let column = error.context.lineNumber == 1 ? 23 : 0
      throw InputFault(
        subject: name,
        location:
          "line \(error.context.lineNumber), column \(max(1, error.context.columnNumber - column))",
        problem: "not a Mustache template: \(Self.words(error.error))",
        advice: "see that every {{#name}} has its {{/name}} and every {{ its }}")
    } catch {
      throw InputFault(
        subject: name, problem: "not a Mustache template: \(error)",
        advice: "see that every {{#name}} has its {{/name}} and every {{ its }}")
    }
  }

  /// Writes the report as the template has it; a template is rendered whole, so limits hold it in
  /// memory.
  package func write(
    _ report: Report, limits: ReportLimits = .page, to output: inout TextOutput
  ) throws {
    let context = TemplateContext(report, format: format, limits: limits)
    try output.write(template.render(context))
    try output.finish()
  }

  private static func words(_ error: any Error) -> String {
    guard let error = error as? MustacheTemplate.Error else { return "it ends too early" }
    return switch error {
    case .sectionCloseNameIncorrect: "a section is closed under another name"
    case .unfinishedName: "a name is not closed by }}"
    case .expectedSectionEnd: "a section is not closed"
    case .invalidSetDelimiter: "delimiters are set wrongly"
    default: "\(error)"
    }
  }
}
