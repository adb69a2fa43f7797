/// The whole state of the interface.
public struct AppState: Equatable, Sendable {
  let context: StartContext
  /// Size of the terminal.
  public internal(set) var size: Size

  public init(_ context: StartContext, size: Size) {
    self.context = context
    self.size = size
  }
}
