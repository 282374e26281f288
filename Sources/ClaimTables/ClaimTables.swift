/// Claims as rows of a table, and the schema of every table of the toolkit.
///
/// Takes a claims table from anywhere and gives claims (``ClaimTableReader``), and the other way
/// round (``ClaimTableWriter``); gives claims their ids (``ClaimID``), applies what people decided
/// about them (``Review``), and describes tables for other programs (``TableSchema``,
/// ``DataPackage``). Refuses a table without its required columns, and a row with a value that its
/// column does not allow: such a row is skipped with a fault that names file, line and column.
package enum ClaimTables {}
