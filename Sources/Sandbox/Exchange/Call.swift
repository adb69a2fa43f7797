import PowerAuth
import TokenModel

/// One request on its way to an endpoint, with the books it may read and write.
struct Call {
  let request: SandboxRequest
  /// The variable segments of the path, in their order.
  let pathValues: [String]
  let ledger: Ledger
  let templates: OperationTemplates
  /// What goes wrong with this request.
  let faults: SandboxFaults
  /// The published list of certificates.
  let fingerprints: FingerprintPublisher
  /// Makes other things go wrong from now on.
  let setFaults: @Sendable (SandboxFaults) -> Void

  /// The parsed body; throws `Refusal.generic` as the mobile endpoints do for malformed JSON.
  func json() throws(Refusal) -> JSONValue {
    guard let json = try? JSONValue(parsing: request.body), json.object != nil else {
      throw .generic
    }
    return json
  }

  /// Two letters of the language that the caller prefers; English unless told.
  var language: String { AcceptedLanguage.preferred(request.header("Accept-Language")) }
}

/// The header by which a client says in which language it wants to read.
enum AcceptedLanguage {
  /// The primary subtag with the highest weight: `cs` of `en;q=0.5, cs-CZ`.
  static func preferred(_ header: String?) -> String {
    let ranges = (header ?? "").split(separator: ",").compactMap(range)
    // The first of equals wins: `max` would give the last.
    let best = ranges.reduce(nil as (language: String, weight: Double)?) { best, next in
      if let best, best.weight >= next.weight { best } else { next }
    }
    return best?.language ?? "en"
  }

  private static func range(_ text: Substring) -> (language: String, weight: Double)? {
    let parts = text.split(separator: ";").map { $0.filter { !$0.isWhitespace } }
    guard let tag = parts.first, let language = tag.split(separator: "-").first,
      language.allSatisfy(\.isLetter)
    else { return nil }
    let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) }
    return (language.lowercased(), weight ?? 1)
  }
}
