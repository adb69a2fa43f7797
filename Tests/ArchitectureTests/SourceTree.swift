import Foundation

/// The package as files, found from where this file was compiled.
enum SourceTree {
  struct File {
    let path: String
    let lines: [Substring]

    /// Module names of all imports, whatever their attributes and access levels.
    var imports: Set<String> {
      Set(
        lines.compactMap { line in
          let words = line.split(separator: " ")
          guard let keyword = words.firstIndex(of: "import"), !line.hasPrefix(" "),
            words[..<keyword].allSatisfy({ $0.hasPrefix("@") || $0 == "public" || $0 == "internal" }
            )
          else { return nil }
          return words.dropFirst(keyword + 1).last?.split(separator: ".").first.map(String.init)
        })
    }
  }

  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Swift rooms: the folders of `Sources` that hold Swift, and `Resources`.
  static func rooms() throws -> Set<String> {
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: root.appending(path: "Sources").path)
    return try Set(folders.filter { try !swiftFiles(of: $0).isEmpty }).union(["Resources"])
  }

  static func swiftFiles(of room: String) throws -> [File] {
    try swiftFiles(under: room == "Resources" ? room : "Sources/" + room)
  }

  static func swiftFiles(under folder: String) throws -> [File] {
    let start = root.appending(path: folder).resolvingSymlinksInPath()
    guard let walk = FileManager.default.enumerator(atPath: start.path) else { return [] }
    return try walk.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }.sorted().map {
      let text = try String(contentsOf: start.appending(path: $0), encoding: .utf8)
      return File(
        path: folder + "/" + $0,
        lines: text.split(separator: "\n", omittingEmptySubsequences: false))
    }
  }
}
