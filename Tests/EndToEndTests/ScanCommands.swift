import Foundation
import Testing
import TokenModel

extension EndToEnd {
  /// Codes in pictures, from the command line; nothing but the picture is needed for it.
  @Suite(
    .enabled(
      if: ["qrencode", "zbarimg"].allSatisfy {
        FileManager.default.isExecutableFile(atPath: "/usr/bin/" + $0)
      }, "needs the Debian packages zbar-tools and qrencode"))
  struct ScanCommands {
    private static let code = "W65WE-3T7VI-7FBS2-A4OYA"

    /// A picture with a code that holds `text`, while `body` runs.
    private static func withPicture(
      _ text: String, _ body: (_ path: String) async throws -> Void
    ) async throws {
      let path = NSTemporaryDirectory() + "countersign-scan-\(UUID().uuidString).png"
      defer { try? FileManager.default.removeItem(atPath: path) }
      let made = try await Tool.finish(
        "/usr/bin/qrencode", ["-o", path], input: text, environment: [:])
      try #require(made.status == 0)
      try await body(path)
    }

    @Test func `the text goes to standard output, and what to do with it beside it`() async throws {
      try await Self.withPicture(Self.code) { path in
        let run = try await Program.run(["scan", path])
        #expect(run.status == 0)
        #expect(run.output == Self.code + "\n")
        #expect(run.error.contains("countersign activate CODE"))
      }
    }

    @Test func `the document says what each code is about`() async throws {
      try await Self.withPicture("scheme://bank?oid=op-1&potp=12345678") { path in
        let run = try await Program.run(["--json", "scan", path])
        let codes = try run.document["codes"]?.array
        #expect(codes?.count == 1)
        #expect(codes?.first?["kind"] == "operation")
        #expect(codes?.first?["text"] == "scheme://bank?oid=op-1&potp=12345678")
      }
    }

    @Test func `what is no picture, no source or two sources is refused`() async throws {
      let text = try await Program.run(["--json", "scan", "-"], input: "<svg/>")
      #expect(text.status == 2)
      #expect(try text.document["error"]?["code"] == "picture_kind")
      for arguments in [["scan"], ["scan", "x.png", "--clipboard"], ["scan", "--screen", "-"]] {
        let run = try await Program.run(["--json"] + arguments)
        #expect(run.status == 2)
        #expect(try run.document["error"]?["code"] == "usage")
      }
    }
  }
}
