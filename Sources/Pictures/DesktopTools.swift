import ChildProcess
import TokenModel

/// Tools that may see the desktop session: they give what the user asked for, and decode nothing.
struct DesktopTools: Sendable {
  enum Session: Sendable { case wayland, x11 }

  let environment: ChildEnvironment
  /// Longer than a person needs to allow a picture of the screen where the desktop asks.
  private static let timeout = Duration.seconds(60)

  init(environment: [String: String], searchPath: [String]) {
    self.environment = ChildEnvironment(
      environment, keeping: ChildEnvironment.buses.union(ChildEnvironment.desktop),
      searchPath: searchPath)
  }

  /// Both where X11 programs are served beside Wayland's.
  var sessions: [Session] {
    (environment["WAYLAND_DISPLAY"] == nil ? [] : [.wayland])
      + (environment["DISPLAY"] == nil ? [] : [.x11])
  }

  func has(_ tool: String) -> Bool { environment.locate(tool) != nil }

  /// What the tool wrote; nil when it failed, which these tools do when they have nothing to give.
  func output(of tool: String, _ arguments: [String]) async throws(PictureFault) -> [UInt8]? {
    let call = ChildProcess(
      tool, arguments, environment: environment, outputLimit: CodeScanner.byteLimit,
      timeout: Self.timeout)
    do throws(ChildFault) {
      let result = try await call.run()
      return result.status == .exited(0) ? result.output.bytes : nil
    } catch .timedOut {
      throw .toolTooSlow(tool: tool)
    } catch .canceled {
      throw .canceled
    } catch .tooMuchOutput {
      throw .tooLarge(limit: CodeScanner.byteLimit)
    } catch {
      return nil
    }
  }
}
