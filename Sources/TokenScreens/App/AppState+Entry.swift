import TokenModel

/// Sign-ins and profiles, and what came of them.
extension AppState {
  mutating func entered(_ event: AppEvent) -> [Step] {
    []
  }
}
