import Testing
import TokenModel

/// The published tester's examples, and its own results as digests: FNV-1a of one byte a PIN.
@Suite struct PINTestTests {
  private typealias Issue = PINTest.Issue

  @Test(
    arguments: [
      ("1234", [.pattern, .frequent], true),
      ("1111", Set(Issue.allCases), true),
      ("9562", [], false), ("1456", [.pattern], false), ("1357", [.pattern, .frequent], true),
      ("1990", [.date], false), ("1112", [.fewDigits, .pattern, .date, .frequent], true),
      ("2580", [.pattern, .frequent], true), ("1313", [.fewDigits, .repetition, .frequent], true),
      ("0304", [.date], false), ("1012", [.pattern, .date], false),
      ("12345", [.pattern, .frequent], true), ("24680", [.pattern], false),
      ("112233", [.pattern, .frequent], true), ("147147", [.repetition], true),
      ("692692", [.repetition], true), ("159753", [.frequent], true),
      ("12321", [.repetition, .pattern, .frequent], true), ("481937", [], false),
      ("1234567", [.pattern, .frequent], true), ("10293847", [], false), ("73918264", [], false),
      ("4012987", [], false), ("00287", [], false),
    ] as [(String, Set<PINTest.Issue>, Bool)])
  func `a PIN is judged as the published tester judges it`(
    digits: String, issues: Set<PINTest.Issue>, isWeak: Bool
  ) throws {
    let test = try #require(Self.test(digits))
    #expect(test.issues == issues)
    #expect(test.isWeak == isWeak)
  }

  @Test(arguments: ["abcd", "12 34", "čtyři", String(repeating: "7", count: 101)])
  func `what is no PIN of digits is not judged`(text: String) { #expect(Self.test(text) == nil) }

  @Test(arguments: [
    "3101", "1998", "2005", "150990", "241065", "16021998", "03122001", "2901",
    "2902", "2802", "1936", "2026", "290296", "010136", "010126", "29022024",
  ])
  func `a day, a month or a year of the last ninety is a date`(digits: String) {
    #expect(Self.test(digits)?.issues.contains(.date) == true)
  }

  @Test(arguments: [
    "0028", "1287", "9752", "151590", "001297", "41121987", "3002", "3102", "1935",
    "2027", "290295", "29022023", "16021935", "16022027",
  ])
  func `what no calendar has, or nobody remembers, is no date`(digits: String) {
    #expect(Self.test(digits)?.issues.contains(.date) == false)
  }

  @Test func `another year has other dates`() {
    #expect(Self.test("1936", year: 2027)?.issues.contains(.date) == false)
    #expect(Self.test("2027", year: 2027)?.issues.contains(.date) == true)
  }

  @Test(
    arguments: [(4, 16_213_228_988_033_207_965), (5, 5_084_053_901_633_863_668)] as [(Int, UInt64)])
  func `every PIN of a length gets the published result`(length: Int, digest: UInt64) throws {
    var hash = Self.start
    let count = (0..<length).reduce(1) { product, _ in product * 10 }
    for number in 0..<count {
      let digits = String(String(count + number).dropFirst())
      hash = Self.add(try #require(Self.test(digits)), to: hash)
    }
    #expect(hash == digest)
  }

  /// 4,000 PINs of 4 to 100 digits, many of them poor, from a generator that anybody can rebuild.
  @Test func `PINs of any length get the published result`() throws {
    var hash = Self.start
    var state: UInt64 = 42
    for number in 0..<4000 {
      let base: UInt64 = [10, 3, 5, 2][number / 97 % 4]
      var digits = ""
      for _ in 0..<(4 + number % 97) {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        digits += String((state >> 33) % base)
      }
      hash = Self.add(try #require(Self.test(digits)), to: hash)
    }
    #expect(hash == 5_984_454_720_810_385_558)
  }
}

extension PINTestTests {
  private static let start: UInt64 = 1_469_598_103_934_665_603

  private static func test(_ text: String, year: Int = 2026) -> PINTest? {
    PIN(Secret(Array(text.utf8))).flatMap { PINTest($0, year: year) }
  }

  /// One bit a finding, in the order of the published tester, whose first bit means none.
  private static func add(_ test: PINTest, to hash: UInt64) -> UInt64 {
    let order: [PINTest.Issue] = [.fewDigits, .repetition, .pattern, .date, .frequent]
    let bits = order.enumerated().reduce(UInt64(0)) { bits, entry in
      bits | (test.issues.contains(entry.element) ? 2 << UInt64(entry.offset) : 0)
    }
    return (hash ^ (bits == 0 ? 1 : bits)) &* 1_099_511_628_211
  }
}
