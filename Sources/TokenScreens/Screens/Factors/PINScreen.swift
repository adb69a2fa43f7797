import TokenModel

/// Asks for the second factor, over what it is for: the PIN, or biometry where it is set up.
enum PINScreen: Screen {
  struct State: Equatable, Sendable {
    let purpose: FactorPurpose
    /// What became of the attempt before; nil at the first try.
    let reply: FactorReply?
    var field = SecretField()
    var hint: String?
    /// The reply was about the PIN before, which is being replaced.
    var hasEdited = false

    init(_ purpose: FactorPurpose, reply: FactorReply? = nil) {
      self.purpose = purpose
      self.reply = reply
    }
  }

  enum Action: Equatable, Sendable { case edit(Key), paste(String), submit, useBiometry }

  static var isDecision: Bool { true }
  static func isTyping(_ state: State) -> Bool { true }
  static func chrome(_ state: State) -> Chrome { .dialog }
  /// A second try is another question than the first.
  static func revision(_ state: State) -> Int { state.reply == nil ? 0 : 1 }

  /// The key that takes biometry instead of the PIN.
  static let biometryKey = Key.control("f")

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    let label = state.purpose.verb
    var keys: [KeyBinding<Action>] = []
    if state.purpose.takesPIN {
      keys.append(
        KeyBinding(
          .enter, label: label, help: state.purpose.help, action: .submit,
          whyNot: state.field.pin == nil
            ? PINWords.tooShort : nil, kind: .decisive))
    }
    if let provider = state.purpose.provider(world).map(ProviderWords.init) {
      let isWide = world.size.columns >= 60
      keys.append(
        KeyBinding(
          biometryKey, label: isWide ? provider.useKey : provider.shortUseKey,
          help: say("pin.biometry-instead", ["use": provider.use, "purpose": label]),
          action: .useBiometry,
          kind: .decisive))
    }
    return keys
  }

  static func action(for input: LooseInput, _ state: State, _ world: World) -> Action? {
    guard state.purpose.takesPIN else { return nil }
    return input.typedInSecret(edit: Action.edit, paste: Action.paste)
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch action {
    case .edit(let key): state.take(state.field.take(key))
    case .paste(let text): state.take(state.field.paste(text))
    case .submit:
      return state.field.takePIN().map { send(state.purpose, .pin($0), .pin, world) } ?? []
    case .useBiometry:
      state.field.clear()
      return state.purpose.provider(world).map {
        send(state.purpose, .biometry, .biometry(provider: $0), world)
      } ?? []
    }
    return []
  }

  private static func send(
    _ purpose: FactorPurpose, _ factor: SecondFactor, _ proof: Proof, _ world: World
  ) -> [Step] {
    guard let effect = purpose.effect(factor) else { return [] }
    if case .approval(let operation, let evidence) = purpose {
      let deciding = DecidingScreen.State(
        operation, .approve(proof), evidence, since: world.now)
      return [.replace(Route(DecidingScreen.self, deciding)), .run(effect)]
    }
    let sending = SendingScreen.State(purpose, proof, since: world.now)
    return [.replace(Route(SendingScreen.self, sending)), .run(effect)]
  }

  static func clearSecrets(_ state: inout State) { state.field.clear() }
}

extension PINScreen {
  static func view(_ state: State, _ world: World, _ canvas: inout Canvas) {
    var page = TextPage(width: DialogBox.textColumns(world.area))
    let (title, subject) = state.purpose.title(columns: page.width)
    if let subject { page.text(subject, Style(.money, .bold)) }
    words(state, world, &page)
    let isRoomy = world.area.rows >= 12
    let takesPIN = state.purpose.takesPIN
    let box = DialogBox(
      title, page, fieldRows: takesPIN ? (isRoomy ? 2 : 1) : 0, textRows: isRoomy ? 2 : 1)
    let (fields, buttons) = box.draw(&canvas, world.area)
    if takesPIN {
      canvas.text(say("pin.label"), fields.column, fields.row, Style(.text, .bold))
      state.field.view(&canvas, fields.column + 5, fields.row, isFocused: true)
    }
    let provider = state.purpose.provider(world).map(ProviderWords.init)
    DialogBox.buttons(
      &canvas, buttons, cancel: (.escape, say("pin.cancel")),
      other: provider.map { (biometryKey, buttons.columns >= 60 ? $0.use : $0.shortUse) },
      accept: takesPIN ? (.enter, state.purpose.label) : nil, isOpen: state.field.pin != nil)
  }

  private static func words(_ state: State, _ world: World, _ page: inout TextPage) {
    if let hint = state.hint { return page.text(hint, Style(.warning), sign: "!") }
    guard let reply = state.reply, !state.hasEdited else {
      let words =
        state.purpose.takesPIN
        ? state.purpose.words : say("pin.biometry-only")
      return page.text(words + attempts(world), Style(.muted))
    }
    var text = reply.text
    if reply.countsAttempts { text += attempts(world) }
    if reply.pointsToPIN, state.purpose.takesPIN { text += " " + say("pin.still-works") }
    switch reply.weight {
    case .note: page.text(text, Style(.muted), sign: "·")
    case .warning: page.text(text, Style(.warning), sign: "!")
    case .refusal: page.text(text, Style(.danger, .bold), sign: "✗")
    }
  }

  /// How many are left, once one was used up.
  private static func attempts(_ world: World) -> String {
    guard let status = world.status, status.failedAttempts > 0 else { return "" }
    return " " + say("pin.attempts-left", count: status.attemptsLeft)
  }
}

extension PINScreen.State {
  fileprivate mutating func take(_ verdict: SecretField.Verdict) {
    (hint, hasEdited) = (PINWords.hint(verdict, field), true)
  }
}
