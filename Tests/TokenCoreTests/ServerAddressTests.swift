import Testing
import TokenCore
import TokenModel

@Suite struct ServerAddressTests {
  @Test(arguments: [
    ("https://bank.example", "https://bank.example/pa/v3/status", "bank.example"),
    ("https://bank.example/", "https://bank.example/pa/v3/status", "bank.example"),
    (
      "https://bank.example:8443/a/b//", "https://bank.example:8443/a/b/pa/v3/status",
      "bank.example"
    ),
    ("HTTPS://bank.example", "HTTPS://bank.example/pa/v3/status", "bank.example"),
    ("http://127.0.0.1:8080", "http://127.0.0.1:8080/pa/v3/status", "127.0.0.1"),
    ("http://127.9.9.9", "http://127.9.9.9/pa/v3/status", "127.9.9.9"),
    ("http://localhost:80/x", "http://localhost:80/x/pa/v3/status", "localhost"),
    ("http://[::1]:80", "http://[::1]:80/pa/v3/status", "::1"),
  ])
  func `exactly one slash joins base and path`(base: String, url: String, host: String) throws {
    let address = try ServerAddress(base)
    #expect(address.url("/pa/v3/status") == url)
    #expect(address.host.contains(host))
  }

  @Test(arguments: [
    "http://bank.example", "http://127.0.0.1.bank.example", "http://localhost.bank.example",
    "http://10.0.0.1", "http://127.1", "ftp://bank.example", "bank.example", "", "https://",
    "https:///path", "https://bank.example?x=1", "https://bank.example/#a",
    "https://user@bank.example", "https://bank.example/a b", "http://0x7f000001",
  ])
  func `what is neither https nor this machine is refused`(text: String) {
    #expect(throws: NetworkFault.insecureAddress(text)) { try ServerAddress(text) }
  }
}
