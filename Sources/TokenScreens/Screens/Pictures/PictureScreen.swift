import TokenModel

/// The pictures that an operation names, one at a time; none is fetched before the user agrees.
enum PictureScreen: Screen {
  struct State: Equatable, Sendable {
    let pictures: [OperationPicture]
    fileprivate(set) var index = 0
    /// The original rather than the preview.
    fileprivate(set) var isOriginal = false
    fileprivate(set) var phase = Phase.asking
    /// A picture that was shown, and the box that it was made for; it stays while a new one is made.
    fileprivate(set) var drawn: Drawn?

    init(_ pictures: [OperationPicture]) { self.pictures = pictures }

    var current: OperationPicture { pictures[index] }

    /// The one that is fetched, or would be.
    var address: String {
      isOriginal ? current.original ?? current.thumbnail : current.thumbnail
    }

    var isBusy: Bool {
      switch phase {
      case .fetching, .drawing: true
      case .asking, .shown, .failed: false
      }
    }

    var hasOriginal: Bool { !isOriginal && current.original != nil }

    fileprivate mutating func turn(to index: Int) {
      (self.index, isOriginal) = ((index + pictures.count) % pictures.count, false)
      (phase, drawn) = (.asking, nil)
    }
  }

  struct Drawn: Equatable, Sendable {
    let picture: DrawnPicture
    let box: Size
  }

  enum Phase: Equatable, Sendable {
    /// The address stands there, and nobody was asked for anything yet.
    case asking
    case fetching(since: Moment)
    case drawing(Picture, since: Moment)
    case shown(Picture)
    case failed(TokenFailure)
  }

  enum Action: Equatable, Sendable {
    case proceed, next, previous, resized
    case fetched(String, AppEvent.Outcome<Picture>)
    case drawn(String, Size, AppEvent.Outcome<DrawnPicture>)
  }

  /// The steps that open it; where the configuration allows it, the first picture comes at once.
  static func open(_ operation: UserOperation, _ world: World) -> [Step] {
    var state = State(OperationPicture.all(of: operation))
    guard !state.pictures.isEmpty else { return [] }
    let steps = world.context.pictures == .always ? fetch(&state, world) : []
    return [.push(Route(self, state))] + steps
  }

  static func chrome(_ state: State) -> Chrome { .page(back: say("pictures.back")) }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    let isAlone = state.pictures.count == 1 ? say("pictures.only-one") : nil
    return [
      proceed(state),
      KeyBinding(
        "n", .tab, .right, "l", label: isAlone == nil ? say("pictures.next") : "",
        help: say("pictures.next-help"), action: .next, whyNot: isAlone),
      KeyBinding(
        "p", .backTab, label: isAlone == nil ? say("pictures.previous") : "",
        help: say("pictures.previous-help"), action: .previous, whyNot: isAlone),
    ]
  }

  private static func proceed(_ state: State) -> KeyBinding<Action> {
    switch state.phase {
    case .asking, .failed:
      KeyBinding(
        .enter, "i", label: say("pictures.fetch"), help: say("pictures.fetch-help"),
        action: .proceed)
    case .fetching, .drawing, .shown:
      KeyBinding(
        .enter, "i", label: state.hasOriginal ? say("pictures.show-original") : "",
        help: say("pictures.show-original-help"), action: .proceed,
        whyNot: state.isBusy
          ? say("pictures.under-way") : state.hasOriginal ? nil : say("pictures.no-original"))
    }
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch action {
    case .proceed: return proceed(&state, world)
    case .next, .previous:
      let cancel: [Step] = state.isBusy ? [.run(.cancelPictures)] : []
      state.turn(to: state.index + (action == .next ? 1 : -1))
      return cancel + (world.context.pictures == .always ? fetch(&state, world) : [])
    case .fetched(let address, let outcome):
      guard case .fetching = state.phase, address == state.address else { return [] }
      return fetched(&state, outcome, world)
    case .drawn(let address, let box, let outcome):
      guard case .drawing(let picture, _) = state.phase, address == state.address else { return [] }
      drawn(&state, picture, box, outcome)
      return []
    case .resized:
      guard let picture = state.picture, state.drawn?.box != box(world) else { return [] }
      return draw(&state, picture, world)
    }
  }

  /// What Enter does next: fetches, or goes on to the original, whose address is shown first.
  private static func proceed(_ state: inout State, _ world: World) -> [Step] {
    switch state.phase {
    case .asking, .failed: return fetch(&state, world)
    case .fetching, .drawing: return []  // The key is closed.
    case .shown:
      guard state.hasOriginal else { return [] }
      (state.isOriginal, state.phase, state.drawn) = (true, .asking, nil)
      return world.context.pictures == .always ? fetch(&state, world) : []
    }
  }

  private static func fetch(_ state: inout State, _ world: World) -> [Step] {
    state.drawn = nil
    state.phase = .fetching(since: world.now)
    return [.run(.fetchPicture(address: state.address))]
  }

  private static func fetched(
    _ state: inout State, _ outcome: AppEvent.Outcome<Picture>, _ world: World
  ) -> [Step] {
    switch outcome {
    case .success(let picture): return draw(&state, picture, world)
    case .failure(let failure):
      state.phase = .failed(failure)
      return []
    }
  }

  private static func draw(_ state: inout State, _ picture: Picture, _ world: World) -> [Step] {
    state.phase = .drawing(picture, since: world.now)
    return [.run(.drawPicture(picture, address: state.address, box(world)))]
  }

  private static func drawn(
    _ state: inout State, _ picture: Picture, _ box: Size,
    _ outcome: AppEvent.Outcome<DrawnPicture>
  ) {
    switch outcome {
    case .success(let drawn):
      state.drawn = Drawn(picture: drawn, box: box)
      state.phase = .shown(picture)
    case .failure(let failure):
      state.drawn = nil
      state.phase = .failed(failure)
    }
  }

  static func farewell(_ state: State) -> [Step] { state.isBusy ? [.run(.cancelPictures)] : [] }

  /// The cells that a picture may take.
  static func box(_ world: World) -> Size {
    let area = PictureView.box(world.area)
    return Size(columns: area.columns, rows: area.rows)
  }

  static func view(_ state: State, _ world: World, _ canvas: inout Canvas) {
    PictureView.draw(state, world, &canvas)
  }

  static func nextChange(_ state: State, _ world: World) -> Int64? {
    PictureView.busy(state, world)?.nextChange
  }
}

extension PictureScreen.State {
  /// What was fetched; nil until it is there.
  fileprivate var picture: Picture? {
    switch phase {
    case .drawing(let picture, _), .shown(let picture): picture
    case .asking, .fetching, .failed: nil
    }
  }
}

/// A picture that an operation names.
struct OperationPicture: Equatable, Sendable {
  let label: String
  let thumbnail: String
  let original: String?

  /// Those of the attributes of that kind, in the bank's order; then the logos of parties.
  static func all(of operation: UserOperation) -> [OperationPicture] {
    let attributes = operation.form.attributes
    let images = attributes.compactMap { attribute -> OperationPicture? in
      guard case .image(let thumbnail, let original) = attribute.content else { return nil }
      return OperationPicture(
        label: attribute.label, thumbnail: thumbnail,
        original: original == thumbnail ? nil : original)
    }
    let logos = attributes.compactMap { attribute -> OperationPicture? in
      guard case .party(let party) = attribute.content, let logo = party.logoURL else { return nil }
      return OperationPicture(
        label: party.name ?? attribute.label, thumbnail: logo, original: nil)
    }
    return images + logos
  }
}
