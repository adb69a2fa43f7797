import TokenModel

/// The way to the server: one request, one whole answer.
public protocol Transport: Sendable {
  /// Sends a POST and waits for the whole answer; nothing is ever sent twice.
  func send(_ request: OutgoingRequest) async throws(TransportFault) -> IncomingAnswer
}

/// One header of a request or an answer.
public struct HeaderField: Sendable, Equatable {
  public let name: String
  public let value: String

  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

/// A POST, ready to leave.
public struct OutgoingRequest: Sendable, Equatable {
  /// The whole exchange, body included, takes at most so long.
  public static let defaultTimeoutSeconds = 20

  public let url: String
  public let headers: [HeaderField]
  public let body: [UInt8]
  public let timeoutSeconds: Int

  public init(
    url: String, headers: [HeaderField], body: [UInt8],
    timeoutSeconds: Int = defaultTimeoutSeconds
  ) {
    self.url = url
    self.headers = headers
    self.body = body
    self.timeoutSeconds = timeoutSeconds
  }
}

/// What came back, whatever its status.
public struct IncomingAnswer: Sendable, Equatable {
  public let status: Int
  public let headers: [HeaderField]
  public let body: [UInt8]

  public init(status: Int, headers: [HeaderField], body: [UInt8]) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// The first header of that name, whatever its case.
  public func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }
}

/// Why no answer came, and whether the server may have acted all the same.
public struct TransportFault: Error, Equatable, Sendable {
  public let fault: NetworkFault
  /// False only when it is certain that no byte of the request reached the server.
  public let mayHaveBeenSent: Bool

  public init(_ fault: NetworkFault, mayHaveBeenSent: Bool) {
    self.fault = fault
    self.mayHaveBeenSent = mayHaveBeenSent
  }
}
