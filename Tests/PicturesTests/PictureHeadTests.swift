import Foundation
import Pictures
import Testing
import TokenModel

/// What bytes are is told by their beginning, and nothing is decoded for it.
@Suite struct PictureHeadTests {
  @Test(arguments: Sample.all)
  func `kind and size are read from the head`(sample: Sample) throws {
    let picture = try Picture(reading: sample.bytes)
    #expect(picture.kind == sample.kind)
    #expect(picture.width == sample.width && picture.height == sample.height)
    #expect(picture.bytes == sample.bytes)
  }

  @Test(arguments: Sample.all)
  func `a head that is cut off anywhere is damaged or of no kind, and never trusted`(
    sample: Sample
  ) {
    for length in 0..<sample.headLength {
      #expect(throws: PictureFault.self) { try Picture(reading: Array(sample.bytes[..<length])) }
    }
  }

  @Test(arguments: [
    ("<svg xmlns='http://www.w3.org/2000/svg'/>", "SVG"),
    ("\u{FEFF} <?xml version='1.0'?><!-- x --><svg/>", "SVG"),
    ("<!DOCTYPE html><html></html>", "HTML"), ("GIF89a....", "GIF"), ("GIF87a....", "GIF"),
    ("BM....", "BMP"), ("%PDF-1.7", "PDF"), ("....ftypavif", "AVIF"), ("....ftypheic", "HEIF"),
    ("hello", nil), ("", nil), ("RIFF....AVI ", nil), ("<?xml version='1.0'?><x/>", nil),
  ])
  func `other kinds are refused by their name`(text: String, name: String?) {
    #expect(throws: PictureFault.unsupportedKind(name)) {
      try Picture(reading: Array(text.utf8))
    }
  }

  @Test func `the largest file and the largest picture are limited exactly`() throws {
    let png = Sample.png(width: 4_000, height: 4_000)
    #expect(try Picture(reading: png).width == 4_000)
    #expect(throws: PictureFault.tooLarge(limit: png.count - 1)) {
      try Picture(reading: png, byteLimit: png.count - 1)
    }
    #expect(
      throws: PictureFault.tooManyPixels(width: 4_000, height: 4_001, limit: Picture.pixelLimit)
    ) { try Picture(reading: Sample.png(width: 4_000, height: 4_001)) }
    #expect(throws: PictureFault.self) {
      try Picture(reading: Sample.png(width: 20_000, height: 1))
    }
    #expect(throws: PictureFault.self) {
      try Picture(reading: Sample.png(width: 0xFFFF_FFFF, height: 0xFFFF_FFFF))
    }
  }

  @Test(arguments: [(0, 5), (5, 0)])
  func `a picture without pixels is damaged`(width: Int, height: Int) {
    #expect(throws: PictureFault.damaged) {
      try Picture(reading: Sample.png(width: width, height: height))
    }
  }

  @Test func `a JPEG whose segments lead nowhere is damaged, soon`() {
    let head: [UInt8] = [0xFF, 0xD8, 0xFF]
    for tail: [UInt8] in [
      [0xE0, 0, 0], [0xE0, 0, 1], [0xDA, 0, 8], [0xD9], [0xE0, 0xFF, 0xFF],
      [UInt8](repeating: 0xFF, count: 100_000), [0xC4, 0, 4, 0, 0, 0, 0],
    ] {
      #expect(throws: PictureFault.damaged) { try Picture(reading: head + tail) }
    }
  }
}

/// The least bytes that say kind and size.
struct Sample: Sendable, CustomTestStringConvertible {
  let name: String
  let kind: Picture.Kind
  let width: Int
  let height: Int
  let bytes: [UInt8]
  /// Bytes without which the size is not known.
  let headLength: Int

  var testDescription: String { name }

  static let all: [Sample] = [
    Sample(
      name: "PNG", kind: .png, width: 300, height: 2, bytes: png(width: 300, height: 2),
      headLength: 24),
    Sample(
      name: "JPEG", kind: .jpeg, width: 640, height: 480,
      bytes: [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xFF, 0xC0, 0, 17, 8, 1, 0xE0, 2, 0x80, 3],
      headLength: 18),
    Sample(
      name: "progressive JPEG", kind: .jpeg, width: 1, height: 2,
      bytes: [0xFF, 0xD8, 0xFF, 0xC4, 0, 3, 9, 0xFF, 0xC2, 0, 17, 8, 0, 2, 0, 1, 3],
      headLength: 16),
    Sample(
      name: "lossy WebP", kind: .webp, width: 320, height: 200,
      bytes: webp("VP8 ", [1, 2, 3, 0x9D, 0x01, 0x2A, 0x40, 0x41, 0xC8, 0x00]), headLength: 30),
    Sample(
      name: "lossless WebP", kind: .webp, width: 320, height: 200,
      bytes: webp("VP8L", [0x2F, 0x3F, 0xC1, 0x31, 0x00]), headLength: 25),
    Sample(
      name: "extended WebP", kind: .webp, width: 320, height: 200,
      bytes: webp("VP8X", [0, 0, 0, 0, 0x3F, 1, 0, 0xC7, 0, 0]), headLength: 30),
  ]

  static func png(width: Int, height: Int) -> [UInt8] {
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
      + number(width) + number(height) + [8, 2, 0, 0, 0]
  }

  private static func number(_ value: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(value >> $0 & 0xFF) }
  }

  private static func webp(_ chunk: String, _ content: [UInt8]) -> [UInt8] {
    Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WEBP\(chunk)".utf8) + [0, 0, 0, 0] + content
  }
}
