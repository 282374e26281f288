import Glibc

/// Runs something and tells how long it took the processor.
///
/// The clock on the wall goes on while other tests hold the processors, so a limit on it says more
/// about the machine than about the code.
///
/// - Parameter body: What is measured; it has to do its work on the thread that calls it.
/// - Returns: What `body` gave, and the seconds of processor time that its thread spent on it.
/// - Throws: What `body` throws.
package func measuringProcessorTime<Result>(
  _ body: () throws -> Result
) rethrows -> (result: Result, seconds: Double) {
  let start = threadSeconds()
  let result = try body()
  return (result, threadSeconds() - start)
}

/// The processor time of the thread so far, in seconds.
private func threadSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
