import FoundationEssentials
import PowerAuth
import TokenModel

/// How the book is kept: JSON, and with it who vouched for what it holds.
extension PinBook {
  /// Nil where it was kept for another key or another rule, or is unreadable: then it is fetched anew.
  init?(kept bytes: [UInt8], for service: PinService) {
    guard let document = try? JSONValue(parsing: bytes),
      document["service"]?.string == Base64.encode(service.identifier),
      let members = document["entries"]?.array, let nextUpdate = document["nextUpdate"]?.int
    else { return nil }
    let entries = members.compactMap(PinEntry.init(kept:))
    guard entries.count == members.count else { return nil }
    self.init(
      entries: entries, nextUpdate: nextUpdate,
      domains: document["domains"].flatMap(PinDomains.init(kept:)))
  }

  func kept(for service: PinService) -> [UInt8] {
    var members: [String: JSONValue] = [
      "service": .string(Base64.encode(service.identifier)),
      "nextUpdate": .number(Decimal(nextUpdate)), "entries": .array(entries.map(\.kept)),
    ]
    members["domains"] = domains?.kept
    return JSONValue.object(members).bytes()
  }
}

extension PinEntry {
  fileprivate init?(kept: JSONValue) {
    guard let name = kept["name"]?.string,
      let fingerprint = kept["fingerprint"]?.string.flatMap(Base64.decode),
      let expires = kept["expires"]?.int, let depth = kept["depth"]?.int
    else { return nil }
    self.init(name: name, fingerprint: fingerprint, expires: expires, depth: Int(depth))
  }

  fileprivate var kept: JSONValue {
    [
      "name": .string(name), "fingerprint": .string(Base64.encode(fingerprint)),
      "expires": .number(Decimal(expires)), "depth": .number(Decimal(depth)),
    ]
  }
}

extension PinDomains {
  fileprivate init?(kept: JSONValue) {
    guard let unlisted = kept["unlisted"]?.bool, let listed = kept["listed"]?.object else {
      return nil
    }
    self.init(isRequiredForUnlisted: unlisted, isRequired: listed.compactMapValues(\.bool))
  }

  fileprivate var kept: JSONValue {
    [
      "unlisted": .bool(isRequiredForUnlisted),
      "listed": .object(isRequired.mapValues(JSONValue.bool)),
    ]
  }
}
