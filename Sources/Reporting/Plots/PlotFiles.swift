/// The plots of a report as SVG files of their own.
package struct PlotFiles: Sendable {
  /// One plot: a file's name and what writes it.
  package struct File {
    package let name: String
    package let write: (inout TextOutput) throws -> Void
  }

  /// Questions that get plots of their own.
  package var limit: Int

  package init(limit: Int = 200) {
    self.limit = limit
  }

  /// The plots, the most telling first.
  ///
  /// They are called `bias.svg`, `coverage.svg`, `forest-1.svg`, `timeline-1.svg` and so on.
  package func files(of report: Report) -> [File] {
    var files: [File] = []
    let bias = BiasPlot(report)
    if bias.isDrawable {
      files.append(File(name: "bias.svg") { try bias.write(standalone: true, to: &$0) })
    }
    let coverage = CoveragePlot(report)
    if coverage.isDrawable {
      files.append(File(name: "coverage.svg") { try coverage.write(to: &$0) })
    }
    for (index, range) in report.questions.prefix(limit).enumerated() {
      let forest = ForestPlot(report, range, number: index + 1)
      if forest.isDrawable {
        files.append(
          File(name: "forest-\(index + 1).svg") { try forest.write(standalone: true, to: &$0) })
      }
      let timeline = TimelinePlot(report, range, number: index + 1)
      if timeline.isDrawable {
        files.append(
          File(name: "timeline-\(index + 1).svg") { try timeline.write(standalone: true, to: &$0) })
      }
    }
    return files
  }
}
