import FoundationEssentials
import Testing
@testable import TokenModel

@Suite struct ServerDateTests {
  @Test(
    arguments: [
      ("2018-07-02T14:43:13+0000", 1_530_542_593), ("2018-07-02T14:43:13Z", 1_530_542_593),
      ("2018-07-02T14:43:13.702+00:00", 1_530_542_593.702),
      ("2018-07-02T16:43:13+02:00", 1_530_542_593), ("2018-07-02T09:13:13-0530", 1_530_542_593),
      ("2018-07-02T14:43:13", 1_530_542_593), ("2018-07-02T14:43:13.702+0000", 1_530_542_593.702),
      ("2018-07-02T14:43:13.7Z", 1_530_542_593.7), ("2018-07-02 14:43:13Z", 1_530_542_593),
      ("2018-07-02T14:43Z", 1_530_542_580), ("2018-07-02T14:43:13,702Z", 1_530_542_593.702),
      ("2018-07-02T14:43:13.702123456Z", 1_530_542_593.702), ("2000-02-29T00:00:00Z", 951_782_400),
      ("1969-12-31T23:59:59Z", -1), ("2018-07-02T14:43:13 +0000", 1_530_542_593),
      ("2018-07-02T14:43", 1_530_542_580),
    ] as [(String, Double)])
  func `every form of date that servers send is read`(text: String, seconds: Double) throws {
    let date = try #require(ServerDate.parse(.string(text)))
    #expect(abs(date.timeIntervalSince1970 - seconds) < 0.001)
  }

  @Test(arguments: [
    "", "yesterday", "2018-13-01T00:00:00Z", "2019-02-29T00:00:00Z", "2018-07-02T24:00:00Z",
    "2018-07-02", "2018-07-02T14:43:13X", "2018-07-02T14:43:13Zulu", "2018-07-02T14:43:13+02",
    "2018-07-02T14:43:13.Z", "2018-07-02T14:43:13.7021234567Z", "2018-7-02T14:43:13Z",
    "2018-07-02T14:43:61Z", " 2018-07-02T14:43:13Z", "２018-07-02T14:43:13Z", "2018-07-02T14:43:",
  ])
  func `anything else is no date`(text: String) {
    #expect(ServerDate.parse(.string(text)) == nil)
  }

  @Test func `a number is milliseconds`() {
    #expect(ServerDate.parse(1_530_542_593_702)?.timeIntervalSince1970 == 1_530_542_593.702)
  }

  @Test(arguments: [0, 951_782_400, 1_530_542_593, 4_102_444_799, -1, 68_169_600])
  func `what is written reads back`(seconds: Int) {
    let date = Date(timeIntervalSince1970: Double(seconds))
    #expect(ServerDate.parse(.string(ServerDate.text(date))) == date)
  }

  @Test(arguments: [
    (0, "0:00"), (59, "0:59"), (252, "4:12"), (3599, "59:59"), (3600, "1:00:00"),
    (90_000, "1 d 1 h"),
  ])
  func `remaining time reads like a clock`(seconds: Int, text: String) {
    #expect(RemainingTime.text(seconds: seconds) == text)
  }

  @Test func `an expiry beyond any calendar does not trap`() {
    let far = Date(timeIntervalSince1970: .greatestFiniteMagnitude)
    #expect(RemainingTime.seconds(until: far, now: Date(timeIntervalSince1970: 0)) > 0)
    #expect(RemainingTime.seconds(until: Date(timeIntervalSince1970: -1), now: far) == 0)
  }
}
