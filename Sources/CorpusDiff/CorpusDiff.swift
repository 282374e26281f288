/// To be filled: see the design.
package enum CorpusDiff {}
