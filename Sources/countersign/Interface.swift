import TokenModel

/// Opens the interface on the calling thread and returns when it is left.
enum Interface {
  /// `code` is offered at the start where this device is not activated yet.
  static func run(_ location: Location, offering code: ActivationCode? = nil) throws {
    _ = try location.settings()
    throw CommandFailure.usage(
      "The interface is not part of this build.", next: "Use a command: countersign --help")
  }
}
