import TokenModel

/// What the settings asked for, and what came of it.
extension AppState {
  mutating func settled(_ event: AppEvent) -> [Step] {
    []
  }
}
