import Testing

@testable import HTTPTransport

@Suite struct ProxyExceptionsTests {
  @Test(arguments: [
    ("bank.example", "bank.example", true), ("bank.example", "api.bank.example", true),
    (".bank.example", "api.bank.example", true), (".bank.example", "bank.example", true),
    ("bank.example", "otherbank.example", false), ("BANK.example", "Bank.Example", true),
    ("a.example, b.example", "b.example", true), ("a.example b.example", "b.example", true),
    ("*", "anything.example", true), ("*.bank.example", "api.bank.example", false),
    ("bank.example:443", "bank.example", true), ("bank.example:8443", "bank.example", false),
    ("192.0.2.7", "192.0.2.7", true), ("192.0.2", "192.0.2.7", false),
    ("[2001:db8::1]", "2001:db8::1", true), ("2001:db8::1", "[2001:db8::1]", true),
    ("[2001:db8::1]:443", "2001:db8::1", true), ("[2001:db8::1]:80", "2001:db8::1", false),
    ("", "bank.example", false), (",. ,", "bank.example", false),
  ])
  func `a host is left out by name, by domain, by address or with its port`(
    list: String, host: String, isLeftOut: Bool
  ) {
    #expect(ProxyExceptions(list).contain(host: host, port: 443) == isLeftOut)
  }

  @Test(arguments: [
    ("https://bank.example/pa", true), ("https://BANK.example:8443/pa", true),
    ("https://api.inner.example/pa", false), ("http://127.0.0.1:8080/pa", false),
  ])
  func `https goes through the proxy unless its host is left out`(url: String, isProxied: Bool) {
    let options = TransportOptions(
      proxy: ProxyAddress("proxy.example:3128"), exceptions: ProxyExceptions("inner.example"))
    #expect(options.isProxied(url) == isProxied)
    #expect(!TransportOptions().isProxied(url))
  }
}
