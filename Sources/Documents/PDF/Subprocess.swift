#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Runs a program, gives it bytes and takes its output, within limits of time and size.
enum Subprocess {
  /// What a program gave.
  struct Output {
    /// Its standard output.
    var bytes: [UInt8]
    /// Its exit status; 128 and the signal's number where a signal ended it.
    var status: Int32
  }

  /// Why there is no output.
  enum Failure: Error {
    /// No such program on the path.
    case notFound
    /// The system refused, with this error number.
    case notStarted(Int32)
    /// It took longer than this many seconds and was ended.
    case tooSlow(seconds: Int)
    /// It gave more than this many bytes and was ended.
    case tooMuch(limit: Int)
  }

  /// Runs a program that the search path finds.
  ///
  /// - Parameters:
  ///   - name: The program's name.
  ///   - arguments: Its arguments, without the name.
  ///   - input: What it gets as standard input.
  ///   - outputLimit: The greatest output in bytes.
  ///   - seconds: The longest time.
  /// - Returns: Its output and status.
  /// - Throws: Why there is none.
  static func run(
    _ name: String, _ arguments: [String], input: [UInt8], outputLimit: Int, seconds: Int
  ) throws(Failure) -> Output {
    var toChild: (read: Int32, write: Int32) = (-1, -1)
    var fromChild: (read: Int32, write: Int32) = (-1, -1)
    try openPipe(&toChild)
    do throws(Failure) { try openPipe(&fromChild) } catch {
      closeAll([toChild.read, toChild.write])
      throw error
    }
    var child = pid_t()
    let code = spawn(&child, [name] + arguments, input: toChild.read, output: fromChild.write)
    closeAll([toChild.read, fromChild.write])
    if code != 0 {
      closeAll([toChild.write, fromChild.read])
      throw code == ENOENT ? .notFound : .notStarted(code)
    }
    var exchange = Exchange(
      input: input, to: toChild.write, from: fromChild.read, outputLimit: outputLimit,
      milliseconds: seconds * 1000)
    let failure = exchange.run()
    exchange.close()
    if failure != nil { kill(child, SIGKILL) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    switch failure {
    case .time: throw .tooSlow(seconds: seconds)
    case .size: throw .tooMuch(limit: outputLimit)
    case nil: break
    }
    let signal = status & 0x7F
    return Output(
      bytes: exchange.output, status: signal == 0 ? (status >> 8) & 0xFF : 128 + signal)
  }

  private static func openPipe(_ ends: inout (read: Int32, write: Int32)) throws(Failure) {
    var descriptors: [Int32] = [0, 0]
    if pipe(&descriptors) != 0 { throw .notStarted(errno) }
    for descriptor in descriptors { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    ends = (descriptors[0], descriptors[1])
  }

  private static func closeAll(_ descriptors: [Int32]) {
    for descriptor in descriptors { close(descriptor) }
  }

  private static func spawn(
    _ child: inout pid_t, _ words: [String], input: Int32, output: Int32
  ) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var arguments = words.map { strdup($0) }
    defer { for argument in arguments { free(argument) } }
    arguments.append(nil)
    return posix_spawnp(&child, words[0], &actions, nil, &arguments, environ)
  }

  /// Writes and reads in turns, so that neither side waits for the other for ever.
  private struct Exchange {
    enum Stop { case time, size }

    let input: [UInt8]
    var to: Int32
    let from: Int32
    let outputLimit: Int
    var milliseconds: Int
    var written = 0
    var output: [UInt8] = []

    mutating func run() -> Stop? {
      _ = fcntl(to, F_SETFL, O_NONBLOCK)
      // A program that stops reading must not end this one; only this thread is concerned.
      let brokenPipe = BlockedBrokenPipe()
      defer { brokenPipe.unblock() }
      let deadline = ContinuousClock.now + .milliseconds(milliseconds)
      let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 65_536, alignment: 1)
      defer { chunk.deallocate() }
      while true {
        if written == input.count { closeInput() }
        var waiting = [
          pollfd(fd: from, events: Int16(POLLIN), revents: 0),
          pollfd(fd: to, events: Int16(POLLOUT), revents: 0),
        ]
        if poll(&waiting, 2, 1000) < 0, errno != EINTR { return nil }
        if ContinuousClock.now > deadline { return .time }
        if waiting[1].revents != 0 { write() }
        if waiting[0].revents != 0 {
          let count = read(from, chunk.baseAddress, chunk.count)
          if count == 0 { return nil }
          if count > 0 { output += chunk[..<count] }
          if output.count > outputLimit { return .size }
        }
      }
    }

    private mutating func write() {
      let count = input.withUnsafeBytes { bytes in
        #if canImport(Glibc)
          Glibc.write(to, bytes.baseAddress?.advanced(by: written), bytes.count - written)
        #elseif canImport(Musl)
          Musl.write(to, bytes.baseAddress?.advanced(by: written), bytes.count - written)
        #elseif canImport(Darwin)
          Darwin.write(to, bytes.baseAddress?.advanced(by: written), bytes.count - written)
        #endif
      }
      if count > 0 {
        written += count
      } else if count < 0, errno != EAGAIN, errno != EINTR {
        written = input.count
      }
    }

    private mutating func closeInput() {
      if to >= 0 { Subprocess.closeAll([to]) }
      to = -1
    }

    mutating func close() {
      closeInput()
      Subprocess.closeAll([from])
    }
  }
}

/// Keeps the signal of a broken pipe from the current thread, so that writing fails instead.
private struct BlockedBrokenPipe {
  private var signals = sigset_t()
  private var previous = sigset_t()

  init() {
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    pthread_sigmask(SIG_BLOCK, &signals, &previous)
  }

  /// Takes the signal if it came, and lets later ones through.
  func unblock() {
    var (signals, previous) = (signals, previous)
    if sigismember(&previous, SIGPIPE) == 0 {
      #if canImport(Darwin)
        var pending = sigset_t()
        var signal: Int32 = 0
        sigpending(&pending)
        if sigismember(&pending, SIGPIPE) == 1 { sigwait(&signals, &signal) }
      #else
        var none = timespec()
        sigtimedwait(&signals, nil, &none)
      #endif
    }
    pthread_sigmask(SIG_SETMASK, &previous, nil)
  }
}
