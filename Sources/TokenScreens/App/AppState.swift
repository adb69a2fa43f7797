/// The whole state of the interface.
public struct AppState: Equatable, Sendable {
  var world: World
  /// The stack of screens; the last one is on top, and there is always one.
  var routes: [Route]
  var notice: Notice?
  /// When the present question was first on the terminal; nil until it is.
  var facedAt: Moment?
  /// When a key was last dropped because it was typed too early.
  var droppedAt: Moment?

  public init(_ context: StartContext, size: Size) {
    world = World(context, size: size)
    routes = [Route(OpeningScreen.self, .init())]
  }

  /// Size of the terminal.
  public var size: Size { world.size }

  var top: Route { routes[routes.count - 1] }

  /// What all screens see, with the area of the screen at `index`.
  func world(for index: Int) -> World {
    var world = world
    world.area = Layout(world.size, routes[index].chrome).body
    return world
  }

  /// What the user faces; a change makes the keys wait for the next picture.
  var question: [ScreenIdentity] { routes.map(\.identity) }
}
