/// Why the user says no; the words of the Mobile Token API, or their own.
public enum RejectionReason: Equatable, Hashable, Sendable {
  case unknown, incorrectData, unexpectedOperation
  /// Stopped on a page that the bank shows before an approval.
  case preApproval
  case other(String)

  /// What goes on the wire.
  public var wire: String {
    switch self {
    case .unknown: "UNKNOWN"
    case .incorrectData: "INCORRECT_DATA"
    case .unexpectedOperation: "UNEXPECTED_OPERATION"
    case .preApproval: "PREAPPROVAL"
    case .other(let text): text
    }
  }

  /// A wire word gives its case, any other text is the user's own.
  public init(wire: String) {
    switch wire {
    case "UNKNOWN": self = .unknown
    case "INCORRECT_DATA": self = .incorrectData
    case "UNEXPECTED_OPERATION": self = .unexpectedOperation
    case "PREAPPROVAL": self = .preApproval
    default: self = .other(wire)
    }
  }
}
