import TokenModel

/// How long and how often to try for the right to sign.
enum SigningPatience {
  /// Longer than the longest exchange, so that an honest holder is waited for.
  static let milliseconds: Int64 = 25_000
  static let pauseMilliseconds: Int64 = 50
}

extension Token {
  /// Runs `work` alone among all that signs for this profile, in this process and in others.
  ///
  /// Cancelling ends only the waiting for other processes: who is before us in this one is waited for,
  /// and once the turn has come, the work is done to its end.
  func alone<Value: Sendable>(
    _ work: @escaping @Sendable (isolated Token) async throws(TokenFailure) -> Value
  ) async throws(TokenFailure) -> Value {
    let previous = lastTurn
    let turn = Task { () -> Result<Value, TokenFailure> in
      await previous?.value
      do throws(TokenFailure) {
        return .success(try await self.locked(work))
      } catch {
        return .failure(error)
      }
    }
    lastTurn = Task { _ = await turn.value }
    return try await withTaskCancellationHandler {
      await turn.value
    } onCancel: {
      turn.cancel()
    }.get()
  }

  private func locked<Value: Sendable>(
    _ work: @escaping @Sendable (isolated Token) async throws(TokenFailure) -> Value
  ) async throws(TokenFailure) -> Value {
    let lock = try await signingLock()
    // A task of its own: the work goes on although its caller was cancelled meanwhile.
    let task = Task { () -> Result<Value, TokenFailure> in
      do throws(TokenFailure) {
        return .success(try await work(self))
      } catch {
        return .failure(error)
      }
    }
    let result = await task.value
    lock.release()
    return try result.get()
  }

  private func signingLock() async throws(TokenFailure) -> any SigningLock {
    let deadline = clock.monotonicMilliseconds() + SigningPatience.milliseconds
    while true {
      guard !Task.isCancelled else { throw .network(.canceled) }
      let attempt = try stored { () throws(StorageFault) in try store.trySigningLock() }
      switch attempt {
      case .acquired(let lock): return lock
      case .held(let holder):
        guard clock.monotonicMilliseconds() < deadline else { throw .busy(holder: holder) }
        await clock.sleep(SigningPatience.pauseMilliseconds)
      }
    }
  }
}
