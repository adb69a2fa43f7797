import TokenModel
import TokenScreens

/// Effects about pictures, for which the token is not needed.
extension EffectRunner {
  func runPictures(_ effect: Effect) {
    switch effect {
    case .fetchPicture(let address):
      work({ .picture(address: address, $0) }) { pictures throws(TokenFailure) in
        try await pictures.fetch(address)
      }
    case .drawPicture(let picture, let address, let size):
      let form = form()
      work({ .pictureDrawn(address: address, size, $0) }) { pictures throws(TokenFailure) in
        try await pictures.draw(picture, form, size.columns, size.rows)
      }
    case .scan(let source):
      work(AppEvent.scanned) { pictures throws(TokenFailure) in
        try await pictures.scan(source)
      }
    case .cancelPictures: pictureWork?.cancel()
    default: break  // Not about pictures: `run` sends it elsewhere.
    }
  }

  /// One work at a time: a new one ends the one before, whose answer nobody waits for.
  private func work<Value: Equatable & Sendable>(
    _ event: @escaping @Sendable (AppEvent.Outcome<Value>) -> AppEvent,
    _ body: @escaping @Sendable (PicturesPort) async throws(TokenFailure) -> Value
  ) {
    pictureWork?.cancel()
    pictureWork = Task { [pictures, post] in
      let outcome: AppEvent.Outcome<Value>
      do throws(TokenFailure) {
        outcome = .success(try await body(pictures))
      } catch {
        outcome = .failure(error)
      }
      if !Task.isCancelled { post(event(outcome)) }
    }
  }
}
