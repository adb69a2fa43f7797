import TokenModel
import TokenScreens

extension Scene {
  static let thumbnail = "https://acme.example/cheque-small.png"
  static let original = "https://acme.example/cheque.png"

  /// An operation with a picture of two sizes, and the logo of a shop.
  static let pictured = UserOperation.make(
    id: "op-pictured", title: "Confirm Payment", message: "A bowl.",
    attributes: [
      [
        "type": "IMAGE", "id": "1", "label": "Cheque", "thumbnailUrl": .string(thumbnail),
        "originalUrl": .string(original),
      ],
      [
        "type": "PARTY_INFO", "id": "2", "label": "Payee",
        "partyInfo": ["name": "Tesco", "logoUrl": "https://itesco.cz/logo.png"],
      ],
    ])

  static let png = Picture(kind: .png, bytes: [1, 2, 3], width: 320, height: 200)

  static func picturePage(
    _ columns: Int, _ rows: Int, policy: PicturePolicy = .ask
  ) -> Stage {
    var stage = Stage(Stage.start(policy), columns: columns, rows: rows)
    stage.receive(.activation(.success(Stage.activation)))
    stage.receive(.status(.success(.active(failed: 0))))
    stage.receive([pictured])
    stage.press(.enter, "i")
    return stage
  }

  /// A chessboard of half blocks.
  static func cells(columns: Int, rows: Int) -> DrawnPicture {
    .cells(
      PictureCells(
        rows: (0..<rows).map { row in
          (0..<columns).map { column in
            PictureCells.Cell(
              (row + column).isMultiple(of: 2) ? "▀" : "▄",
              PixelColours(foreground: 160, background: 24))
          }
        }))
  }

  /// What the latest effect asked to be drawn for.
  static func box(_ stage: Stage) -> Size? {
    for case .drawPicture(_, _, let size) in stage.effects { return size }
    return nil
  }

  static func fetched(_ columns: Int, _ rows: Int) -> Stage {
    var stage = picturePage(columns, rows)
    stage.press(.enter)
    stage.receive(.picture(address: thumbnail, .success(png)))
    return stage
  }

  static func shown(_ columns: Int, _ rows: Int) -> Stage {
    var stage = fetched(columns, rows)
    guard let box = box(stage) else { return stage }
    let drawn = cells(columns: min(30, box.columns), rows: min(10, box.rows))
    stage.receive(.pictureDrawn(address: thumbnail, box, .success(drawn)))
    return stage
  }

  static func scanning(_ columns: Int, _ rows: Int) -> Stage {
    var stage = Stage.operations(columns: columns, rows: rows)
    stage.press("S")
    return stage
  }

  static let pictures = [
    Scene("picture-asking") { picturePage($0, $1) },
    Scene("picture-fetching") { columns, rows in
      var stage = picturePage(columns, rows)
      stage.press(.enter)
      stage.wait(milliseconds: 3000)
      return stage
    },
    Scene("picture-shown") { shown($0, $1) },
    Scene("picture-no-tool") { columns, rows in
      var stage = picturePage(columns, rows)
      stage.press(.enter)
      stage.receive(.picture(address: thumbnail, .success(png)))
      guard let box = box(stage) else { return stage }
      stage.receive(
        .pictureDrawn(
          address: thumbnail, box, .failure(.picture(.missingTool(packages: ["chafa"])))))
      return stage
    },
    Scene("scan") { scanning($0, $1) },
    Scene("scan-file") { columns, rows in
      var stage = scanning(columns, rows)
      stage.press("f")
      stage.type("~/Pictures/code.png")
      return stage
    },
    Scene("scan-nothing") { columns, rows in
      var stage = scanning(columns, rows)
      stage.press("c")
      stage.receive(.scanned(.failure(.picture(.noCode))))
      return stage
    },
    Scene("scan-several") { columns, rows in
      var stage = scanning(columns, rows)
      stage.press("s")
      stage.receive(
        .scanned(.success([code, "scheme://bank?oid=op-1&potp=12345678", "https://acme.example"])))
      stage.press(.down)
      return stage
    },
  ]
}

extension Stage {
  static func start(_ policy: PicturePolicy) -> StartContext {
    StartContext(
      profile: "default", bank: "Acme Bank", server: "https://token.acme.example",
      protocolVersion: "3.3", deviceName: "jane@thinkpad", isSandbox: true,
      language: Language.current,
      pictures: policy)
  }
}
