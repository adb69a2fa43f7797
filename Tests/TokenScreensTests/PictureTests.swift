import Testing
import TokenModel
import TokenScreens

@Suite struct PictureTests {
  private func fetches(_ stage: Stage) -> [String] {
    stage.effects.compactMap { if case .fetchPicture(let address) = $0 { address } else { nil } }
  }

  @Test func `the address stands there before anything is fetched`() {
    var stage = Scene.picturePage(80, 24)
    #expect(stage.shows(Scene.thumbnail))
    #expect(fetches(stage).isEmpty)
    stage.press(.enter)
    #expect(fetches(stage) == [Scene.thumbnail])
  }

  @Test func `where the configuration allows it, the picture comes at once`() {
    let stage = Scene.picturePage(80, 24, policy: .always)
    #expect(fetches(stage) == [Scene.thumbnail])
  }

  @Test func `where the configuration forbids it, the key says so`() {
    let stage = Scene.picturePage(80, 24, policy: .never)
    #expect(stage.shows("Your configuration forbids pictures."))
    #expect(fetches(stage).isEmpty)
  }

  @Test func `an operation without pictures has no key for them`() {
    var stage = Stage.detail(.login)
    stage.press("?")
    #expect(!stage.shows("Shows the pictures"))
  }

  @Test func `the original is asked for anew, by its own address`() {
    var stage = Scene.shown(80, 24)
    #expect(stage.shows("preview"))
    stage.press("i")
    #expect(fetches(stage).isEmpty)
    #expect(stage.shows(Scene.original))
    stage.press("i")
    #expect(fetches(stage) == [Scene.original])
  }

  @Test func `pictures are shown one after the other, and round`() {
    var stage = Scene.shown(80, 24)
    stage.press("n")
    #expect(stage.shows("Tesco") && stage.shows("https://itesco.cz/logo.png"))
    #expect(stage.shows("2 of 2"))
    #expect(fetches(stage).isEmpty)
    stage.press("n")
    #expect(stage.shows(Scene.thumbnail))
    #expect(!stage.shows("▀"))
  }

  @Test func `a late answer to another address is dropped`() {
    var stage = Scene.picturePage(80, 24)
    stage.press(.enter, "n")
    #expect(stage.effects == [.cancelPictures])
    stage.receive(.picture(address: Scene.thumbnail, .success(Scene.png)))
    #expect(stage.effects.isEmpty)
  }

  @Test func `another size of the window decodes anew for its box, and only then`() throws {
    var stage = Scene.shown(80, 24)
    let small = try #require(Scene.box(Scene.fetched(80, 24)))
    stage.apply(.resized(Size(columns: 80, rows: 24)))
    #expect(stage.effects.isEmpty)
    stage.apply(.resized(Size(columns: 120, rows: 40)))
    let large = try #require(Scene.box(stage))
    #expect(large.columns > small.columns && large.rows > small.rows)
  }

  @Test func `leaving while it is on its way ends the work`() {
    var stage = Scene.picturePage(80, 24)
    stage.press(.enter, .escape)
    #expect(stage.effects == [.cancelPictures])
  }

  @Test func `pixels stand in the frame only while nothing covers them`() throws {
    var stage = Scene.picturePage(80, 24)
    stage.press(.enter)
    stage.receive(.picture(address: Scene.thumbnail, .success(Scene.png)))
    let box = try #require(Scene.box(stage))
    let pixels = PictureGraphics(form: .kitty, columns: 20, rows: 8, bytes: [])
    stage.receive(.pictureDrawn(address: Scene.thumbnail, box, .success(.graphics(pixels))))
    let area = try #require(stage.frame.graphics?.area)
    #expect(area.columns == 20 && area.rows == 8)
    #expect(area.column > 1 && area.column + area.columns < 79)
    #expect(area.row > 3 && area.row + area.rows < 22)
    stage.press("?")
    #expect(stage.frame.graphics == nil)
    stage.press(.escape)
    #expect(stage.frame.graphics != nil)
    stage.resize(columns: 30, rows: 8)
    #expect(stage.frame.graphics == nil)
    stage.press(.escape)
  }

