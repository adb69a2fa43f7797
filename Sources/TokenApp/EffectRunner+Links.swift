import FoundationEssentials
import TokenModel
import TokenScreens

/// Effects about links.
extension EffectRunner {
  /// Asks for the operation of a link, and says by the server's clock when the answer came.
  func claim(_ id: String) {
    Task { [source, post] in
      do throws(TokenFailure) {
        let token = try source.token()
        let operation = try await token.linkedOperation(id: id)
        post(.claimed(id: id, .success(operation), at: await token.serverNow()))
      } catch {
        post(.claimed(id: id, .failure(error), at: Date()))
      }
    }
  }
}
