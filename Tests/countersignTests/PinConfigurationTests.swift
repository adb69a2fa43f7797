import Foundation
import Testing
import TokenCore
import TokenModel

@testable import countersign

/// The keys `pin_…` of a profile: how they are read, and what is wrong with them.
@Suite struct PinConfigurationTests {
  private static let key = """
    BFv0mrZAA891c4ci9NsNnCufk9FgoV3Xb036vqviPPl1cXsXUOYo2jEPP7Vva7uUpTL0BgflmapCcZrxJarvyrw=
    """
  private static let hexadecimal = """
    076e67d66c5c22357a0fbdb37541957e5c54b673b8d6f68211a39e8fa3f31059
    """
  private static let base64 = "B25n1mxcIjV6D72zdUGVflxUtnO41vaCEaOej6PzEFk="

  private static func pins(_ lines: String) throws(ConfigurationFault) -> PinConfiguration {
    try ConfigurationTests.profile("server = 'x'\nsdk_configuration = 'AA=='\n" + lines).pins
  }

  @Test func `without keys nothing is pinned`() throws {
    #expect(try Self.pins("") == PinConfiguration())
    #expect(try Self.pins("").kind == .off)
  }

  @Test(arguments: [
    hexadecimal, hexadecimal.uppercased(), base64, "sha256//" + base64, "sha256/" + base64,
    "07:6e:67:d6:6c:5c:22:35:7a:0f:bd:b3:75:41:95:7e:5c:54:b6:73:b8:d6:f6:82:11:a3:9e:8f:a3:f3:10:59",
  ])
  func `a fingerprint is read as programs print it`(text: String) throws {
    let bytes = Array(try #require(Data(base64Encoded: Self.base64)))
    #expect(try Self.pins("pin_certificates = ['\(text)']").certificates == [bytes])
    #expect(try Self.pins("pin_public_keys = ['\(text)']").publicKeys == [bytes])
  }

  @Test(arguments: [
    "", "zz", "07", hexadecimal + "00", "AAAA", String(base64.dropLast()),
    "+1" + hexadecimal.dropLast(2),
  ])
  func `what is no fingerprint is refused`(text: String) {
    let fault = ConfigurationTests.fault { () throws(ConfigurationFault) in
      _ = try Self.pins("pin_certificates = ['\(text)']")
    }
    #expect(fault.hasPrefix("/c/config.toml:4:1 profiles.default.pin_certificates: "))
  }

  @Test func `a list is read with all that belongs to it`() throws {
    let pins = try Self.pins(
      """
      pin_service_url = "https://pins.example/app/init?appName=x"
      pin_public_key = "\(Self.key)"
      pin_challenge = true
      pin_names = ["a.example", "*.example"]
      """)
    let service = try #require(pins.service)
    #expect(service.url == "https://pins.example/app/init?appName=x")
    #expect(service.isChallenged)
    #expect(service.names == ["a.example", "*.example"])
    #expect(service.fallback.isEmpty)
    #expect(pins.kind == .list(isChallenged: true))
  }

  @Test func `a fallback is a file, and one that is no list is a fault`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "f-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "list.json").path
    let lines = """
      pin_service_url = "https://pins.example"
      pin_public_key = "\(Self.key)"
      pin_fallback = "\(file)"
      """
    let read = { () throws(ConfigurationFault) in try Self.pins(lines).service?.fallback }
    #expect(
      ConfigurationTests.fault { () throws(ConfigurationFault) in _ = try read() }
        .contains("\(file) cannot be read"))
    try Data("{}".utf8).write(to: URL(filePath: file))
    #expect(
      ConfigurationTests.fault { () throws(ConfigurationFault) in _ = try read() }
        .contains("\(file) holds no list of fingerprints"))
    let list = """
      {"fingerprints": [{"name": "a", "fingerprint": "\(Self.base64)", "expires": 4102444800}]}
      """
    try Data(list.utf8).write(to: URL(filePath: file))
    #expect(try read()?.map(\.expires) == [4_102_444_800])
  }

  @Test(arguments: [
    ("pin_public_key = 'AA=='", "pin_public_key: It stands without pin_service_url"),
    ("pin_challenge = false", "pin_challenge: It stands without pin_service_url"),
    ("pin_names = ['a']", "pin_names: It stands without pin_service_url"),
    ("pin_fallback = 'a'", "pin_fallback: It stands without pin_service_url"),
    ("pin_service_url = 'https://a.example'", "pin_public_key: It is missing"),
    (
      "pin_service_url = 'https://a.example'\npin_public_key = 'AA=='",
      "pin_public_key: It is no key of the curve P-256"
    ),
    (
      "pin_service_url = 'http://a.example'\npin_public_key = '\(key)'",
      "pin_service_url: \"http://a.example\" is no address that we may use"
    ),
    ("pin_service_url = 'https://a.example/#b'", "pin_service_url: \"https://a.example/#b\""),
    ("pin_certificates = 'x'", "pin_certificates: It is of type string, not array"),
    ("pin_certificates = [1]", "pin_certificates: It is no array of texts"),
    ("pin_names = []", "pin_names: It stands without"),
    ("pin_certificates = []", "no array of texts"),
    ("pin_certificate = []", "There is no such key. Did you mean pin_certificates?"),
  ])
  func `a fault names the key and the rule`(lines: String, words: String) {
    let fault = ConfigurationTests.fault { () throws(ConfigurationFault) in
      _ = try Self.pins(lines)
    }
    #expect(fault.contains(words), "\(fault)")
  }

  @Test(arguments: [
    "pin_certificates = ['\(base64)']", "pin_public_keys = ['\(base64)']",
    "pin_service_url = 'https://a.example'\npin_public_key = '\(key)'",
  ])
  func `a server without TLS cannot be pinned`(lines: String) throws {
    let credentials = try ExampleConfigurationTests.text().split(separator: "\n")
      .filter { $0.hasPrefix("sdk_configuration") }.joined()
    let folder = FileManager.default.temporaryDirectory.appending(path: "w-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "config.toml").path
    for (server, isUsable) in [("http://127.0.0.1:1", false), ("HTTPS://bank.example", true)] {
      let text = """
        [profiles.default]
        server = "\(server)"
        \(credentials)
        \(lines)
        """
      try Data(text.utf8).write(to: URL(filePath: file))
      let location = Location(
        configurationFile: file, profile: "default", stateDirectory: folder.path)
      let fault = ConfigurationTests.fault { () throws(ConfigurationFault) in
        _ = try TokenWiring(location, environment: [:])
      }
      #expect(fault.contains("A server without TLS cannot be pinned") != isUsable, "\(fault)")
    }
  }
}
