/// The values that everything else is about; this module imports nothing.
///
/// Data flows one way: ``Document`` → sentence → mention → ``Claim`` → table → question → range,
/// finding → report. Each type here is a plain value: it can be built, compared and sent between
/// threads, and it holds no reference to a file, a clock or a locale.
package enum ClaimModel {}
