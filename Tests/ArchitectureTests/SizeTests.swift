import Foundation
import Testing

/// Smoke alarms: when one rings, the file wants to be split by meaning.
@Suite struct SizeTests {
  static let folders = ["Sources", "Resources", "Tests"]

  @Test func `no file is longer than 400 lines`() throws {
    for file in try Self.folders.flatMap(SourceTree.swiftFiles(under:)) {
      #expect(file.lines.count <= 401, "\(file.path) has \(file.lines.count) lines")
    }
  }

  @Test func `the median source file has at most 110 lines`() throws {
    let counts = try SourceTree.swiftFiles(under: "Sources").map(\.lines.count).sorted()
    let median = try #require(counts.isEmpty ? nil : counts[counts.count / 2])
    #expect(median <= 110)
  }

  @Test func `no function is longer than 55 lines`() throws {
    for file in try SourceTree.swiftFiles(under: "Sources") {
      for function in FunctionLengths.measure(file.lines) {
        #expect(
          function.length <= 55,
          "\(file.path):\(function.line) \(function.name) has \(function.length) lines")
      }
    }
  }

  @Test func `the median function has at most ten lines`() throws {
    let lengths = try SourceTree.swiftFiles(under: "Sources")
      .flatMap { FunctionLengths.measure($0.lines) }.map(\.length).sorted()
    let median = try #require(lengths.isEmpty ? nil : lengths[lengths.count / 2])
    #expect(median <= 10)
  }

  @Test func `the package manifest stays under 200 lines`() throws {
    let text = try String(
      contentsOf: SourceTree.root.appending(path: "Package.swift"), encoding: .utf8)
    #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count < 200)
  }

  @Test func `no source carries a mark of unfinished work`() throws {
    // Spelled apart so that this file does not find itself.
    let marks = ["TO" + "DO", "FIX" + "ME", "fatal" + "Error(", "try" + "!", "as" + "! "]
    for file in try SourceTree.swiftFiles(under: "Sources") {
      for (number, line) in file.lines.enumerated() {
        for mark in marks {
          #expect(!line.contains(mark), "\(file.path):\(number + 1) contains \(mark)")
        }
      }
    }
  }
}
