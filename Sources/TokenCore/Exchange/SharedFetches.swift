import TokenModel

/// Fetches of which one at a time runs for each key: who comes meanwhile gets the same result.
///
/// A fetch goes on when its callers are cancelled, since others may have joined it.
actor SharedFetches<Key: Hashable & Sendable, Value: Sendable> {
  private var running: [Key: Task<Result<Value, TokenFailure>, Never>] = [:]

  /// The result of the fetch under way, or of `fetch`.
  func value(
    for key: Key, _ fetch: @escaping @Sendable () async throws(TokenFailure) -> Value
  ) async throws(TokenFailure) -> Value {
    let task = running[key] ?? start(key, fetch)
    return try await task.value.get()
  }

  private func start(
    _ key: Key, _ fetch: @escaping @Sendable () async throws(TokenFailure) -> Value
  ) -> Task<Result<Value, TokenFailure>, Never> {
    let task = Task { () -> Result<Value, TokenFailure> in
      defer { running[key] = nil }
      do throws(TokenFailure) {
        return .success(try await fetch())
      } catch {
        return .failure(error)
      }
    }
    running[key] = task
    return task
  }
}
