import ChildProcess
import TokenModel

/// Decodes pictures with `chafa`, which runs confined, and believes nothing of what it writes.
public struct PictureDecoder: Sendable {
  private let tool: ConfinedTool

  /// Bytes of output: more than the largest picture that is asked for takes.
  private static let outputLimit = 16 << 20
  /// Pixels of the largest picture in pixels; more would only fill the way to the terminal.
  private static let largest = (width: 960, height: 640)
  /// `chafa` takes a cell for a square of so many pixels when nobody tells it otherwise.
  private static let unit = 8

  public init(searchPath: [String] = ChildEnvironment.systemPath) {
    tool = ConfinedTool(name: "chafa", package: "chafa", searchPath: searchPath)
  }

  /// The picture in the given form, within a box of cells.
  public func draw(
    _ picture: Picture, as form: PictureForm, columns: Int, rows: Int
  ) async throws(PictureFault) -> DrawnPicture {
    let result = try await tool.run(
      Self.arguments(form, columns: columns, rows: rows), over: picture.bytes,
      outputLimit: Self.outputLimit)
    guard result.status == .exited(0),
      let drawn = Self.read(result.output.bytes, form, columns: columns, rows: rows)
    else { throw .notDecoded(tool: tool.name) }
    return drawn
  }

  private static func arguments(_ form: PictureForm, columns: Int, rows: Int) -> [String] {
    let common = ["--animate", "off", "--polite", "on", "--threads", "1"]
    let cells = ["--format", "symbols", "--size", "\(columns)x\(rows)"]
    let own =
      switch form {
      case .ascii(let ground): cells + ink(on: ground) + ["--symbols", "ascii"]
      case .shades(let ground):
        // Four pixels a cell, dithered: thin bars would be lines that the picture does not have.
        cells + ink(on: ground) + ["--symbols", "quad+space+solid", "--dither", "diffusion"]
      case .halfBlocks: cells + ["--colors", "240", "--symbols", "vhalf"]
      case .sixel(let width, let height):
        ["--format", "sixels"] + pixels(columns * width, rows * height)
      case .kitty(let width, let height):
        ["--format", "kitty"] + pixels(columns * width, rows * height)
      }
    return common + own + ["-"]
  }

  private static func ink(on ground: PictureForm.Ground) -> [String] {
    ["--colors", "none"] + (ground == .light ? ["--invert"] : [])
  }

  private static func pixels(_ width: Int, _ height: Int) -> [String] {
    let columns = max(1, min(width, largest.width) / unit)
    let rows = max(1, min(height, largest.height) / unit)
    return ["--font-ratio", "1/1", "--size", "\(columns)x\(rows)"]
  }

  private static func read(
    _ bytes: [UInt8], _ form: PictureForm, columns: Int, rows: Int
  ) -> DrawnPicture? {
    switch form {
    case .ascii, .shades, .halfBlocks:
      return SymbolOutput.cells(bytes, columns: columns, rows: rows).map { .cells($0) }
    case .sixel(let width, let height):
      guard let sixel = SixelOutput(bytes) else { return nil }
      return graphics(
        .sixel, sixel.bytes, sixel.width, sixel.height, cell: (width, height), columns, rows)
    case .kitty(let width, let height):
      guard let kitty = KittyOutput(bytes) else { return nil }
      return graphics(
        .kitty, kitty.bytes, kitty.width, kitty.height, cell: (width, height), columns, rows)
    }
  }

  /// Nil where the pixels do not fit into the box.
  private static func graphics(
    _ form: PictureGraphics.Form, _ bytes: [UInt8], _ width: Int, _ height: Int,
    cell: (width: Int, height: Int), _ columns: Int, _ rows: Int
  ) -> DrawnPicture? {
    let covered = (
      columns: (width + cell.width - 1) / cell.width, rows: (height + cell.height - 1) / cell.height
    )
    guard covered.columns <= columns, covered.rows <= rows else { return nil }
    return .graphics(
      PictureGraphics(form: form, columns: covered.columns, rows: covered.rows, bytes: bytes))
  }
}
