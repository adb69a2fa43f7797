import Glibc

/// All that a child learns from our environment: where tools are, and the session it may speak to.
public struct ChildEnvironment: Sendable {
  /// Where tools are looked for; the user's own PATH does not count.
  public static let systemPath = ["/usr/local/bin", "/usr/bin", "/bin"]
  /// What a tool needs to reach the buses of the session and of the system.
  public static let buses: Set = [
    "DBUS_SESSION_BUS_ADDRESS", "DBUS_SYSTEM_BUS_ADDRESS", "HOME", "XDG_RUNTIME_DIR",
  ]
  /// What a program with windows needs besides.
  public static let desktop: Set = [
    "DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY", "XDG_CURRENT_DESKTOP", "XDG_SESSION_TYPE",
    "XDG_DATA_DIRS", "XDG_CONFIG_HOME", "DESKTOP_SESSION", "BROWSER",
  ]

  let searchPath: [String]
  private let kept: [String: String]

  /// Keeps those variables of `environment` that `names` lists.
  public init(
    _ environment: [String: String], keeping names: Set<String> = buses,
    searchPath: [String] = systemPath
  ) {
    self.searchPath = searchPath
    kept = environment.filter { names.contains($0.key) && !$0.value.isEmpty }
  }

  /// The value that a child would see; nil for one that is not kept.
  public subscript(name: String) -> String? { kept[name] }

  /// All variables of a child: messages in English, since some are understood by us, and arguments
  /// in UTF-8.
  var variables: [String: String] {
    kept.merging(["PATH": searchPath.joined(separator: ":"), "LANG": "C.UTF-8"]) { $1 }
  }

  /// Path of an executable file; nil when the search path has none of this name.
  public func locate(_ tool: String) -> String? {
    guard !tool.isEmpty, !tool.utf8.contains(UInt8(ascii: "/")) else { return nil }
    return searchPath.map { $0 + "/" + tool }.first { path in
      var entry = stat()
      return stat(path, &entry) == 0 && entry.st_mode & S_IFMT == S_IFREG
        && access(path, X_OK) == 0
    }
  }
}
