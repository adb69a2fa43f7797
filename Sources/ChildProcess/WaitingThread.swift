import Glibc

/// A thread for one wait, so that no thread of Swift's small pool is blocked by it.
enum WaitingThread {
  private final class Work {
    let body: () -> Void
    init(_ body: @escaping () -> Void) { self.body = body }
  }

  /// Runs `body` with all signals blocked; nil when the system has no thread left.
  ///
  /// Signals belong to the threads that expect them; SIGPIPE in particular becomes an error.
  static func run<Result: Sendable>(_ body: @escaping @Sendable () -> Result) async -> Result? {
    await withCheckedContinuation { continuation in
      let work = Work { continuation.resume(returning: body()) }
      let held = Unmanaged.passRetained(work)
      var thread = pthread_t()
      let failure = pthread_create(
        &thread, nil,
        { held in
          var all = sigset_t()
          sigfillset(&all)
          pthread_sigmask(SIG_SETMASK, &all, nil)
          if let held { Unmanaged<Work>.fromOpaque(held).takeRetainedValue().body() }
          return nil
        }, held.toOpaque())
      guard failure == 0 else {
        held.release()
        continuation.resume(returning: nil)
        return
      }
      pthread_detach(thread)
    }
  }
}
