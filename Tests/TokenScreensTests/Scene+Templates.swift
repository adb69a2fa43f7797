import TokenModel
import TokenScreens

extension UserOperation {
  /// One attribute of each kind, as different servers send them.
  static let everyKind = make(
    id: "op-every-kind", name: "authorize_payment",
    data: "A1*A123456789012345678.91EUR*ICZ5508000000001234567899",
    title: "Confirm Payment", message: "Each kind of row, once.",
    attributes: [
      alert("SUCCESS", title: "Verified", message: "This payee is known to your bank."),
      alert("INFO", message: "Payments after 17:00 leave tomorrow."),
      alert("ERROR", title: "Limit exceeded"),
      ["type": "HEADING", "id": "h0", "label": "Payment"],
      [
        "type": "AMOUNT", "id": "amount", "label": "Amount",
        "amount": JSONValue(number: "123456789012345678.91"), "currency": "EUR",
      ],
      [
        "type": "KEY_VALUE", "id": "to", "label": "To account",
        "value": "CZ55 0800 0000 0012 3456 7899",
      ],
      ["type": "HEADING", "id": "h1", "label": "Details", "level": 1],
      ["type": "HEADING", "id": "h2", "label": "Of the payee", "level": 2],
      [
        "type": "PARTY_INFO", "id": "party", "label": "Payee",
        "partyInfo": ["name": "東京電力", "websiteUrl": "https://tepco.example/bills?id=7"],
      ],
      ["type": "HEADING", "id": "h3", "label": "Of the note", "level": 3],
      ["type": "NOTE", "id": "note", "label": "Note", "note": "First line\r\nSecond line"],
      [
        "type": "IMAGE", "id": "scan", "label": "Scan",
        "thumbnailUrl": "https://acme.example/t.png",
      ],
      ["type": "KEY_VALUE", "id": "bad", "label": "Without a value"],
    ])

  static func alert(_ kind: String, title: JSONValue = .null, message: JSONValue = .null)
    -> JSONValue
  {
    [
      "type": "ALERT", "id": "a", "label": "Notice", "alertType": .string(kind), "title": title,
      "message": message,
    ]
  }

  /// A payment that its bank lays out itself, with a note folded away.
  static let templated = make(
    id: "op-templated", name: "authorize_payment", data: "A1*A1250.00EUR*I\(account)*NRent for May",
    title: "Confirm Payment", message: "Please confirm the following payment.",
    attributes: [
      ["type": "HEADING", "id": "what", "label": "Payment"],
      amount("amount", "Amount", 1250, "EUR", "1\u{A0}250.00\u{A0}EUR"),
      [
        "type": "KEY_VALUE", "id": "to", "label": "To account",
        "value": "CZ55 0800 0000 0012 3456 7899",
      ],
      [
        "type": "NOTE", "id": "note", "label": "Note", "note": "Rent for May\nFlat 12, Long Street",
      ],
      ["type": "HEADING", "id": "who", "label": "Payee"],
      ["type": "KEY_VALUE", "id": "name", "label": "Name", "value": "Jane Landlady"],
      ["type": "KEY_VALUE", "id": "fee", "label": "Fee", "value": "none"],
    ],
    ui: [
      "templates": [
        "list": [
          "header": "${what}", "title": "${amount} to ${name}", "message": "${note}",
        ],
        "detail": [
          "sections": [
            [
              "title": "what",
              "cells": [
                ["name": "amount", "centered": true, "visibleTitle": false],
                ["name": "to", "canCopy": true],
                ["name": "note", "collapsable": "COLLAPSED"],
              ],
            ],
            ["title": "who", "cells": [["name": "name"]]],
          ]
        ],
      ]
    ])

  static let account = "CZ5508000000001234567899"
}

extension JSONValue {
  /// A number with more digits than a literal can have.
  init(number: String) { self = (try? JSONValue(parsing: Array(number.utf8))) ?? .null }
}

extension Scene {
  static let templates = [
    Scene("every-kind") { Stage.detail(.everyKind, columns: $0, rows: $1) },
    Scene("template-list") { columns, rows in
      Stage.operations([.templated, .payment], columns: columns, rows: rows)
    },
    Scene("template-folded") { Stage.detail(.templated, columns: $0, rows: $1) },
    Scene("template-open") { columns, rows in
      var stage = Stage.detail(.templated, columns: columns, rows: rows)
      stage.press("z")
      return stage
    },
  ]
}
