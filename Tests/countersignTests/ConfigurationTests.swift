import Foundation
import Testing
import TokenScreens

@testable import countersign

@Suite struct ConfigurationTests {
  static let keys = """
    application_key = "AAECAwQFBgcICQoLDA0ODw=="
    application_secret = "EBESExQVFhcYGRobHB0eHw=="
    master_public_key = "BAAA"
    """

  static func file(_ text: String) throws(ConfigurationFault) -> ConfigurationFile {
    try ConfigurationFile(Array(text.utf8), file: "/c/config.toml")
  }

  static func profile(_ lines: String) throws(ConfigurationFault) -> ProfileSettings {
    try file("[profiles.default]\n" + lines).profile("default")
  }

  /// The fault as one line: place, key, problem and remedy.
  static func fault(_ body: () throws(ConfigurationFault) -> Void) -> String {
    do throws(ConfigurationFault) {
      try body()
      return "no fault"
    } catch {
      return "\(error.place.text) \(error.key ?? "-"): \(error.problem). \(error.remedy)"
    }
  }

  @Test func `a profile with the least keys has the documented defaults`() throws {
    let settings = try Self.profile("server = 'https://bank.example'\nsdk_configuration = 'AA=='")
    #expect(settings.mobileTokenServer == nil)
    #expect(settings.credentials == .sdkConfiguration("AA=="))
    #expect(settings.protocolVersion == "3.3")
    #expect(settings.language == "en")
    #expect(settings.pollIntervalSeconds == 7)
    #expect(settings.deviceName == nil)
    #expect(settings.caFile == nil)
    #expect(settings.proxy == nil)
    #expect(settings.bank == nil)
    #expect(settings.appearance == Appearance(theme: "auto", accent: nil))
    #expect(settings.offer == ActivationOffer(fields: [], signIn: nil, hasRecovery: true))
    #expect(settings.biometry == [.fingerprint, .desktop])
    #expect(settings.externalKeyFile == nil)
    #expect(settings.pictures == .ask)
    #expect(settings.redirectSchemes.isEmpty)
  }

