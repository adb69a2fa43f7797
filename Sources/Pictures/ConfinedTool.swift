import ChildProcess
import TokenModel

/// A tool that decodes foreign bytes, with nothing but these bytes within its reach.
struct ConfinedTool: Sendable {
  let name: String
  /// The Debian package that has it.
  let package: String
  let searchPath: [String]

  /// The longest that a decoder may take; a picture within our limits takes a fraction of it.
  private static let timeout = Duration.seconds(20)

  /// Runs it over `bytes`; throws when it cannot be had, confined or waited for.
  func run(
    _ arguments: [String], over bytes: [UInt8], outputLimit: Int
  ) async throws(PictureFault) -> ChildResult {
    let call = ChildProcess(
      name, arguments, input: .file(bytes),
      environment: ChildEnvironment([:], keeping: [], searchPath: searchPath),
      outputLimit: outputLimit, timeout: Self.timeout,
      confinement: Confinement(readable: Confinement.system + searchPath))
    do throws(ChildFault) { return try await call.run() } catch { throw fault(error) }
  }

  private func fault(_ fault: ChildFault) -> PictureFault {
    switch fault {
    case .notFound: .missingTool(packages: [package])
    case .notConfined: .notConfined
    case .timedOut: .toolTooSlow(tool: name)
    case .canceled: .canceled
    case .notStarted, .tooMuchOutput: .notDecoded(tool: name)
    }
  }
}
