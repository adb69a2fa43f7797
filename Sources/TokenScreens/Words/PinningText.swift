import TokenModel

/// The words about what is pinned; the command line prints the same.
public enum PinningText {
  /// Whether and how, in a few words.
  public static func kind(_ kind: PinningKind) -> String {
    switch kind {
    case .off: say("pinning.kind-off")
    case .fixed(let count): say("pinning.kind-fixed", count: count)
    case .list(let isChallenged): list(isChallenged)
    case .fixedAndList(let count, let isChallenged):
      say(
        "pinning.kind-and",
        ["fixed": say("pinning.kind-fixed", count: count), "list": list(isChallenged)])
    }
  }

  private static func list(_ isChallenged: Bool) -> String {
    isChallenged ? say("pinning.kind-challenge") : say("pinning.kind-static")
  }

  /// What came of fetching the list.
  public static func update(_ update: PinUpdate) -> String {
    switch update {
    case .ok: say("pinning.updated")
    case .storeIsEmpty: say("pinning.update-empty")
    case .networkError: say("pinning.update-network")
    case .invalidData: say("pinning.update-data")
    case .invalidSignature: say("pinning.update-signature")
    }
  }

  /// All of it, line by line; `time` writes seconds since 1970 in the zone of the reader.
  public static func lines(_ report: PinReport, time: (Int64) -> String) -> [String] {
    guard report.service != nil || !report.pins.isEmpty else { return [say("pinning.pins-none")] }
    let pins =
      report.pins.isEmpty
      ? [say("pinning.pins-empty")]
      : [say("pinning.pins-heading")] + report.pins.flatMap { lines($0, time: time) }
    return pins + domains(report.domains) + service(report, time: time)
  }

  private static func lines(_ pin: PinReport.Pin, time: (Int64) -> String) -> [String] {
    let name = pin.name.map { DisplayText($0).singleLine } ?? say("pinning.pins-all-names")
    var facts = [name, source(pin.source), term(pin, time: time)]
    if pin.depth > 0 { facts.append(say("pinning.pins-issuer", ["depth": String(pin.depth)])) }
    return ["  " + facts.joined(separator: " · "), "    SHA-256 " + pin.fingerprint]
  }

  private static func term(_ pin: PinReport.Pin, time: (Int64) -> String) -> String {
    guard let expires = pin.expires else { return say("pinning.pins-never") }
    let time = time(expires)
    return pin.isExpired
      ? say("pinning.pins-expired", ["time": time]) : say("pinning.pins-until", ["time": time])
  }

  private static func source(_ source: PinReport.Source) -> String {
    switch source {
    case .certificate: say("pinning.source-certificate")
    case .publicKey: say("pinning.source-key")
    case .fallback: say("pinning.source-fallback")
    case .list: say("pinning.source-list")
    }
  }

  private static func domains(_ domains: PinDomains?) -> [String] {
    guard let domains else { return [] }
    let names = domains.isRequired.filter { !$0.value }.keys.sorted()
      .map { DisplayText($0).singleLine }
    var lines: [String] = []
    if !names.isEmpty {
      lines.append(say("pinning.pins-unpinned", ["names": names.joined(separator: ", ")]))
    }
    if !domains.isRequiredForUnlisted { lines.append(say("pinning.pins-unlisted")) }
    return lines
  }

  private static func service(_ report: PinReport, time: (Int64) -> String) -> [String] {
    guard let service = report.service else { return [] }
    var lines = [say("pinning.pins-service", ["address": DisplayText(service).singleLine])]
    if let next = report.nextUpdate { lines.append(say("pinning.pins-next", ["time": time(next)])) }
    return lines
  }
}
