/// The body of a plain request: `{"requestObject": …}`.
public struct RequestEnvelope<Object: Codable & Sendable>: Codable, Sendable {
  public let requestObject: Object

  public init(_ object: Object) { requestObject = object }
}

extension RequestEnvelope: Equatable where Object: Equatable {}

/// The body of a plain response: `{"status": "OK", "responseObject": …}`.
public struct ResponseEnvelope<Object: Codable & Sendable>: Codable, Sendable {
  /// `OK` or `ERROR`.
  public let status: String
  public let responseObject: Object?

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
  public static let ok = "OK"
  public static let error = "ERROR"
}