  @Test func `every key is read`() throws {
    let settings = try Self.profile(
      """
      server = "https://bank.example/pa"
      mobile_token_server = "https://token.example"
      \(Self.keys)
      protocol = "3.0"
      language = "cs-CZ,en;q=0.5"
      poll_interval_seconds = 3600
      device_name = "Jane's laptop"
      proxy = "http://proxy.example:3128"
      bank = "Bank of Example"
      theme = "high-contrast"
      accent = "magenta"
      recovery = false
      oidc_provider = "bank-id"
      oidc_label = "Bank identity"
      oidc_redirect_port = 8765
      biometry = "desktop"
      external_key_file = "../stick/key"
      redirect_schemes = ["AcmeBank", "x-shop+1"]
      [[profiles.default.credentials]]
      name = "username"
      [[profiles.default.credentials]]
      name = "password"
      label = "Password"
      secret = true
      required = false
      """)
    #expect(settings.server == "https://bank.example/pa")
    #expect(settings.mobileTokenServer == "https://token.example")
    #expect(
      settings.credentials
        == .keys(
          applicationKey: "AAECAwQFBgcICQoLDA0ODw==",
          applicationSecret: "EBESExQVFhcYGRobHB0eHw==", masterPublicKey: "BAAA"))
    #expect(settings.protocolVersion == "3.0")
    #expect(settings.language == "cs-CZ,en;q=0.5")
    #expect(settings.pollIntervalSeconds == 3600)
    #expect(settings.deviceName == "Jane's laptop")
    #expect(settings.proxy == "http://proxy.example:3128")
    #expect(settings.bank == "Bank of Example")
    #expect(settings.appearance == Appearance(theme: "high-contrast", accent: .magenta))
    #expect(
      settings.offer
        == ActivationOffer(
          fields: [
            .init(name: "username", label: "username", isSecret: false, isRequired: true),
            .init(name: "password", label: "Password", isSecret: true, isRequired: false),
          ],
          signIn: .init(provider: "bank-id", label: "Bank identity", redirectPort: 8765),
          hasRecovery: false))
    #expect(settings.biometry == [.desktop])
    #expect(settings.externalKeyFile == "/stick/key")
    #expect(settings.redirectSchemes == ["acmebank", "x-shop+1"])
  }

  @Test func `the least of a sign-in is its provider`() throws {
    let settings = try Self.profile(
      "server = 'x'\nsdk_configuration = 'AA=='\nbiometry = 'off'\noidc_provider = 'bank-id'")
    #expect(
      settings.offer.signIn == .init(provider: "bank-id", label: "bank-id", redirectPort: nil))
    #expect(settings.biometry.isEmpty)
  }

  @Test(arguments: [
    (
      "sever = 'x'",
      "/c/config.toml:2:1 profiles.default.sever: There is no such key. Did you mean server?"
    ),
    (
      "\npoll_interval_seconds = 4",
      """
      /c/config.toml:3:1 profiles.default.poll_interval_seconds: 4 is out of range. \
      A whole number of seconds from 5 to 3600.
      """
    ),
    (
      "poll_interval_seconds = '7'",
      """
      /c/config.toml:2:1 profiles.default.poll_interval_seconds: It is of type string, not integer. \
      A whole number of seconds from 5 to 3600.
      """
    ),
    (
      "protocol = 3.3",
      """
      /c/config.toml:2:1 profiles.default.protocol: It is of type floating-point number, not string. \
      Write the value in quotes.
      """
    ),
    (
      "protocol = '4.0'",
      """
      /c/config.toml:2:1 profiles.default.protocol: "4.0" is not a version we speak. \
      One of "3.3", "3.2", "3.1", "3.0".
      """
    ),
    (
      "language = 'čeština'",
      """
      /c/config.toml:2:1 profiles.default.language: It is no language tag. Letters, digits and \
      hyphens, at most 100, such as en, cs-CZ or cs-CZ,en;q=0.5.
      """
    ),
    (
      "device_name = \"a\\u0007b\"",
      """
      /c/config.toml:2:1 profiles.default.device_name: It is empty or holds control characters. \
      Leave the key out to have the default.
      """
    ),
    (
      "ca_file = '../no/such.pem'",
      """
      /c/config.toml:2:1 profiles.default.ca_file: /no/such.pem cannot be read. The path of a PEM \
      file with certificates, absolute or relative to the configuration.
      """
    ),
    (
      "theme = 'drak'",
      """
      /c/config.toml:2:1 profiles.default.theme: "drak" is not known here. Did you mean "dark"? \
      One of "auto", "dark", "light", "high-contrast", "mono".
      """
    ),
    (
      "accent = 'pink'",
      """
      /c/config.toml:2:1 profiles.default.accent: "pink" is not known here. \
      One of "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white".
      """
    ),
    (
      "recovery = 'yes'",
      """
      /c/config.toml:2:1 profiles.default.recovery: It is of type string, not boolean. \
      true or false, without quotes.
      """
    ),
    (
      "biometry = 'face'",
      """
      /c/config.toml:2:1 profiles.default.biometry: "face" is not known here. \
      One of "any", "off", "fingerprint", "desktop".
      """
    ),
    (
      "oidc_label = 'Bank identity'",
      """
      /c/config.toml:2:1 profiles.default.oidc_label: It stands without oidc_provider. \
      Add oidc_provider, the name by which the server knows the provider.
      """
    ),
    (
      "oidc_redirect_port = 80",
      """
      /c/config.toml:2:1 profiles.default.oidc_redirect_port: 80 is out of range. \
      A port from 1024 to 65535.
      """
    ),
    (
      "external_key_file = 7",
      """
      /c/config.toml:2:1 profiles.default.external_key_file: It is of type integer, not string. \
      Write the value in quotes.
      """
    ),
    (
      "redirect_schemes = 'acmebank'",
      """
      /c/config.toml:2:1 profiles.default.redirect_schemes: It is no array, or too long a one. \
      An array of at most 16 names of schemes, such as ["acmebank"].
      """
    ),
    (
      "redirect_schemes = ['acme bank']",
      """
      /c/config.toml:2:1 profiles.default.redirect_schemes: One of its values is no name of a \
      scheme. An array of at most 16 names of schemes, such as ["acmebank"].
      """
    ),
    (
      "redirect_schemes = ['https', 'JavaScript']",
      """
      /c/config.toml:2:1 profiles.default.redirect_schemes: "javascript" addresses are never \
      opened. Leave it out: such an address holds what would be run or read.
      """
    ),
    (
      "credentials = 'username'",
      """
      /c/config.toml:2:1 profiles.default.credentials: It is of type string, not array of tables. \
      Write [[profiles.default.credentials]] on a line of its own for each field.
      """
    ),
  ])
  func `a wrong value names its line, its key and the rule`(line: String, expected: String) {
    let required = "\nserver = 'https://bank.example'\nsdk_configuration = 'AA=='"
    let fault = Self.fault { () throws(ConfigurationFault) in
      _ = try Self.profile(line + required)
    }
    #expect(fault == expected)
  }

  @Test(arguments: [
    ("nam = 'a'", "7:1 profiles.default.credentials.nam: There is no such key. Did you mean name?"),
    ("label = 'a'", "6:1 profiles.default.credentials.name: It is missing"),
    ("name = ''", "7:1 profiles.default.credentials.name: It is no text of one line"),
    ("name = 'a'\nlabel = 3", "8:1 profiles.default.credentials.label: It is no text"),
    ("name = 'a'\nsecret = 1", "8:1 profiles.default.credentials.secret: It is of type integer"),
    ("name = 'first'", "7:1 profiles.default.credentials.name: \"first\" stands there twice"),
  ])
  func `a wrong field of the bank's form names its own line`(lines: String, expected: String) {
    let fault = Self.fault { () throws(ConfigurationFault) in
      _ = try Self.profile(
        """
        server = 'https://bank.example'
        sdk_configuration = 'AA=='
        [[profiles.default.credentials]]
        name = 'first'
        [[profiles.default.credentials]]
        \(lines)
        """)
    }
    #expect(fault.hasPrefix("/c/config.toml:" + expected), "\(fault)")
  }

  @Test(arguments: [
    ("server = 'x'", "1:1 profiles.default: The keys of the application are missing"),
    (
      "server = 'x'\napplication_key = 'a'",
      "1:1 profiles.default: Only 1 of the three keys are given"
    ),
    (
      "server = 'x'\nsdk_configuration = 'a'\napplication_key = 'a'",
      "3:1 profiles.default.sdk_configuration: It stands beside a key of the other form"
    ),
    ("sdk_configuration = 'a'", "1:1 profiles.default.server: It is missing"),
  ])
  func `keys that belong together or exclude each other are named`(lines: String, expected: String)
  {
    let fault = Self.fault { () throws(ConfigurationFault) in _ = try Self.profile(lines) }
    #expect(fault.hasPrefix("/c/config.toml:" + expected))
  }

  @Test(arguments: [
    ("[profiles.default]\nserver = x", "/c/config.toml:2:10 -: It is not TOML"),
    ("[profiles.default\n", "/c/config.toml:1:18 -: It is not TOML"),
    ("", "/c/config.toml profiles: No profile is defined"),
    ("server = 'x'", "/c/config.toml:1:1 server: There is no such key. Every key belongs"),
    (
      "[profile.default]",
      "/c/config.toml:1:1 profile: There is no such key. Did you mean profiles?"
    ),
    (
      "[profiles]\ndefault = 3",
      "/c/config.toml:2:1 profiles.default: It is of type integer, not table"
    ),
  ])
  func `a wrong structure names line and column`(text: String, expected: String) {
    let fault = Self.fault { () throws(ConfigurationFault) in
      _ = try Self.file(text).profile("default")
    }
    #expect(fault.hasPrefix(expected), "\(fault)")
  }

  @Test func `a profile that does not exist names those that do`() {
    let fault = Self.fault { () throws(ConfigurationFault) in
      _ = try Self.file("[profiles.default]\n[profiles.work]").profile("wrok")
    }
    #expect(
      fault
        == """
        /c/config.toml -: There is no profile wrok. \
        Did you mean work? Choose with --profile: default, work.
        """)
  }

  @Test func `text that is not UTF-8 names its line`() {
    let fault = Self.fault { () throws(ConfigurationFault) in
      _ = try ConfigurationFile(Array("# fine\n# ".utf8) + [0xFF], file: "/c/config.toml")
    }
    #expect(fault == "/c/config.toml:2 -: It is not UTF-8 text. Save the file as UTF-8.")
  }

  @Test func `a file that is not there says where it was looked for`() {
    let fault = Self.fault { () throws(ConfigurationFault) in
      _ = try ConfigurationFile(path: "/no/such/config.toml")
    }
    #expect(fault.hasPrefix("/no/such/config.toml -: There is no such file. To try it"))
  }
}
