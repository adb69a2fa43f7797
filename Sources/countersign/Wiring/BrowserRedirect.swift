import FoundationEssentials
import HTTPTransport
import TokenModel
import TokenScreens

/// The way back of a sign-in in the browser, on this machine.
enum BrowserRedirect {
  /// As long as somebody may look for their password.
  private static let patience = Duration.seconds(600)

  private static let pages = LoopbackPages(
    done: { language in Language.$current.withValue(language) { say("sign-in.browser-done") } },
    refused: { language in Language.$current.withValue(language) { say("sign-in.browser-refused") }
    })

  /// The whole address with which the browser comes back to `redirect`.
  static func wait(
    _ redirect: String, _ port: Int, _ isExpected: @escaping @Sendable (String) -> Bool
  ) async throws(OIDCFault) -> String {
    let path = URL(string: redirect)?.path() ?? ""
    let listener: LoopbackRedirect
    do throws(LoopbackRedirect.PortFault) {
      listener = try await LoopbackRedirect.open(
        port: port, path: path.isEmpty ? "/" : path, pages: pages, isExpected: isExpected)
    } catch {
      throw .portTaken(error.port, reason: error.reason)
    }
    return try await listener.redirect(within: patience)
  }
}
