import NIOHTTP1
import TokenCore

/// Fetches the list of certificates over a connection of its own, which nobody used before.
///
/// It is not pinned: the list is what pins are made of, and is believed for its signature alone.
public struct PinListFetch: PinListFetching {
  private static let timeoutSeconds = 10

  private let options: TransportOptions

  public init(options: TransportOptions) { self.options = options }

  public func fetch(
    _ url: String, _ headers: [HeaderField]
  ) async throws(TransportFault) -> IncomingAnswer {
    let transport = AsyncHTTPTransport(options: options)
    let request = OutgoingRequest(
      url: url, headers: headers, body: [], timeoutSeconds: Self.timeoutSeconds)
    do throws(TransportFault) {
      let answer = try await transport.send(request, .GET)
      await transport.shutdown()
      return answer
    } catch {
      await transport.shutdown()
      throw error
    }
  }
}
