/// The body of a plain request: `{"requestObject": …}`.
public struct RequestEnvelope<Object: Codable & Sendable>: Codable, Sendable {
  /// What is asked.
  public let requestObject: Object

  /// Puts what is asked into its envelope.
  public init(_ object: Object) { requestObject = object }
}

extension RequestEnvelope: Equatable where Object: Equatable {}

/// The body of a plain response: `{"status": "OK", "responseObject": …}`.
public struct ResponseEnvelope<Object: Codable & Sendable>: Codable, Sendable {
  /// `OK` or `ERROR`.
  public let status: String
  /// What is answered.
  public let responseObject: Object?

  /// Puts what is answered into its envelope.
  public init(status: String = ResponseStatus.ok, _ object: Object?) {
    self.status = status
    responseObject = object
  }

  /// Whether the server says that it did what was asked; the HTTP status must be 200 as well.
  public var isOK: Bool { status == ResponseStatus.ok }
}

extension ResponseEnvelope: Equatable where Object: Equatable {}

/// The two values of a response's status.
public enum ResponseStatus {
  /// Done.
  public static let ok = "OK"
  /// Refused; the object says why.
  public static let error = "ERROR"
}
