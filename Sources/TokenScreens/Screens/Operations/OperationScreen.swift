import TokenModel

/// One operation in full, and the two decisions.
enum OperationScreen: Screen {
  struct State: Equatable, Sendable {
    private(set) var operation: UserOperation
    private(set) var comparison: DataComparison
    var fate: Fate
    /// What the user should know about the text having become another.
    private(set) var news: News?
    /// What the bank wrote, for the present width and language.
    private var form: FormPage?
    /// The laid-out text, and what of it is folded.
    var text = FoldedPage()
    var page: TextPage { text.page }
    var scroller = Scroller()
    /// Nothing is approved before all of it has been on the screen.
    var read = ReadLines()
    /// The user wants to approve although signed data differ from the shown ones, or are not shown.
    var acceptsDifference = false
    /// What goes to the bank beside the decision.
    var evidence = ApprovalEvidence()
    /// Pages before the approval that the user has acknowledged.
    var acknowledged = 0
    /// What they did on these pages, for the bank.
    var visits = ScreenVisits()
    /// Nobody on the phone wants this approved; asked each time.
    var isOffPhone = false
    private(set) var revision = 0
    /// Biometry is set up here, so that an operation which takes nothing else can be approved.
    private(set) var hasBiometry = false
    /// SHA-256 of the data, where they stand on the page.
    private(set) var digest: String?

    init(_ operation: UserOperation, fate: Fate = .pending) {
      self.operation = operation
      self.fate = fate
      comparison = DataComparison(operation)
    }

    /// Another text is to be read from its beginning, and to be agreed with anew.
    mutating func show(_ fresh: UserOperation, changed: Bool) {
      news = News(from: operation, to: fresh, changed: changed)
      operation = fresh
      comparison = DataComparison(fresh)
      (form, text, scroller) = (nil, FoldedPage(), Scroller())
      (read, acceptsDifference, acknowledged) = (ReadLines(), false, 0)
      revision += 1
    }

    /// The same question with another validity: nothing has to be read again.
    mutating func refresh(_ fresh: UserOperation) { operation = fresh }

    mutating func layOut(_ world: World) {
      let form =
        if let form, isCurrent(form, world) { form } else {
          operation.isUnseen
            ? FormPage(unseen: operation, width: Self.width(world))
            : FormPage(OperationText.sections(operation), width: Self.width(world))
        }
      self.form = form
      relayOut()
      settle(world)
    }

    /// The text is laid out once for each width and language, however often the page changes.
    private func isCurrent(_ form: FormPage, _ world: World) -> Bool {
      form.page.width == Self.width(world) && form.language == .current
    }

    /// The same text at the same width, after something that it tells of has changed.
    mutating func relayOut() {
      guard let form else { return }
      let (page, places) = OperationPage.make(self, form)
      text.show(page, places)
    }

    /// A new size lays the text out anew; all else only asks where it is scrolled to.
    mutating func settle(_ world: World) {
      let hasBiometry = world.usableProvider != nil
      let digest = operation.isUnseen ? world.digest(of: operation) : nil
      if form.map({ !isCurrent($0, world) }) ?? true || self.hasBiometry != hasBiometry
        || self.digest != digest
      {
        (self.hasBiometry, self.digest) = (hasBiometry, digest)
        return layOut(world)
      }
      scroller.settle(lines: page.lines.count, visible: OperationView.visible(world))
    }

    /// Lines longer than a hundred columns are hard to read.
    private static func width(_ world: World) -> Int { min(100, world.area.columns - 4) }

    func linesBelow(_ world: World) -> Int {
      scroller.below(lines: page.lines.count, visible: OperationView.visible(world))
    }
  }

  /// What is known about the operation's life.
  enum Fate: Equatable, Sendable {
    case pending
    /// No longer in the list; the server is asked why.
    case vanished
    /// A decision was sent, and nobody knows whether it arrived.
    case doubt(Decision, failure: TokenFailure?)
    /// Nothing can be decided any more.
    case gone(FailureWords)
  }

  /// Why another text stands here than before.
  enum News: Equatable, Sendable {
    case changed
    /// The bank shows now what nobody could see; with the data that were given, or with others.
    case shown, shownWithOtherData
    /// The bank was asked after a lost answer, and shows as little as before.
    case stillUnseen

