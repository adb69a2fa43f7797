import Testing
import TokenModel

@testable import TokenScreens

@Suite struct PINStrengthTests {
  @Test(
    arguments: [
      ("1111", PINWeakness.fewDigits), ("1112", .fewDigits), ("1313", .fewDigits),
      ("11223311", .fewDigits), ("1234", .run), ("9876", .run), ("2468", .run),
      ("147147", .repetition),
      ("692692", .repetition), ("9562", nil), ("481937", nil), ("73918264", nil),
      ("4071", nil), ("1990", .date), ("0304", .date), ("2901", .date), ("3002", nil),
      ("150990", .date), ("151590", nil), ("16021998", .date), ("2580", .keypad),
      ("159753", .frequent), ("1357", .run), ("1235", .frequent), ("1318", .frequent),
      ("4200", .frequent),
    ] as [(String, PINWeakness?)])
  func `a PIN is weak for a reason that can be said`(digits: String, weakness: PINWeakness?) throws
  {
    let pin = try #require(PIN.digits(digits))
    #expect(PINStrength.weakness(of: pin, at: Stage().now) == weakness)
  }

  /// The published tester's own examples, and what the present year adds: it is 2026.
  @Test(
    arguments: [
      "3101", "1998", "2005", "150990", "241065", "16021998", "03122001", "2901", "2902", "2802",
      "1936", "2026", "290296", "010136", "010126", "29022024",
    ])
  func `a day, a month or a year of the last ninety is a date`(digits: String) throws {
    let pin = try #require(PIN.digits(digits))
    #expect(PINStrength.weakness(of: pin, at: Stage().now) == .date)
  }

  @Test(
    arguments: [
      "0028", "1287", "9752", "151590", "001297", "41121987", "3002", "3102", "1935", "2027",
      "290295", "29022023", "16021935", "16022027",
    ])
  func `what no calendar has, or nobody remembers, is no date`(digits: String) throws {
    let pin = try #require(PIN.digits(digits))
    #expect(PINStrength.weakness(of: pin, at: Stage().now) != .date)
  }

  @Test func `another year has other dates`() throws {
    var stage = Stage()
    stage.wait(milliseconds: 366 * 86_400_000)
    let (first, last) = try (#require(PIN.digits("1936")), #require(PIN.digits("2027")))
    #expect(PINStrength.weakness(of: first, at: stage.now) == nil)
    #expect(PINStrength.weakness(of: last, at: stage.now) == .date)
  }

  @Test func `a PIN in the making shows nobody its digits`() {
    var field = SecretField()
    for digit in "4071" { field.take(.character(digit)) }
    var dumped = ""
    dump(field, to: &dumped)
    for text in [String(describing: field), String(reflecting: field), dumped] {
      #expect(!text.contains("4071"))
      #expect(!text.contains("52"))
    }
  }

  @Test func `a paste is digits as a whole, or nothing`() throws {
    var field = SecretField()
    let refused = field.paste(" 40\u{7}71")
    #expect(refused == .notADigit)
    #expect(field.count == 0)
    let spaced = field.paste("40 71")
    #expect(spaced == .notADigit)
    let taken = field.paste("4071\n")
    #expect(taken == .changed)
    #expect(field.pin == PIN.digits("4071"))
  }

  @Test func `a PIN is corrected and taken once`() {
    var field = SecretField()
    for digit in "40719" { field.take(.character(digit)) }
    field.take(.backspace)
    let pins = [field.takePIN(), field.takePIN()]
    #expect(pins == [PIN.digits("4071"), nil])
    #expect(field.count == 0)
  }

  @Test func `a PIN has an end`() {
    var field = SecretField()
    let verdicts = [field.paste(String(repeating: "7", count: 128)), field.take("7")]
    #expect(verdicts == [.changed, .full])
    #expect(field.count == 128)
  }
}
