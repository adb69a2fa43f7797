import HTTPTransport
import Testing
import TokenCore

@testable import countersign

@Suite struct WiringTests {
  static func settings(_ extra: String = "") throws -> ProfileSettings {
    try ConfigurationTests.profile(
      "server = 'https://a.example'\nsdk_configuration = 'AA=='\n" + extra)
  }

  @Test(arguments: [
    ("http://bank.example", false), ("https://bank.example/a?b=c", false), ("bank.example", false),
    ("ftp://bank.example", false), ("https://", false), ("http://127.0.0.1:8080/x", true),
    ("https://bank.example:8443/enrollment-server/", true),
  ])
  func `an address is https, or of this machine`(address: String, isUsable: Bool) throws {
    let example = try ConfigurationFile(path: ExampleConfigurationTests.path).profile("default")
    let text = """
      server = "\(address)"
      \(example.credentialsLine)
      """
    let settings = try ConfigurationTests.profile(text)
    if isUsable {
      _ = try TokenProfile(settings)
    } else {
      let fault = ConfigurationTests.fault { () throws(ConfigurationFault) in
        _ = try TokenProfile(settings)
      }
      #expect(fault.hasPrefix("/c/config.toml:2:1 profiles.default.server: \"\(address)\" is no"))
    }
  }

  @Test func `keys that cannot be used name their key, not their value`() throws {
    let fault = ConfigurationTests.fault { () throws(ConfigurationFault) in
      let settings = try ConfigurationTests.profile(
        """
        server = "https://bank.example"
        application_key = "c2VjcmV0"
        application_secret = "EBESExQVFhcYGRobHB0eHw=="
        master_public_key = "BAAA"
        """)
      _ = try TokenProfile(settings)
    }
    #expect(fault.contains("profiles.default.application_key: It cannot be used"))
    #expect(!fault.contains("c2VjcmV0"))
  }

  @Test func `the configured proxy comes before that of the environment`() throws {
    let environment = ["HTTPS_PROXY": "http://outer.example:1"]
    let own = try Self.settings("proxy = 'http://own.example:2'")
    #expect(try TransportOptions(own, environment).proxy?.host == "own.example")
    #expect(try TransportOptions(Self.settings(), environment).proxy?.host == "outer.example")
    #expect(try TransportOptions(Self.settings(), ["HTTPS_PROXY": ""]).proxy == nil)
    #expect(try TransportOptions(Self.settings(), [:]).proxy == nil)
  }

  @Test func `NO_PROXY belongs to the proxy of the environment`() throws {
    let environment = ["HTTPS_PROXY": "http://outer.example:1", "NO_PROXY": "a.example"]
    let exceptions = ProxyExceptions("a.example")
    #expect(try TransportOptions(Self.settings(), environment).exceptions == exceptions)
    let lowerCase = ["https_proxy": "http://outer.example:1", "no_proxy": "a.example"]
    #expect(try TransportOptions(Self.settings(), lowerCase).exceptions == exceptions)
    let own = try Self.settings("proxy = 'http://own.example:2'")
    #expect(try TransportOptions(own, environment).exceptions == ProxyExceptions())
  }

  @Test func `a proxy that cannot be used is never passed by`() throws {
    #expect(throws: ConfigurationFault.self) {
      try TransportOptions(Self.settings("proxy = 'socks5://x'"), [:])
    }
    #expect(throws: ConfigurationFault.self) {
      try TransportOptions(Self.settings(), ["HTTPS_PROXY": "socks5://x"])
    }
  }

  @Test func `the user agent names program, system and language, and no person`() {
    let machine = Machine(
      hostName: "janes-laptop", distribution: "Debian", kernel: "6.1.0", architecture: "x86_64")
    let agent = machine.userAgent(language: "cs")
    #expect(
      agent == """
        Countersign/\(Version.current) (cs; unknown) countersign/\(Version.current) \
        (Linux; linux/6.1.0; x86_64)
        """)
  }
}

extension ProfileSettings {
  /// The credentials as a line of a configuration file.
  fileprivate var credentialsLine: String {
    switch credentials {
    case .sdkConfiguration(let text): "sdk_configuration = \"\(text)\""
    case .keys(let key, let secret, let masterPublicKey):
      """
      application_key = "\(key)"
      application_secret = "\(secret)"
      master_public_key = "\(masterPublicKey)"
      """
    }
  }
}
