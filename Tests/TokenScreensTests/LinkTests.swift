import Testing
import TokenScreens

/// Which addresses a terminal may offer to open.
@Suite struct LinkTests {
  @Test(arguments: [
    "https://id.acme.example/authorize?a=b&c=d#e", "HTTPS://acme.example", "https://[::2]/",
    "http://127.0.0.1:49152/redirect", "http://localhost/", "http://[::1]:8080/x",
  ])
  func `https, and http to this machine, can be followed`(address: String) {
    #expect(Link(address)?.address == address)
  }

  @Test(arguments: [
    "", "https://", "https:/acme.example/", "http://acme.example/", "ftp://acme.example/",
    "javascript:alert(1)", "file:///etc/passwd", "http://127.0.0.1@evil.example/",
    "http://localhost.evil.example/", "https://a\u{1B}\\b/", "https://acme.example/a b",
    "https://ácme.example/", "http://127.0.0.1\\@evil.example/",
    "https://acme.example/" + String(repeating: "a", count: 2100),
  ])
  func `nothing else can`(address: String) {
    #expect(Link(address) == nil)
  }
}
