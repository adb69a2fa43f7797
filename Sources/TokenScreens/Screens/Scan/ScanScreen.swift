import FoundationEssentials
import TokenModel

/// Finds a code in a picture: a file, the clipboard or the screen. What it holds decides what is next.
enum ScanScreen: Screen {
  struct State: Equatable, Sendable {
    fileprivate(set) var phase = Phase.choosing
    fileprivate(set) var field = TextField(limit: 1024)
  }

  enum Phase: Equatable, Sendable {
    case choosing
    /// The name of a file is typed.
    case naming
    case reading(ScanSource, since: Moment)
    case failed(TokenFailure)
    /// Several codes in one picture.
    case several([String], ListCursor)
  }

  enum Action: Equatable, Sendable {
    case read(ScanSource), name, edit(Key), paste(String), readNamed, choose
    case move(ListCursor.Move), row(Int), take
    case scanned(AppEvent.Outcome<[String]>)
  }

  static let key: Key = "S"
  /// The same where letters are typed.
  static let typingKey: Key = .control("s")

  static var open: [Step] { [.push(Route(self, .init()))] }

  /// Where a code leads on from.
  static func isOffered(on route: Route) -> Bool {
    route.state(of: WelcomeScreen.self) != nil
      || route.state(of: OperationsScreen.self) != nil
      || route.state(of: OperationScreen.self) != nil || takesCodes(route)
  }

  /// Where a code is typed or pasted.
  static func takesCodes(_ route: Route) -> Bool {
    route.state(of: ActivationCodeScreen.self) != nil
      || route.state(of: OfflineScreen.self) != nil || route.state(of: ProximityScreen.self) != nil
      || route.state(of: LinkScreen.self) != nil
  }

  static func chrome(_ state: State) -> Chrome { .page(back: say("scan.back")) }
  static func isTyping(_ state: State) -> Bool { state.phase == .naming }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    switch state.phase {
    case .choosing, .failed:
      [
        KeyBinding(
          "c", label: say("scan.clipboard"), help: say("scan.clipboard-help"),
          action: .read(.clipboard)),
        KeyBinding(
          "s", label: say("scan.screen"), help: say("scan.screen-help"), action: .read(.screen)),
        KeyBinding("f", label: say("scan.file"), help: say("scan.file-help"), action: .name),
      ]
    case .naming:
      [
        KeyBinding(
          .enter, label: say("scan.read"), help: say("scan.read-help"), action: .readNamed,
          whyNot: state.field.text.isEmpty ? say("scan.no-name") : nil),
        KeyBinding(
          .escape, label: say("scan.other"), help: say("scan.other-help"), action: .choose),
      ]
    case .reading: []
    case .several:
      [
        KeyBinding(
          .enter, "l", .right, label: say("scan.take"), help: say("scan.take-help"), action: .take)
      ] + ScrollKeys.table { .move($0) }
    }
  }

  static func action(for input: LooseInput, _ state: State, _ world: World) -> Action? {
    switch (input, state.phase) {
    case (.key(let key), .naming):
      var probe = state.field
      return probe.take(key) ? .edit(key) : nil
    case (.paste(let text), .choosing), (.paste(let text), .failed), (.paste(let text), .naming):
      return .paste(text)
    case (.row(let row), .several): return .row(row)
    case (.wheel(let lines), .several): return .move(.scroll(lines.signum()))
    case (.key, _), (.paste, _), (.row, _), (.wheel, _): return nil
    }
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch action {
    case .read(let source): return read(&state, source, world)
    case .readNamed:
      guard !state.field.text.isEmpty else { return [] }
      return read(&state, .file(state.field.text), world)
    case .name: state.phase = .naming
    case .choose: state.phase = .choosing
    case .edit(let key): state.field.take(key)
    case .paste(let text):
      if state.phase != .naming { state.field = TextField(limit: 1024) }
      state.phase = .naming
      state.field.insert(PastedPath.plain(text))
    case .scanned(let outcome): scanned(&state, outcome)
    case .move(let move): self.move(&state, move, world)
    case .row(let row): self.move(&state, .to(row), world)
    case .take:
      guard case .several(let texts, let cursor) = state.phase else { return [] }
      return [.back, .follow(ScannedText(texts[cursor.index]), by: .qrCode)]
    }
    return []
  }

  private static func read(
    _ state: inout State, _ source: ScanSource, _ world: World
  ) -> [Step] {
    state.phase = .reading(source, since: world.now)
    return [.run(.scan(source))]
  }

  private static func scanned(_ state: inout State, _ outcome: AppEvent.Outcome<[String]>) {
    guard case .reading = state.phase else { return }  // A late answer.
    switch outcome {
    case .success(let texts): state.phase = .several(texts, ListCursor())
    case .failure(let failure): state.phase = .failed(failure)
    }
  }

  private static func move(_ state: inout State, _ move: ListCursor.Move, _ world: World) {
    guard case .several(let texts, var cursor) = state.phase else { return }
    cursor.move(move, count: texts.count, visible: ScanView.visible(world))
    state.phase = .several(texts, cursor)
  }

  static func settle(_ state: inout State, _ world: World) {
    guard case .several(let texts, var cursor) = state.phase else { return }
    cursor.settle(count: texts.count, visible: ScanView.visible(world))
    state.phase = .several(texts, cursor)
  }

  /// Codes may hold passwords.
  static func clearSecrets(_ state: inout State) {
    if case .several = state.phase { state.phase = .choosing }
  }

  static func farewell(_ state: State) -> [Step] {
    if case .reading = state.phase { [.run(.cancelPictures)] } else { [] }
  }

  static func view(_ state: State, _ world: World, _ canvas: inout Canvas) {
    ScanView.draw(state, world, &canvas)
  }

  static func nextChange(_ state: State, _ world: World) -> Int64? {
    ScanView.busy(state, world)?.nextChange
  }
}

/// What terminals paste when a file is dropped on them.
enum PastedPath {
  /// Without quotes, escapes, `file://` and the blanks around it.
  static func plain(_ text: String) -> String {
    var path = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    while path.last?.isWhitespace == true { path.removeLast() }
    path = String(path.drop(while: \.isWhitespace))
    for quote in ["'", "\""] where path.count > 1 && path.hasPrefix(quote) && path.hasSuffix(quote)
    {
      return String(path.dropFirst().dropLast())
    }
    if path.hasPrefix("file://") { return URL(string: path)?.path(percentEncoded: false) ?? path }
    return path.replacing("\\ ", with: " ")
  }
}
