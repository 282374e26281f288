/// Comma-separated tables, read and written byte for byte, over libcsv.
///
/// Takes bytes from any source, in chunks, and gives rows of fields without copying them into
/// strings unless asked: ``CSVReader`` for tables of any size, ``CSVTable`` for small ones,
/// ``CSVWriter`` for output and ``JSONValue`` for the little JSON that goes with tables. Refuses
/// what RFC 4180 does not allow by naming row, line, column and byte (``CSVError``), or, in the
/// dialect for foreign tables, mends it and says so (``CSVRepair``).
package enum DelimitedText {}
