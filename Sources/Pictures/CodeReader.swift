import ChildProcess
import TokenModel

/// Finds QR codes in pictures with `zbarimg`, which runs confined.
public struct CodeReader: Sendable {
  private let tool: ConfinedTool

  /// Bytes of output; the largest QR code holds 7,089 digits.
  private static let outputLimit = 1 << 20
  /// How `zbarimg` says that it found nothing.
  private static let nothingFound: Int32 = 4

  public init(searchPath: [String] = ChildEnvironment.systemPath) {
    tool = ConfinedTool(name: "zbarimg", package: "zbar-tools", searchPath: searchPath)
  }

  /// The texts of all QR codes, each once; throws `noCode` where there is none.
  public func texts(in picture: Picture) async throws(PictureFault) -> [String] {
    let output = try await run("--raw", over: picture)
    // Only a code of several lines, or several codes, have a line end before the last one.
    let isPlain = output.dropLast().allSatisfy { $0 != 0x0A }
    let codes =
      isPlain
      ? [output.dropLast()]
      : try CodeLengths.split(output, tool: tool.name, try await run("--xml", over: picture))
    var texts: [String] = []
    for text in codes.map(Self.text) where !text.isEmpty && !texts.contains(text) {
      texts.append(text)
    }
    guard !texts.isEmpty else { throw .noCode }
    return texts
  }

  private func run(_ form: String, over picture: Picture) async throws(PictureFault) -> [UInt8] {
    let arguments = [
      "--quiet", form, "--nodbus", "-Sdisable", "-Sqrcode.enable", "-Sqrcode.binary",
      // The prefix keeps the library from guessing, and from its hundred other formats.
      "\(picture.kind.rawValue.lowercased()):fd:0",
    ]
    let result = try await tool.run(
      arguments, over: picture.bytes, outputLimit: Self.outputLimit)
    switch result.status {
    case .exited(0): return result.output.bytes
    case .exited(Self.nothingFound): throw .noCode
    case .exited, .killed: throw .notDecoded(tool: tool.name)
    }
  }

  /// UTF-8, else ISO 8859-1, which is what a QR code holds when it says nothing.
  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(validating: bytes, as: UTF8.self)
      ?? String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }
}

/// Takes the exact bytes of several codes apart, by the lengths that the XML output tells.
///
/// The XML itself does not serve: it spoils bytes above 7F. The raw output does not say where a code
/// ends.
enum CodeLengths {
  static func split(
    _ raw: [UInt8], tool: String, _ xml: [UInt8]
  ) throws(PictureFault) -> [ArraySlice<UInt8>] {
    var codes: [ArraySlice<UInt8>] = []
    var rest = raw[...]
    for length in lengths(xml) {
      guard length < rest.count, rest[rest.startIndex + length] == 0x0A else {
        throw .notDecoded(tool: tool)
      }
      codes.append(rest.prefix(length))
      rest = rest.dropFirst(length + 1)
    }
    guard rest.isEmpty else { throw .notDecoded(tool: tool) }
    return codes
  }

  /// Bytes of each code, in the order of the output.
  static func lengths(_ xml: [UInt8]) -> [Int] {
    var rest = Substring(decoding: xml, as: UTF8.self)
    var lengths: [Int] = []
    // One after the other, since a code may hold what looks like the beginning of the next one.
    while let start = rest.firstRange(of: "<data"),
      let open = rest[start.upperBound...].firstRange(of: "><![CDATA["),
      let end = rest[open.upperBound...].firstRange(of: "]]></data>")
    {
      let attributes = rest[start.upperBound..<open.lowerBound]
      let told = attributes.firstRange(of: "length='").flatMap {
        Int(attributes[$0.upperBound...].prefix { $0 != "'" })
      }
      lengths.append(told ?? rest[open.upperBound..<end.lowerBound].utf8.count)
      rest = rest[end.upperBound...]
    }
    return lengths
  }
}
