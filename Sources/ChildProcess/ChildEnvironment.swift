import Glibc

/// All that a child learns from our environment: where tools are, and the session it may speak to.
public struct ChildEnvironment: Sendable {
  /// Where tools are looked for; the user's own PATH does not count.
  public static let systemPath = ["/usr/local/bin", "/usr/bin", "/bin"]
  /// What a tool needs to reach the buses of the session and of the system.
  public static let buses: Set = [
    "DBUS_SESSION_BUS_ADDRESS", "DBUS_SYSTEM_BUS_ADDRESS", "HOME", "XDG_RUNTIME_DIR",
  ]
  /// What a program with windows needs besides, the user's language included.
  public static let desktop: Set = [
    "BROWSER", "DESKTOP_SESSION", "DISPLAY", "GNOME_DESKTOP_SESSION_ID", "KDE_FULL_SESSION",
    "KDE_SESSION_VERSION", "LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "WAYLAND_DISPLAY",
    "XAUTHORITY", "XDG_CONFIG_DIRS", "XDG_CONFIG_HOME", "XDG_CURRENT_DESKTOP", "XDG_DATA_DIRS",
    "XDG_DATA_HOME", "XDG_SESSION_ID", "XDG_SESSION_TYPE",
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

  /// All variables of a child. Unless the user's language is kept, messages are in English, since
  /// some are understood by us, and arguments in UTF-8.
  var variables: [String: String] {
    ["LANG": "C.UTF-8"].merging(kept) { $1 }
      .merging(["PATH": searchPath.joined(separator: ":")]) { $1 }
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
