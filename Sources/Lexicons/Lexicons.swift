/// Words, registers and conventions as typed tables, read from `Data/`.
///
/// Takes the embedded files (or a folder that replaces them), gives typed values, and refuses a
/// table with an unknown column value by naming the file, the row and what was expected.
package enum Lexicons {}
