import FoundationEssentials
import TokenModel

/// Operations as servers send them.
extension UserOperation {
  static let login = make(
    id: "op-login", name: "login", data: "A2", title: "Login Approval",
    message: "Sign in to Internet banking from Prague, Firefox", expiresIn: 62, lasts: 300,
    attributes: [
      ["type": "KEY_VALUE", "id": "1", "label": "Place", "value": "Prague, Czech Republic"],
      ["type": "KEY_VALUE", "id": "2", "label": "Browser", "value": "Firefox 140 on Linux"],
    ])

  static let payment = make(
    id: "op-payment", name: "authorize_payment",
    data: "A1*A1250.00EUR*ICZ5508000000001234567899*D20260701*NUtility Bill Payment - 05/2026",
    title: "Confirm Payment", message: "Please confirm the following payment.", expiresIn: 249,
    lasts: 300,
    attributes: [
      [
        "type": "ALERT", "id": "0", "label": "Balance", "alertType": "WARNING",
        "title": "Insufficient balance",
        "message": "You have only $1.00 on account 238400856/0300.",
      ],
      ["type": "HEADING", "id": "1", "label": "Utility Payment"],
      amount("2", "Amount", 1250, "EUR", "1\u{A0}250.00\u{A0}EUR"),
      [
        "type": "KEY_VALUE", "id": "3", "label": "To account",
        "value": "CZ55 0800 0000 0012 3456 7899",
      ],
      ["type": "KEY_VALUE", "id": "4", "label": "Due date", "value": "1 Jul 2026"],
      [
        "type": "NOTE", "id": "5", "label": "Note", "note": "Utility Bill Payment - 05/2026",
      ],
      [
        "type": "PARTY_INFO", "id": "6", "label": "Payee",
        "partyInfo": [
          "name": "Tesco", "description": "Find out more about Tesco...",
          "websiteUrl": "https://itesco.cz/hello", "logoUrl": "https://itesco.cz/logo.png",
        ],
      ],
      [
        "type": "IMAGE", "id": "7", "label": "Cheque",
        "thumbnailUrl": "https://acme.example/cheque-small.png",
      ],
      ["type": "FACE_VALUE", "id": "8", "label": "Novelty"],
    ])

  static let conversion = make(
    id: "op-conversion", name: "authorize_exchange", data: "A5*A100.00USD",
    title: "Currency Exchange", message: "Buy crowns for dollars.", expiresIn: 598, lasts: 600,
    attributes: [
      [
        "type": "AMOUNT_CONVERSION", "id": "1", "label": "Exchange", "dynamic": true,
        "sourceAmount": 100, "sourceCurrency": "USD", "sourceValueFormatted": "100.00 USD",
        "targetAmount": 2199, "targetCurrency": "CZK",
        "targetValueFormatted": "2\u{A0}199.00\u{A0}CZK",
      ]
    ])

  /// Signed is a hundredth of what is shown, and to somebody else.
  static let contradiction = make(
    id: "op-contradiction", name: "authorize_payment",
    data: "A1*A99.00EUR*ICZ6508000000192000145399", title: "Confirm Payment",
    message: "Please confirm.",
    attributes: [
      amount("1", "Amount", 9900, "EUR", "9\u{A0}900.00\u{A0}EUR"),
      [
        "type": "KEY_VALUE", "id": "2", "label": "To account",
        "value": "CZ55 0800 0000 0012 3456 7899",
      ],
    ])

  /// Reorders, hides and mixes.
  static let hostile = make(
    id: "op-hostile", name: "login", data: "A2\u{1B}[2J", title: "Sign in\u{202E}drow",
    message: "Acm\u{435} Bank\u{1B}]0;pwned\u{7} asks",
    attributes: [["type": "KEY_VALUE", "id": "1", "label": "Pay\u{200B}ee", "value": "Acm\u{435}"]])

  static let oneFactor = make(
    id: "op-one-factor", name: "login", data: "A2", title: "Sign in", message: "Is this you?",
    signature: ["type": "1FA", "variants": []])

  static func amount(
    _ id: JSONValue, _ label: JSONValue, _ number: JSONValue, _ currency: JSONValue,
    _ text: JSONValue
  ) -> JSONValue {
    [
      "type": "AMOUNT", "id": id, "label": label, "amount": number, "currency": currency,
      "valueFormatted": text,
    ]
  }

  /// Times count from the stage's start.
  static func make(
    id: String, name: String = "generic", data: String = "A0", title: String,
    message: String = "", expiresIn: Int = 120, lasts: Int = 300,
    signature: JSONValue = ["type": "2FA", "variants": ["possession_knowledge"]],
    attributes: [JSONValue] = [], ui: JSONValue = [:], resultTexts: JSONValue = [:]
  ) -> UserOperation {
    let start = 1_782_736_867
    let json: JSONValue = [
      "id": .string(id), "name": .string(name), "data": .string(data), "status": "PENDING",
      "operationCreated": .string(date(start + expiresIn - lasts)),
      "operationExpires": .string(date(start + expiresIn)),
      "allowedSignatureType": signature,
      "formData": [
        "title": .string(title), "message": .string(message), "attributes": .array(attributes),
        "resultTexts": resultTexts,
      ],
      "ui": ui,
    ]
    guard let operation = try? UserOperation(json) else {
      preconditionFailure("The fixture lacks a required member.")
    }
    return operation
  }

  static func many(_ count: Int) -> [UserOperation] {
    (0..<count).map { make(id: "op-\($0)", title: "Operation \($0)", message: "Number \($0)") }
  }

  /// The same operation with another status.
  func with(status: String) -> UserOperation {
    (try? UserOperation(source.setting("status", to: .string(status)))) ?? self
  }

  private static func date(_ seconds: Int) -> String {
    ServerDate.text(Date(timeIntervalSince1970: Double(seconds)))
  }
}
