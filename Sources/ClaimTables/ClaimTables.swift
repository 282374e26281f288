/// To be filled: see the design.
package enum ClaimTables {}
