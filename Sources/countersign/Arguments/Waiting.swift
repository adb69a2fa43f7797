import Glibc
import Synchronization

/// Lets this thread wait for asynchronous work, so that the main thread stays the main thread.
///
/// An asynchronous `main` would end it on Linux and run elsewhere; then tools that look at the
/// process by its first thread see nothing, and the interface could not stay on one thread.
func waitFor<Value: Sendable>(
  _ work: @escaping @Sendable () async throws -> Value
) throws -> Value {
  let gate = Gate()
  let result = Mutex<Result<Value, any Error>?>(nil)
  Task {
    let outcome: Result<Value, any Error>
    do { outcome = .success(try await work()) } catch { outcome = .failure(error) }
    result.withLock { $0 = outcome }
    gate.open()
  }
  gate.wait()
  guard let outcome = result.withLock({ $0 }) else { throw CancellationError() }
  return try outcome.get()
}

/// A POSIX semaphore that opens once.
private final class Gate: @unchecked Sendable {
  // `@unchecked`: the semaphore is made to be used by several threads.
  private let semaphore = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)

  init() { sem_init(semaphore, 0, 0) }

  deinit {
    sem_destroy(semaphore)
    semaphore.deallocate()
  }

  func open() { sem_post(semaphore) }

  func wait() {
    while sem_wait(semaphore) != 0, errno == EINTR {}
  }
}
