/// What people look at: one report, written in each format.
///
/// Takes a ``Report`` (a `Reconciliation` with its claims, its documents and the notes on how it was
/// made) and gives text, Markdown, HTML, LaTeX, wikitext, CSV, JSON and plots, piece by piece into a
/// ``TextOutput``, so that a report's size is bound by the reader's patience and not by memory. Refuses
/// nothing that a reconciliation can hold: any text is escaped for the format it goes into, missing
/// values are dashes, and what a limit leaves out is said where it is left out.
package enum Reporting {}
