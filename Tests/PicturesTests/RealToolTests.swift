import ChildProcess
import Foundation
import Pictures
import Testing
import TokenModel

/// Against the real `chafa`, confined as ever.
@Suite(
  .enabled(
    if: Tools.has("chafa") && Confinement.isPossible,
    "needs the Debian package chafa and a kernel with seccomp filters"))
struct DecoderTests {
  private let decoder = PictureDecoder()

  private func draw(
    _ form: PictureForm, columns: Int = 20, rows: Int = 8, _ bytes: [UInt8] = SamplePicture.png
  ) async throws -> DrawnPicture {
    try await decoder.draw(
      try Picture(reading: bytes), as: form, columns: columns, rows: rows)
  }

  @Test(arguments: [PictureForm.halfBlocks, .shades(on: .dark), .ascii(on: .light)])
  func `a picture becomes cells that fit into its box`(form: PictureForm) async throws {
    guard case .cells(let cells) = try await draw(form) else {
      Issue.record("no cells")
      return
    }
    #expect((1...20).contains(cells.columns) && (1...8).contains(cells.rows.count))
    let colours = Set(cells.rows.flatMap { $0 }.map(\.pixels))
    #expect((colours.count > 1) == (form == .halfBlocks))
    if form == .shades(on: .dark) {
      #expect(cells.rows.flatMap { $0 }.allSatisfy { " ▀▄▌▐▖▗▘▙▚▛▜▝▞▟█".contains($0.glyph) })
    }
    if form == .ascii(on: .light) {
      #expect(cells.rows.flatMap { $0 }.allSatisfy { $0.glyph.isASCII })
    }
  }

  @Test func `light ground turns ink into darkness`() async throws {
    #expect(try await text(on: .dark) != text(on: .light))
  }

  private func text(on ground: PictureForm.Ground) async throws -> [String] {
    guard case .cells(let cells) = try await draw(.shades(on: ground)) else { return [] }
    return cells.rows.map { row in String(row.map(\.glyph)) }
  }

  @Test(arguments: [
    (PictureForm.sixel(cellWidth: 10, cellHeight: 20), PictureGraphics.Form.sixel),
    (.kitty(cellWidth: 9, cellHeight: 18), .kitty),
  ])
  func `a picture becomes one string of pixels that stays in its box`(
    form: PictureForm, kind: PictureGraphics.Form
  ) async throws {
    guard case .graphics(let graphics) = try await draw(form) else {
      Issue.record("no pixels")
      return
    }
    #expect(graphics.form == kind)
    #expect((1...20).contains(graphics.columns) && (1...8).contains(graphics.rows))
    #expect(graphics.bytes.first == 0x1B)
  }

  @Test(arguments: [
    (2, 1, 8, 16), (7, 3, 7, 13), (33, 9, 9, 17), (120, 40, 8, 16), (80, 24, 20, 40),
  ])
  func `pixels of every size pass the check`(
    columns: Int, rows: Int, width: Int, height: Int
  ) async throws {
    for form in [
      PictureForm.sixel(cellWidth: width, cellHeight: height),
      .kitty(cellWidth: width, cellHeight: height),
    ] {
      let drawn = try await draw(form, columns: columns, rows: rows)
      #expect((1...columns).contains(drawn.columns) && (1...rows).contains(drawn.rows))
    }
  }

  @Test func `the smallest box will do`() async throws {
    let drawn = try await draw(.halfBlocks, columns: 1, rows: 1)
    #expect(drawn.columns == 1 && drawn.rows == 1)
  }

  @Test func `a picture that ends too early is none, or what there was of it`() async throws {
    let cut = Array(SamplePicture.png.prefix(SamplePicture.png.count / 2))
    do {
      let drawn = try await draw(.halfBlocks, cut)
      #expect(drawn.columns <= 20)
    } catch PictureFault.notDecoded(tool: "chafa") {}
  }

  @Test func `a bomb of pixels is not even given to the decoder`() async {
    await #expect(throws: PictureFault.self) {
      _ = try await draw(.halfBlocks, Sample.png(width: 50_000, height: 50_000))
    }
  }
}

/// Against the real `zbarimg`, confined as ever.
@Suite(
  .enabled(
    if: Tools.has("zbarimg", "qrencode") && Confinement.isPossible,
    "needs the Debian packages zbar-tools and qrencode, and a kernel with seccomp filters"))
struct CodeReaderTests {
  private let scanner = CodeScanner(environment: [:])

