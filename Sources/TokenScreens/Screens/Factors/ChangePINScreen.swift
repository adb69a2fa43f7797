import TokenModel

/// Asks for the old PIN, and for the new one twice; then the bank checks the old one.
enum ChangePINScreen: Screen {
  struct State: Equatable, Sendable {
    var fields = [SecretField(), SecretField(), SecretField()]
    var focus = Field.old
    var hint: String?
    /// What the bank said about the old PIN.
    var refusal: FailureWords?
    var phase = Phase.typing
  }

  enum Field: Int, Equatable, Sendable, CaseIterable {
    case old, new, again

    /// The field `steps` further on; behind the last one comes the first.
    fileprivate func moved(by steps: Int) -> Field {
      let count = Self.allCases.count
      return Self.allCases[(rawValue + steps + count) % count]
    }
  }

  enum Phase: Equatable, Sendable {
    case typing
    case changing(since: Moment)
    case failed(TokenFailure)
  }

  enum Action: Equatable, Sendable {
    case edit(Key), paste(String), focus(Field), next, close
    case changed(AppEvent.Outcome<AppEvent.Done>)
  }

  static func chrome(_ state: State) -> Chrome { .page(back: say("keys.page-settings")) }
  static func isTyping(_ state: State) -> Bool { state.phase == .typing }

  static func revision(_ state: State) -> Int {
    switch state.phase {
    case .typing: state.refusal == nil ? state.focus.rawValue : 3
    case .changing: 4
    case .failed: 5
    }
  }

  static func whyNotLeave(_ state: State) -> String? {
    guard case .changing = state.phase else { return nil }
    return say("pin.no-answer-yet")
  }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    switch state.phase {
    case .changing: []
    case .failed:
      [KeyBinding(.enter, label: say("pin.back"), help: say("pin.back-help"), action: .close)]
    case .typing:
      [
        KeyBinding(
          .enter, label: state.focus == .again ? say("pin.change") : say("pin.next"),
          help: say("pin.change-help"), action: .next,
          whyNot: state.field.pin == nil ? PINWords.tooShort : nil, kind: .decisive)
      ]
        + FieldKeys.table(
          next: .focus(state.focus.moved(by: 1)), previous: .focus(state.focus.moved(by: -1)))
    }
  }

  static func action(for input: LooseInput, _ state: State, _ world: World) -> Action? {
    guard state.phase == .typing else { return nil }
    if case .row(let place) = input { return Field(rawValue: place).map(Action.focus) }
    return input.typedInSecret(edit: Action.edit, paste: Action.paste)
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch (action, state.phase) {
    case (.edit(let key), .typing): state.change { $0.take(key) }
    case (.paste(let text), .typing): state.change { $0.paste(text) }
    case (.focus(let field), .typing): state.go(to: field)
    case (.next, .typing): return next(&state, world)
    case (.changed(.success), .changing):
      return [
        .back, .say(.success, say("pin.changed")),
      ]
    case (.changed(.failure(let failure)), .changing): return fail(&state, failure)
    case (.close, .failed): return [.back]
    case (.edit, _), (.paste, _), (.focus, _), (.next, _), (.changed, _), (.close, _):
      break  // A late key or answer: the page has moved on.
    }
    return []
  }

  /// Nothing leads on from a field that is not filled, whatever way led there.
  private static func next(_ state: inout State, _ world: World) -> [Step] {
    guard state.field.pin != nil else { return [] }
    let missing = Field.allCases.first { state.fields[$0.rawValue].pin == nil }
    switch state.focus {
    case .old: state.go(to: .new)
    case .new where state.fields[0] == state.fields[1]:
      state.refuse(say("pin.unchanged"))
    case .new: state.go(to: missing ?? .again)
    case .again:
      if let missing {
        state.go(to: missing)
        state.hint = PINWords.tooShort
      } else if state.fields[0] == state.fields[1] {
        state.refuse(say("pin.unchanged"))
      } else if state.fields[1] != state.fields[2] {
        state.refuse(say("pin.new-differ"))
      } else {
        return send(&state, world)
      }
    }
    return []
  }

  private static func send(_ state: inout State, _ world: World) -> [Step] {
    guard let old = state.fields[0].takePIN(), let new = state.fields[1].takePIN() else {
      return []
    }
    state.startAgain()
    state.phase = .changing(since: world.now)
    return [.run(.changePIN(from: old, to: new))]
  }

  private static func fail(_ state: inout State, _ failure: TokenFailure) -> [Step] {
    guard case .wrongPIN(let left) = failure else {
      state.phase = .failed(failure)
      return []
    }
    state.startAgain()
    (state.phase, state.refusal) = (.typing, FailureWords(failure))
    return left == nil ? [.run(.fetchStatus)] : []
  }

  static func clearSecrets(_ state: inout State) { state.startAgain() }
}

extension ChangePINScreen.State {
  var field: SecretField { fields[focus.rawValue] }

  fileprivate mutating func change(_ edit: (inout SecretField) -> SecretField.Verdict) {
    let verdict = edit(&fields[focus.rawValue])
    hint = PINWords.hint(verdict, field)
    refusal = nil
  }

  fileprivate mutating func go(to field: ChangePINScreen.Field) {
    (focus, hint, refusal) = (field, nil, nil)
  }

  /// The new PIN is chosen again.
  fileprivate mutating func refuse(_ words: String) {
    fields[1].clear()
    fields[2].clear()
    go(to: .new)
    hint = words
  }

  fileprivate mutating func startAgain() {
    for index in fields.indices { fields[index].clear() }
    go(to: .old)
  }
}
