import FoundationEssentials
import PowerAuth
import TokenModel

extension Token {
  /// The server's time as far as it is known: our own until the first synchronisation.
  public func serverNow() -> Date {
    clock.now().addingTimeInterval(Double(serverClock.adjustment) / 1000)
  }

  /// The server's time in milliseconds since 1970, asked for when it is not known.
  func serverTime() async throws(TokenFailure) -> Int64 {
    if !serverClock.isSynchronized(reading) {
      try await synchronizations.value(for: profile.name) { () async throws(TokenFailure) in
        try await self.synchronize()
      }
    }
    return reading.wall + serverClock.adjustment
  }

  private var reading: ServerClock.Reading {
    ServerClock.Reading(
      wall: Int64((clock.now().timeIntervalSince1970 * 1000).rounded()),
      monotonic: clock.monotonicMilliseconds())
  }

  private func synchronize() async throws(TokenFailure) {
    let sent = reading
    let response: ServerStatusResponse
    do throws(ExchangeFault) {
      response = try await exchange(
        profile.server.url(Endpoint.serverStatus.path), body: Array("{}".utf8)
      ).object()
    } catch {
      throw ErrorMeaning.general(error)
    }
    guard
      serverClock.synchronize(serverTime: response.serverTime, sent: sent, now: reading)
    else { throw .untrustedAnswer(.serverTime) }
  }

  /// Notes the time that an answer brought along, `currentTimestamp`, without asking anything.
  ///
  /// It is no more than a hint: where it says that the clocks have drifted apart, the next use of the
  /// server's time asks the time service again (Mobile Token API, 4.10). `sent` is monotonic.
  func compareClocks(with answer: Answer, since sent: Int64) {
    guard let date = ServerDate.parse(answer.json["currentTimestamp"]) else { return }
    let milliseconds = date.timeIntervalSince1970 * 1000
    guard milliseconds > 0, milliseconds < Double(ServerClock.plausible.upperBound) else { return }
    serverClock.compare(
      timestamp: Int64(milliseconds), elapsed: clock.monotonicMilliseconds() - sent, now: reading)
  }
}
