/// To be filled: see the design.
package enum Reporting {}
