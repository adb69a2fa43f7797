import FoundationEssentials
import Logging
import PowerAuth
import TokenModel

/// Which certificates this profile's servers may show; fetches the list of them where there is one.
///
/// Fetches run one at a time: who asks meanwhile gets the same result.
public actor Pinning {
  /// Milliseconds for which the result of a fetch stands in for another one after a refusal.
  static let freshness: Int64 = 10_000
  /// Milliseconds after which an update in the background is tried again.
  static let silentPause: Int64 = 60_000
  /// Milliseconds for which the end of a command waits for an update in the background.
  static let settlingTime: Int64 = 2_000

  public nonisolated let configuration: PinConfiguration
  private let ports: PinPorts
  private let logger: Logger

  private var loaded: PinBook?
  /// From the signed time of the list's server, where its whole answer is signed.
  private var serverClock = ServerClock()
  private var running: Task<PinUpdate, Never>?
  /// The latest fetch, and when it ended by the monotonic clock.
  private var latest: (update: PinUpdate, at: Int64)?

  public init(_ configuration: PinConfiguration, ports: PinPorts, logger: Logger) {
    self.configuration = configuration
    self.ports = ports
    self.logger = logger
  }

  /// Makes sure that a list is at hand: fetches it where there is none, or beside where it is old.
  ///
  /// Returns at once unless nothing is known that a server could be compared with.
  @discardableResult
  public func update() async -> PinUpdate {
    guard configuration.service != nil else { return .ok }
    let book = book()
    // Fixed pins do without the list: a server of it that is down must not hold anything up.
    let hasFixed = !configuration.certificates.isEmpty || !configuration.publicKeys.isEmpty
    guard !book.isEmpty(at: now) || hasFixed else { return await fetch() }
    if book.isEmpty(at: now) || now >= book.nextUpdate, isOlder(than: Self.silentPause) {
      startFetching()
    }
    return .ok
  }

  /// Fetches the list now, whatever is known; the caller waits.
  public func updateNow() async -> PinUpdate {
    guard configuration.service != nil else { return .ok }
    return await fetch()
  }

  /// Waits for a fetch that runs beside, at most two seconds: a short command would always cut it off.
  public func settle() async {
    guard let running else { return }
    let (over, end) = AsyncStream<Void>.makeStream()
    let sleep = ports.clock.sleep
    Task {
      _ = await running.value
      end.finish()
    }
    Task {
      await sleep(Self.settlingTime)
      end.finish()
    }
    for await _ in over {}
  }

  /// As `updateNow`, unless it was done a moment ago: then the same came of it.
  func updateAfterRefusal() async -> PinUpdate {
    if let latest, !isOlder(than: Self.freshness) { return latest.update }
    return await updateNow()
  }

  /// What is trusted until when.
  public func report() -> PinReport {
    let fixed =
      configuration.certificates.map { PinReport.Pin(.certificate, $0) }
      + configuration.publicKeys.map { PinReport.Pin(.publicKey, $0) }
    let fixedPins = fixed.sorted { $0.fingerprint < $1.fingerprint }
    guard let service = configuration.service else { return PinReport(pins: fixedPins) }
    let (book, now) = (book(), now)
    let listed = Self.distinct(book.entries).map { PinReport.Pin(.list, $0, at: now) }
    let fallback = Self.distinct(service.fallback).map { PinReport.Pin(.fallback, $0, at: now) }
    return PinReport(
      pins: fixedPins + (listed + fallback).sorted(by: { $0.stands(before: $1) }),
      service: service.url,
      nextUpdate: book.entries.isEmpty ? nil : book.nextUpdate, domains: book.domains)
  }

  /// A certificate that was listed again with another end stands once, with the latest.
  private static func distinct(_ entries: [PinEntry]) -> [PinEntry] {
    var seen: Set<PinEntry> = []
    return PinBook.sorted(entries).filter { entry in
      seen.insert(
        PinEntry(name: entry.name, fingerprint: entry.fingerprint, expires: 0, depth: entry.depth)
      ).inserted
    }
  }

  /// Seconds since 1970, by the list's own server where its time was signed.
  private var now: Int64 { (reading.wall + serverClock.adjustment) / 1000 }

  private var reading: ServerClock.Reading {
    ServerClock.Reading(
      wall: Int64((ports.clock.now().timeIntervalSince1970 * 1000).rounded()),
      monotonic: ports.clock.monotonicMilliseconds())
  }

  private func isOlder(than milliseconds: Int64) -> Bool {
    latest.map { ports.clock.monotonicMilliseconds() - $0.at >= milliseconds } ?? true
  }

  /// A list that cannot be read is fetched again: nothing in it is worth a failure.
  private func book() -> PinBook {
    if let loaded { return loaded }
    var book = PinBook()
    if let service = configuration.service {
      do throws(StorageFault) {
        book = try ports.store.pinList().flatMap { PinBook(kept: $0, for: service) } ?? book
      } catch {
        logger.warning("The kept list of certificates could not be read.")
      }
    }
    loaded = book
    return book
  }
}