  @Test func `a picture larger than its box is left out`() throws {
    var stage = Scene.picturePage(40, 12)
    stage.press(.enter)
    stage.receive(.picture(address: Scene.thumbnail, .success(Scene.png)))
    let box = try #require(Scene.box(stage))
    let large = Scene.cells(columns: box.columns + 1, rows: box.rows)
    stage.receive(.pictureDrawn(address: Scene.thumbnail, box, .success(large)))
    #expect(!stage.shows("▀"))
  }

  @Test func `label and address pass the gate for foreign text`() {
    var stage = Stage.operations([
      .make(
        id: "op-hostile", title: "T",
        attributes: [
          [
            "type": "IMAGE", "id": "1", "label": "Che\u{202E}que\u{1B}[2J",
            "thumbnailUrl": "https://a.example/\u{1B}]0;x\u{7}.png",
          ]
        ])
    ])
    stage.press(.enter, "i")
    #expect(!stage.text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
  }
}

@Suite struct ScanTests {
  @Test(arguments: [("c", ScanSource.clipboard), ("s", .screen)] as [(Key, ScanSource)])
  func `a key names where the picture is`(key: Key, source: ScanSource) {
    var stage = Scene.scanning(80, 24)
    stage.press(key)
    #expect(stage.effects == [.scan(source)])
  }

  @Test(arguments: [
    ("code.png", "code.png"), ("'/tmp/a b.png' ", "/tmp/a b.png"),
    ("file:///tmp/a%20b.png\n", "/tmp/a b.png"), ("/tmp/a\\ b.png", "/tmp/a b.png"),
  ])
  func `a file that is dropped on the terminal is named`(text: String, path: String) {
    var stage = Scene.scanning(80, 24)
    stage.send(.paste(text))
    stage.press(.enter)
    #expect(stage.effects == [.scan(.file(path))])
  }

  @Test func `the key is there where codes are typed, too`() {
    var stage = Stage.operations()
    stage.press(.offlineTab, .control("s"))
    #expect(stage.shows("Scan a code"))
  }

  @Test func `one code leads on at once`() {
    var stage = Scene.welcome(80, 24)
    stage.press("S", "c")
    stage.receive(.scanned(.success([Scene.code])))
    #expect(stage.shows("VVVVV"))
    #expect(!stage.shows("Scan a code"))
  }

  @Test func `of several the user takes one`() {
    var stage = Scene.welcome(80, 24)
    stage.press("S", "c")
    stage.receive(.scanned(.success(["https://acme.example", Scene.code])))
    #expect(stage.shows("2 codes are in the picture"))
    #expect(stage.shows("activation code"))
    stage.press(.down, .enter)
    #expect(stage.shows("VVVVV"))
    #expect(!stage.shows("Scan a code"))
  }

  @Test func `an answer that nobody waits for leads nowhere`() {
    var stage = Scene.scanning(80, 24)
    stage.press("c", .escape)
    #expect(stage.effects == [.cancelPictures])
    stage.receive(.scanned(.success([Scene.code])))
    #expect(stage.effects.isEmpty && stage.shows("Confirm Payment"))
  }

  @Test func `codes are forgotten when the user suspends`() {
    var stage = Scene.scanning(80, 24)
    stage.press("c")
    stage.receive(.scanned(.success(["one", "two"])))
    #expect(stage.shows("2 codes"))
    stage.press(.control("z"))
    #expect(!stage.shows("2 codes"))
  }

  @Test func `after a failure another place can be tried`() {
    var stage = Scene.scanning(80, 24)
    stage.press("s")
    stage.receive(.scanned(.failure(.picture(.noDesktop))))
    #expect(stage.shows("There is no desktop session"))
    stage.press("c")
    #expect(stage.effects == [.scan(.clipboard)])
  }
}
