/// Sorting of more rows than memory holds.
///
/// Takes rows as bytes, written field by field with a ``RowWriter`` so that they compare as their
/// fields do, in any order; gives them back sorted (``RowSorter``, ``SortedRows``), to be read with
/// a ``RowReader``. What does not fit into the memory that a ``SpillStore`` allows goes to files
/// that the store makes. Refuses nothing itself: it touches nothing outside, and what the files
/// throw goes to the caller.
package enum RowSorting {}
