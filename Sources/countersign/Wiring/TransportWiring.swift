import HTTPTransport
import TokenScreens

extension TransportOptions {
  /// The proxy of the configuration comes before the one of the environment.
  ///
  /// `NO_PROXY` belongs to the latter: what the configuration names for a server is meant for it.
  ///
  /// A proxy that cannot be used is a fault: going straight would show the server's name to a network
  /// that the user wanted to avoid.
  init(
    _ settings: ProfileSettings, _ environment: [String: String]
  ) throws(ConfigurationFault) {
    let list = settings.proxy == nil ? environment["NO_PROXY"] ?? environment["no_proxy"] : nil
    self.init(
      caFile: settings.caFile, proxy: try Self.proxy(settings, environment),
      exceptions: ProxyExceptions(list ?? ""))
  }

  private static func proxy(
    _ settings: ProfileSettings, _ environment: [String: String]
  ) throws(ConfigurationFault) -> ProxyAddress? {
    if let text = settings.proxy {
      guard let proxy = ProxyAddress(text) else {
        throw settings.fault(.proxy, say("wiring.no-http-proxy", ["value": text]), form)
      }
      return proxy
    }
    let variable = ["HTTPS_PROXY", "https_proxy"].first { !(environment[$0] ?? "").isEmpty }
    guard let variable, let text = environment[variable] else { return nil }
    guard let proxy = ProxyAddress(text) else {
      throw ConfigurationFault(
        place: .init(file: "environment"), key: variable, problem: say("wiring.names-no-http"),
        remedy: form)
    }
    return proxy
  }

  private static var form: String { say("wiring.http-user-password") }
}
