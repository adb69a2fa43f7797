import TokenModel
import TokenScreens

/// Pages around an approval.
extension UserOperation {
  static func guarded(_ pages: JSONValue..., ui: JSONValue = [:]) -> UserOperation {
    make(
      id: "op-guarded", title: "Confirm Payment",
      ui: ui.setting("preApprovalScreens", to: .array(pages)))
  }

  static let richPage: JSONValue = [
    "id": "rich", "type": "WARNING", "backButton": true, "image": "shield",
    "heading": "Is this really you?", "message": "Somebody activates a new device.",
    "elements": [
      ["type": "LIST_ITEM", "text": "It will see all your accounts", "icon": "eye"],
      ["type": "LIST_ITEM", "text": "It may pay without you", "style": "DANGER"],
      ["type": "ALERT", "text": "Nobody from the bank asks for this", "style": "WARNING"],
      [
        "type": "BUTTON", "text": "How frauds work", "action": "LINK",
        "href": "https://bank.example/fraud?source=token",
      ],
      [
        "type": "BUTTON", "text": "Call us", "action": "PHONE", "href": "+420 123 456 789",
        "actionSettings": "REJECT",
      ],
      ["type": "BUTTON", "text": "Shop", "action": "LINK", "href": "shop://offer"],
      ["type": "FUTURE", "text": "What nobody knows yet"],
    ],
    "controls": [
      "flip": true, "decline": ["type": "REJECT", "text": "Not me"],
      "approve": ["type": "BUTTON", "text": "It is me", "counter": 10],
    ],
  ]

  static let sliderPage: JSONValue = [
    "id": "slide", "type": "WARNING",
    "controls": ["approve": ["type": "SLIDER", "text": "Slide to go on"]],
  ]

  static func followed(by screen: JSONValue) -> UserOperation {
    make(
      id: "op-followed", title: "Confirm Payment", ui: ["postApprovalScreen": screen],
      resultTexts: ["success": "The payment is on its way."])
  }

  static let review: JSONValue = [
    "type": "REVIEW", "heading": "Your payment", "message": "It will arrive tomorrow.",
    "payload": [
      "attributes": [
        ["type": "KEY_VALUE", "id": "1", "label": "To", "value": "Tesco"],
        amount("2", "Amount", 1250, "EUR", "1\u{A0}250.00\u{A0}EUR"),
      ]
    ],
  ]

  static func redirect(_ address: JSONValue, countdown: JSONValue = 5) -> JSONValue {
    [
      "type": "MERCHANT_REDIRECT", "heading": "Thank you", "message": "Back to the shop?",
      "payload": [
        "redirectText": "Return to the shop", "redirectUrl": address, "countdown": countdown,
      ],
    ]
  }
}

extension Stage {
  /// On the first page before an approval.
  static func guarded(
    _ operation: UserOperation, columns: Int = 80, rows: Int = 24
  ) -> Stage {
    var stage = detail(operation, columns: columns, rows: rows)
    stage.press("a")
    return stage
  }

  /// After an approval, on what the bank shows then.
  static func followed(
    by screen: JSONValue, columns: Int = 80, rows: Int = 24
  ) -> Stage {
    var stage = detail(.followed(by: screen), columns: columns, rows: rows)
    stage.press("a")
    stage.type("4071")
    stage.press(.enter)
    stage.receive(.decided(operationID: "op-followed", .success(.init())))
    stage.press(.enter)
    return stage
  }
}

extension Scene {
  static let aroundApproval = [
    Scene("guarded-rich") {
      Stage.guarded(.guarded(UserOperation.richPage), columns: $0, rows: $1)
    },
    Scene("guarded-rich-end") { columns, rows in
      var stage = Stage.guarded(.guarded(UserOperation.richPage), columns: columns, rows: rows)
      stage.readOn()
      stage.wait(milliseconds: 10_000)
      return stage
    },
    Scene("guarded-link") { columns, rows in
      var stage = Stage.guarded(.guarded(UserOperation.richPage), columns: columns, rows: rows)
      stage.press("1")
      return stage
    },
    Scene("guarded-foreign-link") { columns, rows in
      let page: JSONValue = [
        "type": "INFO",
        "elements": [
          [
            "type": "BUTTON", "text": "Go", "action": "LINK",
            "href": "https://b\u{430}nk.example/fraud",
          ]
        ],
      ]
      var stage = Stage.guarded(.guarded(page), columns: columns, rows: rows)
      stage.press("1")
      return stage
    },
    Scene("guarded-phone") { columns, rows in
      var stage = Stage.guarded(.guarded(UserOperation.richPage), columns: columns, rows: rows)
      stage.press("2")
      return stage
    },
    Scene("guarded-slider") { columns, rows in
      var stage = Stage.guarded(
        .guarded(["type": "INFO"], UserOperation.sliderPage), columns: columns, rows: rows)
      stage.readOn()
      stage.press("c")
      stage.readOn()
      stage.press(.right)
      for _ in 0..<4 { stage.press(.right) }
      return stage
    },
    Scene("call-question") { columns, rows in
      Stage.guarded(
        .make(id: "op", title: "Pay", ui: ["blockApprovalOnCall": true]), columns: columns,
        rows: rows)
    },
    Scene("call-stopped") { columns, rows in
      var stage = Stage.guarded(
        .make(id: "op", title: "Pay", ui: ["blockApprovalOnCall": true]), columns: columns,
        rows: rows)
      stage.press("y")
      return stage
    },
    Scene("approved-with-more") { columns, rows in
      var stage = Stage.detail(
        .followed(by: UserOperation.review), columns: columns, rows: rows)
      stage.press("a")
      stage.type("4071")
      stage.press(.enter)
      stage.receive(.decided(operationID: "op-followed", .success(.init())))
      return stage
    },
    Scene("after-review") { Stage.followed(by: UserOperation.review, columns: $0, rows: $1) },
    Scene("after-redirect") { columns, rows in
      let address = "https://shop.example/paid"
      var stage = Stage.followed(
        by: UserOperation.redirect(.string(address)), columns: columns, rows: rows)
      stage.receive(
        .qrEncoded(
          text: address,
          ModuleMatrix(width: 4, modules: (0..<16).map { $0 % 3 == 0 })))
      return stage
    },
    Scene("after-redirect-inert") { columns, rows in
      var stage = Stage.followed(
        by: UserOperation.redirect("acmeshop://paid?id=7"), columns: columns, rows: rows)
      stage.wait(milliseconds: 6000)
      return stage
    },
    Scene("after-generic") {
      Stage.followed(
        by: [
          "type": "GENERIC", "heading": "Loyalty", "message": "You have new points.",
          "payload": ["points": 120, "levels": [["name": "Silver"], ["name": "Gold"]]],
        ], columns: $0, rows: $1)
    },
  ]
}
