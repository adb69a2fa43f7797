import QRCode
import Testing

@Suite struct QRCodeTests {
  @Test(arguments: [
    ("A", 21), (String(repeating: "a", count: 17), 21), (String(repeating: "a", count: 18), 25),
    (String(repeating: "a", count: 2953), 177),
  ])
  func `a text takes the smallest symbol that holds it`(text: String, width: Int) {
    #expect(QRCode(text)?.width == width)
  }

  @Test(arguments: ["", String(repeating: "a", count: 2954)])
  func `what no symbol holds gives none`(text: String) {
    #expect(QRCode(text) == nil)
  }

  @Test func `three corners show the finder pattern`() throws {
    let code = try #require(QRCode("VVVVV-VVVVV-VVVVV-VTFVA"))
    let last = code.width - 7
    let finder = ["1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111"]
    for (left, top) in [(0, 0), (last, 0), (0, last)] {
      let found = (0..<7).map { y in
        String((0..<7).map { x in code.isDark(x: left + x, y: top + y) ? "1" : "0" })
      }
      #expect(found == finder)
    }
  }

  @Test(arguments: [(-1, 0), (0, -1), (25, 0), (0, 25)])
  func `around the symbol all is light`(x: Int, y: Int) throws {
    let code = try #require(QRCode("VVVVV-VVVVV-VVVVV-VTFVA"))
    #expect(code.width == 25)
    #expect(!code.isDark(x: x, y: y))
  }

  @Test func `equal texts give equal symbols and others do not`() {
    #expect(QRCode("one") == QRCode("one"))
    #expect(QRCode("one") != QRCode("two"))
  }
}