    fileprivate init?(from old: UserOperation, to fresh: UserOperation, changed: Bool) {
      switch (old.isUnseen, fresh.isUnseen) {
      case (true, false):
        let isSame = old.data.isEmpty || old.data.utf8.elementsEqual(fresh.data.utf8)
        self = isSame ? .shown : .shownWithOtherData
      case (true, true): self = .stillUnseen
      case (false, _):
        guard changed else { return nil }
        self = .changed
      }
    }
  }

  enum Action: Equatable, Sendable {
    case move(ListCursor.Move)
    case approve, reject, showData, showPictures, askAgain
    /// The code of the bank's page is to be typed or pasted; or it is here.
    case takeCode, prove(ProximityCheck)
    /// Something about a row that can be folded or copied.
    case place(PlaceAction)
    /// The list is asked for at once, for a rate that may have changed.
    case refresh
    /// A question before the approval was answered with yes.
    case acceptDifference, notOnCall
    /// A page before the approval was left in some way.
    case left(page: Int, ScreenVisits.Action)
    case changed(UserOperation)
    /// The same question, with details that the user need not see again.
    case refreshed(UserOperation)
    case vanished
    case doubted(Decision)
    case found(AppEvent.Outcome<UserOperation>)
  }

  /// The steps that open it; a decision in doubt is asked for at once.
  static func open(_ operation: UserOperation, _ world: World) -> [Step] {
    let doubt = world.doubts[operation.id]
    let fate = doubt.map { Fate.doubt($0.decision, failure: nil) } ?? .pending
    return [
      .run(.digest(operationID: operation.id, data: operation.data)),
      .push(Route(self, State(operation, fate: fate))),
    ] + (doubt == nil ? [] : [.run(.refreshOperations), .run(.fetchOperation(id: operation.id))])
  }

  static var isDecision: Bool { true }
  static func chrome(_ state: State) -> Chrome { .page(back: say("keys.page-operations")) }
  static func revision(_ state: State) -> Int { state.revision }

  static func action(for input: LooseInput, _ state: State, _ world: World) -> Action? {
    switch input {
    case .wheel(let lines): .move(.scroll(lines))
    case .row(let index): .place(.choose(index))
    case .key, .paste: nil
    }
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch action {
    case .move(let move):
      state.scroller.move(
        move, lines: state.page.lines.count, visible: OperationView.visible(world))
      return []
    case .approve: return approve(&state, world)
    case .reject: return [.push(rejection(state, world))]
    case .showPictures: return PictureScreen.open(state.operation, world)
    case .showData: return [.push(Route(SignedDataScreen.self, .init(state.operation)))]
    case .takeCode: return ProximityScreen.open(state.operation)
    case .prove(let check):
      state.evidence.proximity = check
      state.layOut(world)
      return []
    case .acceptDifference:
      state.acceptsDifference = true
      return approve(&state, world)
    case .notOnCall:
      state.isOffPhone = true
      return approve(&state, world)
    case .left(let page, let action): return left(&state, page, action, world)
    case .place(let action): return reduce(&state, action, world)
    case .refresh: return [.run(.refreshOperations), .say(.info, Notice.asking)]
    case .askAgain, .changed, .refreshed, .vanished, .doubted, .found:
      defer { state.layOut(world) }
      return follow(&state, action, world)
    }
  }

  static func settle(_ state: inout State, _ world: World) { state.settle(world) }

  static func clearSecrets(_ state: inout State) { state.forgetCode() }

  static func painted(_ state: inout State, _ world: World) {
    state.paint(world)
  }

  static func view(_ state: State, _ world: World, _ canvas: inout Canvas) {
    OperationView.draw(state, world, &canvas)
  }

  static func headline(
    _ state: State, _ world: World, _ canvas: inout Canvas, endingAt column: Int
  ) -> Int {
    ValidityBar.headline(state.operation, world, &canvas, endingAt: column)
  }

  static func nextChange(_ state: State, _ world: World) -> Int64? {
    ValidityBar.nextChange(CollectionOfOne(state.operation), at: world.now)
  }
}