  private func picture(_ text: String, _ options: [String] = []) async throws -> [UInt8] {
    let result = try await ChildProcess(
      "qrencode", options + ["-o", "-"], input: .bytes(Array(text.utf8)),
      environment: ChildEnvironment([:]), outputLimit: 1 << 20, timeout: .seconds(60)
    ).run()
    return result.output.bytes
  }

  @Test(arguments: [
    "W65WE-3T7VI-7FBS2-A4OYA#MEUCIQ==", "Žluťoučký kůň €", "one\ntwo\nthree", "a\r\nb",
    "]]>&<data>",
    "scheme://bank?oid=a%2Fb&potp=12345678", "\u{1B}[2J", "ends with a line end\n",
  ])
  func `what a code holds comes back to the last byte`(text: String) async throws {
    #expect(try await scanner.texts(in: try await picture(text)) == [text])
  }

  @Test func `the largest code of letters comes back whole`() async throws {
    let text = String(repeating: "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345", count: 135).prefix(4_296)
    #expect(text.count == 4_296)
    let texts = try await scanner.texts(in: try await picture(String(text), ["-l", "L"]))
    #expect(texts == [String(text)])
  }

  @Test func `a picture without a code says so`() async {
    await #expect(throws: PictureFault.noCode) {
      _ = try await scanner.texts(in: SamplePicture.png)
    }
  }

  @Test func `a file is read, and one that is not there is named`() async throws {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: file) }
    try Data(try await picture("hello")).write(to: URL(filePath: file))
    #expect(try await scanner.texts(from: .file(file)) == ["hello"])
    await #expect(throws: PictureFault.unreadable(path: "/no/such", error: ENOENT)) {
      _ = try await scanner.texts(from: .file("/no/such"))
    }
    await #expect(throws: PictureFault.self) { _ = try await scanner.texts(from: .file("/tmp")) }
  }

  @Test func `what is no picture is refused before it is decoded`() async {
    await #expect(throws: PictureFault.unsupportedKind("SVG")) {
      _ = try await scanner.texts(in: Array("<svg/>".utf8))
    }
  }
}

/// Without the tools, and without a desktop.
@Suite struct MissingToolTests {
  private let nowhere = ["/no/such/folder"]

  @Test func `the package to install is named`() async throws {
    let picture = try Picture(reading: SamplePicture.png)
    await #expect(throws: PictureFault.missingTool(packages: ["chafa"])) {
      _ = try await PictureDecoder(searchPath: nowhere).draw(
        picture, as: .halfBlocks, columns: 8, rows: 4)
    }
    let scanner = CodeScanner(environment: ["DISPLAY": ":0"], searchPath: nowhere)
    await #expect(throws: PictureFault.missingTool(packages: ["zbar-tools"])) {
      _ = try await scanner.texts(in: SamplePicture.png)
    }
    await #expect(throws: PictureFault.missingTool(packages: ["xclip"])) {
      _ = try await scanner.texts(from: .clipboard)
    }
    await #expect(
      throws: PictureFault.missingTool(packages: ["imagemagick", "scrot", "gnome-screenshot"])
    ) {
      _ = try await scanner.texts(from: .screen)
    }
  }

  @Test(arguments: [ScanSource.clipboard, .screen])
  func `without a desktop there is neither clipboard nor screen`(source: ScanSource) async {
    await #expect(throws: PictureFault.noDesktop) {
      _ = try await CodeScanner(environment: [:]).texts(from: source)
    }
  }
}

enum Tools {
  static func has(_ names: String...) -> Bool {
    names.allSatisfy { ChildEnvironment([:]).locate($0) != nil }
  }
}

/// 48 by 30 pixels in a few colours.
enum SamplePicture {
  static let png = Array(Data(base64Encoded: text) ?? Data())
  private static let text = """
    iVBORw0KGgoAAAANSUhEUgAAADAAAAAeCAMAAABdem3zAAAAElBMVEXS3+mxxNWKj4QnV40vR2JzVDj5x+XvAAAAiE
    lEQVQ4y+2RSxKAMAhDS9D7X1lR+qNp3TqObyl5DqEp/XwDCTxkAQ0AM0vE5tuAfaUKSLhIkHaPa1XRlaBSgxm+UF2K
    Ck6bdIjgHewuFZcVRBAsECroFC6YwR6ubdALuXeREBtHwbdC/jHGfBBYD/SJtAe6659HjfNBaJUxTgVTbtiMCiteKB
    yxOwt8NnJYsAAAAABJRU5ErkJggg==
    """.filter { !$0.isWhitespace }
}