// MARK: - Fetching

extension Pinning {
  private func fetch() async -> PinUpdate { await startFetching().value }

  @discardableResult
  private func startFetching() -> Task<PinUpdate, Never> {
    if let running { return running }
    let task = Task {
      let update = await fetchOnce()
      latest = (update, ports.clock.monotonicMilliseconds())
      running = nil
      logger.info("GET list of certificates: \(update.rawValue)")
      return update
    }
    running = task
    return task
  }

  private func fetchOnce() async -> PinUpdate {
    guard let service = configuration.service else { return .ok }
    let challenge = service.isChallenged ? FingerprintSignature.makeChallenge() : nil
    let sent = reading
    let answer: IncomingAnswer
    do throws(TransportFault) {
      answer = try await ports.fetching.fetch(service.url, Self.headers(challenge))
    } catch {
      return .networkError
    }
    guard answer.status == 200 else { return .networkError }
    do throws(FingerprintList.Fault) {
      let list = try list(answer, challenge, service)
      if let time = list.timestamp, ServerClock.plausible.contains(time) {
        _ = serverClock.synchronize(serverTime: time * 1000, sent: sent, now: reading)
      }
      return merge(list, service)
    } catch {
      return error == .invalidSignature ? .invalidSignature : .invalidData
    }
  }

  private static func headers(_ challenge: String?) -> [HeaderField] {
    let accept = HeaderField("Accept", "application/json")
    return [accept]
      + (challenge.map { [HeaderField(FingerprintSignature.challengeHeader, $0)] } ?? [])
  }

  private func list(
    _ answer: IncomingAnswer, _ challenge: String?, _ service: PinService
  ) throws(FingerprintList.Fault) -> FingerprintList {
    guard let challenge else {
      return try FingerprintList(signedEntries: answer.body, by: service.verifier, now: now)
    }
    return try FingerprintList(
      answer: answer.body, challenge: challenge,
      signature: answer.header(FingerprintSignature.signatureHeader), by: service.verifier)
  }

  private func merge(_ list: FingerprintList, _ service: PinService) -> PinUpdate {
    var book = book()
    guard book.merge(list, at: now) else { return .storeIsEmpty }
    loaded = book
    do throws(StorageFault) {
      try ports.store.save(pinList: book.kept(for: service))
    } catch {
      // It serves this process all the same.
      logger.warning("The list of certificates could not be kept.")
    }
    return .ok
  }
}

// MARK: - Comparing

extension Pinning: ConnectionGuard {
  /// One pin that fits is enough, wherever it comes from.
  public func examine(_ certificate: [UInt8]?, of host: String) throws(PinRefusal) {
    guard let certificate = certificate.flatMap(ServerCertificate.init(der:)) else {
      throw PinRefusal(name: nil, fingerprint: "", reason: .noCertificate)
    }
    guard let reason = refusal(of: certificate, from: PinnedHost(host)) else { return }
    throw PinRefusal(
      name: certificate.commonName, fingerprint: certificate.fingerprint.hexadecimal,
      reason: reason)
  }

  /// Whether the list says anything of a host; pins of the configuration name none.
  func names(_ host: PinnedHost) -> Bool {
    configuration.service.map { book().names(host, of: $0, at: now) } ?? false
  }

  private func refusal(
    of certificate: ServerCertificate, from host: PinnedHost
  ) -> PinRefusal.Reason? {
    if configuration.certificates.contains(certificate.fingerprint)
      || configuration.publicKeys.contains(certificate.publicKeyFingerprint)
    {
      return nil
    }
    guard let service = configuration.service else {
      return configuration.kind == .off ? nil : .differs(isListed: false)
    }
    switch book().verdict(on: certificate, from: host, of: service, at: now) {
    case .trusted: return nil
    case .untrusted(let reason): return reason
    case .empty: return .notListed(latest?.update ?? .ok)
    }
  }
}

extension PinReport.Pin {
  fileprivate init(_ source: PinReport.Source, _ fingerprint: [UInt8]) {
    self.init(source: source, name: nil, fingerprint: fingerprint.hexadecimal, expires: nil)
  }

  fileprivate init(_ source: PinReport.Source, _ entry: PinEntry, at now: Int64) {
    self.init(
      source: source, name: entry.name, fingerprint: entry.fingerprint.hexadecimal,
      expires: entry.expires, isExpired: entry.expires <= now, depth: entry.depth)
  }

  fileprivate func stands(before other: Self) -> Bool {
    let (name, otherName) = (name ?? "", other.name ?? "")
    return name == otherName ? (expires ?? 0) > (other.expires ?? 0) : name < otherName
  }
}

extension [UInt8] {
  fileprivate var hexadecimal: String {
    map { byte in
      let digits = String(byte, radix: 16)
      return byte < 16 ? "0" + digits : digits
    }.joined()
  }
}
