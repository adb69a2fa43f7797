import FoundationEssentials
import HTTPTransport
import Pictures
import TokenApp
import TokenModel

extension PicturesPort {
  /// Fetching as the configuration allows it, decoding by the tools of this machine.
  init(
    _ wiring: TokenWiring, environment: [String: String] = ProcessInfo.processInfo.environment
  ) {
    let isForbidden = wiring.settings.pictures == .never
    let decoder = PictureDecoder()
    let scanner = CodeScanner(environment: environment)
    self.init(
      fetch: { address throws(TokenFailure) in
        guard !isForbidden else { throw .picture(.forbidden) }
        let fetch = PictureFetch(
          options: wiring.transport, server: wiring.profile.server,
          guardedBy: try await wiring.pictureGuard())
        let bytes = try await fetch.bytes(at: address)
        return try await Self.told { () throws(PictureFault) in try Picture(reading: bytes) }
      },
      draw: { picture, form, columns, rows throws(TokenFailure) in
        try await Self.told { () async throws(PictureFault) in
          try await decoder.draw(picture, as: form, columns: columns, rows: rows)
        }
      },
      scan: { source throws(TokenFailure) in
        try await Self.told { () async throws(PictureFault) in
          try await scanner.texts(from: source)
        }
      })
  }

  private static func told<Value>(
    _ body: () async throws(PictureFault) -> Value
  ) async throws(TokenFailure) -> Value {
    do throws(PictureFault) { return try await body() } catch { throw .picture(error) }
  }
}
