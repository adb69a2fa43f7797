import Testing
import TokenModel
import TokenScreens

/// Labels and values for the command line.
@Suite struct ColumnTextTests {
  @Test func `values stand in one column, and no line of one passes for a label`() {
    #expect(
      ColumnText.table([["a", "1"], ["long one", "two\nlines"]]) == [
        "a         1", "long one  two", "          lines",
      ])
  }

  @Test func `a server's object is shown line by line`() {
    let value: JSONValue = [
      "name": "Jane\nState ACTIVE", "tags": ["a", "b"], "address": ["city": "Brno"],
    ]
    #expect(
      ColumnText.lines(value) == [
        "address", "  city  Brno", "name    Jane", "        State ACTIVE", "tags    a, b",
      ])
  }

  @Test func `claims are said as in the interface, without the technical ones`() {
    let info = UserInfo([
      "name": "Jane Doe", "email": "jane@acme.example", "iat": 1_782_000_000, "jti": "d43b",
    ])
    let now = Stage().now
    #expect(
      ColumnText.lines(info, at: now) == [
        "Name    Jane Doe", "E-mail  jane@acme.example (not verified)",
      ])
    #expect(ColumnText.lines(UserInfo(["jti": "d43b"]), at: now).isEmpty)
  }

  @Test func `a detail has the labels of its page`() {
    let detail = ActivationDetail(["activationName": "laptop", "userId": "jane", "zone": "a"])
    #expect(ColumnText.lines(detail) == ["Name  laptop", "User  jane", "zone  a"])
  }
}
