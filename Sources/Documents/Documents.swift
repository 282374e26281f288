/// Files and streams become documents.
///
/// Takes paths (files, folders, `-` for standard input) and gives, one by one and in a stable
/// order, a ``Document`` for each text that they hold: plain text, Markdown, HTML, PDF, JSON
/// Lines, CSV with a text column and WARC, each also gzipped, with title, publisher, date and the
/// rest from the text's own metadata and from a `corpus.csv` beside it. ``DocumentReader`` is the
/// way in. What cannot be read becomes one ``InputFault`` and the rest goes on: nothing here
/// throws to its caller, waits for a writer that never comes, or holds more than one document and
/// one buffer in memory. Refuses binary files, devices, named pipes and whatever is larger than
/// ``InputLimits`` allows.
package enum Documents {}
