import PowerAuth
import Testing

@Suite struct Base64Tests {
  /// RFC 4648, section 10.
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ])
  func `the published texts go both ways`(plain: String, encoded: String) {
    #expect(Base64.encode(Array(plain.utf8)) == encoded)
    #expect(Base64.decode(encoded) == Array(plain.utf8))
  }

  @Test(arguments: [
    "Zg", "Zg=", "Zg===", "=", "====", "Z===", "Zh==", "Zm9=", "Zm 8=", "Zm8=\n", "Zm9v=", "Zm-_",
    "Žluť", "Zm=8",
  ])
  func `text that is not canonical is refused`(text: String) {
    #expect(Base64.decode(text) == nil)
  }

  @Test func `the URL-safe form has its own two characters and no padding`() {
    #expect(Base64.encodeURLSafe([0xfb, 0xff, 0xfe, 0x00]) == "-__-AA")
    #expect(Base64.decodeURLSafe("-__-AA") == [0xfb, 0xff, 0xfe, 0x00])
    #expect(Base64.decodeURLSafe("-__-AA==") == nil)
    #expect(Base64.decodeURLSafe("+//+AA") == nil)
    #expect(Base64.decodeURLSafe("A") == nil)
  }
}
