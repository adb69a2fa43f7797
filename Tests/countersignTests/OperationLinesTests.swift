import Foundation
import Sandbox
import Testing
import TokenModel

@testable import countersign

@Suite struct OperationLinesTests {
  static let now = Date(timeIntervalSince1970: 1_767_225_600)  // 2026-01-01 00:00 UTC

  static func operation(_ form: String = "", extra: String = "") throws -> UserOperation {
    let text = """
      {"id": "op-1", "name": "payment", "data": "A1*A10EUR", "status": "PENDING",
       "operationExpires": "2026-01-01T00:04:09+0000", \(extra)
       "allowedSignatureType": {"type": "2FA", "variants": ["possession_knowledge"]},
       "formData": {"title": "Payment", "message": "Please confirm.", "attributes": [\(form)]}}
      """
    return try UserOperation(try JSONValue(parsing: Array(text.utf8)))
  }

  @Test func `the document of a list tells the server's time, where it has told`() {
    let list = OperationList([["id": "broken"]], serverTime: Self.now)
    #expect(
      list.document(at: Self.now) == [
        "operations": [], "unreadable": 1, "currentTimestamp": "2026-01-01T00:00:00+0000",
      ])
    let silent = OperationList([]).document(at: Self.now)
    #expect(silent == ["operations": [], "unreadable": 0])
  }

  @Test func `a bank that does not start says why in the user's language`() {
    let faults: [(SandboxFault, String, String)] = [
      (
        .dataFile("/b.db", reason: "Permission denied"),
        "The data file /b.db cannot be used: Permission denied.",
        "Datový soubor /b.db nelze použít: přístup odepřen."
      ),
      (
        .certificates("/c", reason: "No space left on device"),
        "Certificates cannot be kept in /c: No space left on device.",
        "Certifikáty nelze uložit do /c: na disku už není místo."
      ),
      (
        .port(80, reason: "Address already in use"),
        "Port 80 cannot be listened on: Address already in use.",
        "Na portu 80 nelze naslouchat: adresa se už používá."
      ),
    ]
    for (fault, english, czech) in faults {
      #expect(CommandFailure(fault).means == english)
      #expect(Language.$current.withValue(.czech) { CommandFailure(fault).means } == czech)
    }
  }

  @Test func `an operation is printed with every attribute and its hash`() throws {
    let operation = try Self.operation(
      """
      {"type": "AMOUNT", "id": "a", "label": "Amount", "amount": 10, "currency": "EUR",
       "amountFormatted": "10.00", "currencyFormatted": "€", "valueFormatted": "€10.00"},
      {"type": "HEADING", "id": "h", "label": "Details"},
      {"type": "NOTE", "id": "n", "label": "Note", "note": "two\\nlines"},
      {"type": "ALERT", "id": "w", "label": "", "alertType": "WARNING", "message": "Low balance"},
      {"type": "HOLOGRAM", "id": "x", "label": "Shape"}
      """)
    #expect(
      OperationLines.full(operation, at: Self.now).joined(separator: "\n") == """
        │ Payment
        │ Please confirm.
        │
        │   Amount          €10.00
        │
        │   DETAILS
        │   Note            two
        │                   lines
        │   ! Warning: Low balance
        │   Shape           cannot be shown here

          Operation       op-1
          Status          pending
          Expires in      4:09
          Signed data     A1*A10EUR
          SHA-256         \(Self.sha256)

        ✓ What is signed matches what is shown.
        """)
  }

  @Test func `pages before an approval are part of it`() throws {
    let operation = try Self.operation(
      extra: """
        "ui": {"preApprovalScreen": {"type": "WARNING", "heading": "Careful", "message": "Scam?",
        "items": ["Nobody asked you"]}},
        """)
    let lines = OperationLines.full(operation, at: Self.now)
    #expect(lines.contains("│ Before you approve: ! Careful"))
    #expect(lines.contains("│   Scam?"))
    #expect(lines.contains("│   - Nobody asked you"))
  }

  @Test func `the document is the server's object and the time that is left`() throws {
    let operation = try Self.operation(extra: "\"newMember\": [1],")
    let document = operation.document(at: Self.now)
    #expect(document["expiresInSeconds"] == 249)
    #expect(document["newMember"] == [1])
    #expect(operation.document(at: Self.now + 1000)["expiresInSeconds"] == 0)
  }

  private static let sha256 = "e90b10b3f6b78459128b67bb49fd005c23348b7cb6d7d2447f614c22367b2f18"
}
