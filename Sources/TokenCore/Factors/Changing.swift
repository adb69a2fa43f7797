import TokenModel

extension Token {
  /// Changes what is remembered of an activation, all or nothing; throws `noActivation` once it is gone.
  func change(
    _ activationID: String, _ body: @Sendable (inout StoredActivation) -> Void
  ) throws(TokenFailure) {
    let changed = try stored { () throws(StorageFault) in
      try store.update(activationID, body)
    }
    guard changed != nil else { throw .noActivation }
  }
}

/// The body of a plain request.
enum RequestBody {
  /// `{"requestObject": …}` around `object`.
  static func bytes(_ object: JSONValue) -> [UInt8] {
    JSONValue.object(["requestObject": object]).bytes()
  }
}
