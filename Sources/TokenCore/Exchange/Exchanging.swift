import Logging
import TokenModel

extension Token {
  /// One exchange with the server: sends the bytes as they are, and reads what comes back.
  func exchange(
    _ url: String, _ headers: [HeaderField] = [], body: [UInt8]
  ) async throws(ExchangeFault) -> Answer {
    let request = OutgoingRequest(url: url, headers: commonHeaders + headers, body: body)
    let start = clock.monotonicMilliseconds()
    do throws(ExchangeFault) {
      let answer = try Answer(reading: try await deliver(request))
      log(url, since: start, outcome: "ok")
      return answer
    } catch {
      log(url, since: start, outcome: error.logWord)
      throw error
    }
  }

  private func deliver(_ request: OutgoingRequest) async throws(ExchangeFault) -> IncomingAnswer {
    do throws(TransportFault) {
      return try await transport.send(request)
    } catch {
      throw .transport(error)
    }
  }

  private var commonHeaders: [HeaderField] {
    [
      HeaderField("Accept", "application/json"),
      HeaderField("Content-Type", "application/json"),
      HeaderField("Accept-Language", languages),
      HeaderField("User-Agent", profile.userAgent.replacing("{language}", with: languages)),
    ]
  }

  private func log(_ url: String, since start: Int64, outcome: String) {
    let path = url.dropFirst(
      [profile.server.base, profile.mobileTokenServer.base]
        .first { url.hasPrefix($0) }?.count ?? 0)
    logger.info("POST \(path): \(outcome) after \(clock.monotonicMilliseconds() - start) ms")
  }
}

extension ExchangeFault {
  /// For the log: statuses and codes, no text of the server and no address.
  fileprivate var logWord: String {
    switch self {
    case .transport(let fault): fault.mayHaveBeenSent ? "lost" : "not sent"
    case .refusal(let refusal): "refused with \(refusal.status) \(refusal.code.logWord)"
    case .answer: "unusable answer"
    }
  }
}

extension String {
  /// A code as servers have them; whatever else a server sends there stays out of the log.
  fileprivate var logWord: String {
    let isCode = utf8.allSatisfy { byte in
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) || byte == UInt8(ascii: "_")
    }
    return isCode ? String(prefix(60)) : "(no code)"
  }
}
