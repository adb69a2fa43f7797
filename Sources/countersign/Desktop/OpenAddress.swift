import ChildProcess
import TokenCore
import TokenScreens

/// Opens an address in the user's browser, on their request only.
struct OpenAddress: Sendable {
  /// Bytes; no browser takes much more.
  private static let limit = 8_192
  /// A browser that still runs after this is taken for a window that came up.
  private static let settling = Duration.seconds(5)

  /// Why no window came up; the address can still be copied.
  enum Fault: Error, Equatable {
    /// Neither https, nor http to this machine, or with characters that have no place in it.
    case notAllowed
    /// No graphical session that a window could come up in.
    case noDesktop
    /// Debian package xdg-utils.
    case notInstalled
    /// `xdg-open` found no browser, or it failed.
    case noBrowser

    /// One sentence for people.
    var words: String {
      switch self {
      case .notAllowed: say("desktop.this-address-not")
      case .noDesktop: say("desktop.there-no-desktop")
      case .notInstalled: say("desktop.xdg-open-not")
      case .noBrowser: say("desktop.no-browser-could")
      }
    }
  }

  private let environment: ChildEnvironment
  /// Schemes that the user has allowed beside https, in small letters.
  private let schemes: [String]

  /// `environment`: that of this process; a program with windows gets what it needs of it.
  init(
    environment: [String: String], searchPath: [String] = ChildEnvironment.systemPath,
    schemes: [String] = []
  ) {
    self.schemes = schemes
    self.environment = ChildEnvironment(
      environment, keeping: ChildEnvironment.buses.union(ChildEnvironment.desktop),
      searchPath: searchPath)
  }

  /// Hands the address to `xdg-open`; returns when the browser has it.
  func callAsFunction(_ address: String) async throws(Fault) {
    guard Self.isAllowed(address, schemes) else { throw .notAllowed }
    // Without windows it would look for a browser to run in our terminal.
    guard environment["WAYLAND_DISPLAY"] != nil || environment["DISPLAY"] != nil else {
      throw .noDesktop
    }
    let status: ChildStatus?
    do throws(ChildFault) {
      status = try await ChildProcess("xdg-open", [address], environment: environment)
        .start(settling: Self.settling)
    } catch .notFound {
      throw .notInstalled
    } catch {
      throw .noBrowser
    }
    guard status == nil || status == .exited(0) else { throw .noBrowser }
  }

  /// The same, with what went wrong in words.
  func problem(_ address: String) async -> String? {
    do throws(Fault) { try await self(address) } catch { return error.words }
    return nil
  }

  /// Other schemes start other programs, with whatever the address tells them: the user's choice.
  static func isAllowed(_ address: String, _ schemes: [String] = []) -> Bool {
    guard address.utf8.count <= limit, address.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
      // Browsers take it for a slash, and other readers of addresses do not.
      !address.contains("\\")
    else { return false }
    if let colon = address.firstIndex(of: ":"),
      schemes.contains(address[..<colon].lowercased())
    {
      return true
    }
    guard let separator = address.firstRange(of: "://")
    else { return false }
    let rest = address[separator.upperBound...]
    let origin = address[..<separator.upperBound] + rest.prefix { !"/?#".contains($0) }
    return (try? ServerAddress(String(origin))) != nil
  }
}
