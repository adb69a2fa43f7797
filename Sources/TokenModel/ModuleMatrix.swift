/// The square of dark and light modules that a camera reads.
public struct ModuleMatrix: Sendable, Equatable {
  /// Modules on each side, without the quiet zone around them.
  public let width: Int
  /// Row by row; true is dark.
  private let modules: [Bool]

  /// Nil unless the modules fill a square.
  public init?(width: Int, modules: [Bool]) {
    guard width > 0, modules.count == width * width else { return nil }
    self.width = width
    self.modules = modules
  }

  /// Whether a module is dark; light outside of the symbol, so that a quiet zone can be drawn.
  public func isDark(x: Int, y: Int) -> Bool {
    guard (0..<width).contains(x), (0..<width).contains(y) else { return false }
    return modules[y * width + x]
  }
}
