/// A screen: its state, what can happen to it, its keys and its picture.
///
/// `World.area` is always the part of the terminal that the screen in question draws.
protocol Screen: Sendable {
  associatedtype State: Equatable & Sendable
  associatedtype Action: Equatable & Sendable

  // What it is
  static func chrome(_ state: State) -> Chrome
  /// Differs whenever the user faces another question: a step, a phase, a changed operation.
  static func revision(_ state: State) -> Int
  /// Something is decided here: keys typed before it was on screen do not count.
  static var isDecision: Bool { get }
  /// A field takes what is typed, so that no letter is a command.
  static func isTyping(_ state: State) -> Bool
  /// Why the user cannot leave now; nil when they can.
  static func whyNotLeave(_ state: State) -> String?

  // What can happen
  /// All that the keys do here, the most important first; the machine adds what works everywhere.
  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>]
  /// What a key without a binding, a paste or the mouse means here; nil when it means nothing.
  static func action(for input: LooseInput, _ state: State, _ world: World) -> Action?
  /// What the mouse does on the screen's slider: `cell` of `cells` columns; nil for nothing.
  static func action(
    for event: Mouse.Event, _ cell: Int, of cells: Int, _ state: State
  ) -> Action?
  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step]
  /// The world has changed: size, list or status.
  static func settle(_ state: inout State, _ world: World)
  /// The picture of `state` has been on the terminal, with nothing over it.
  static func painted(_ state: inout State, _ world: World)
  /// The same for its page, as far as it was scrolled.
  static func saw(_ state: inout State, from scroller: Scroller, _ world: World)
  static func clearSecrets(_ state: inout State)
  /// What has to be done when the user leaves the screen by going back.
  static func farewell(_ state: State) -> [Step]

  // What it looks like
  /// The machine draws and scrolls `page`; otherwise the screen draws all by itself.
  static func isPage(_ state: State) -> Bool
  static func page(_ state: State, _ world: World, width: Int) -> TextPage
  static func view(_ state: State, _ world: World, _ canvas: inout Canvas)
  /// Draws what belongs into the header's right end, and returns where that starts.
  static func headline(
    _ state: State, _ world: World, _ canvas: inout Canvas, endingAt column: Int
  ) -> Int
  /// Milliseconds until the picture changes by itself; nil for never.
  static func nextChange(_ state: State, _ world: World) -> Int64?
}

/// Input that the key table does not name.
enum LooseInput: Equatable, Sendable {
  case key(Key)
  case paste(String)
  case row(Int)
  /// Lines that the wheel asks for, negative upwards.
  case wheel(Int)
}

/// What stands around a screen.
enum Chrome: Equatable, Sendable {
  /// Header, tabs, body, footer.
  case tab(Tab)
  /// The same without tabs: a step of a flow.
  case plain
  /// The header names where back leads.
  case page(back: String)
  /// A box over the screen below.
  case dialog
}

/// The pages that stand side by side.
enum Tab: Int, CaseIterable, Sendable {
  case operations = 1
  case inbox = 2
  case history = 3
  case offline = 4
  case settings = 5

  var name: String {
    switch self {
    case .operations: say("tabs.operations")
    case .inbox: say("tabs.inbox")
    case .history: say("tabs.history")
    case .offline: say("tabs.offline")
    case .settings: say("tabs.settings")
    }
  }
}

extension Screen {
  static func chrome(_ state: State) -> Chrome { .plain }
  static func revision(_ state: State) -> Int { 0 }
  static var isDecision: Bool { false }
  static func isTyping(_ state: State) -> Bool { false }
  static func whyNotLeave(_ state: State) -> String? { nil }
  static func action(for input: LooseInput, _ state: State, _ world: World) -> Action? { nil }
  static func action(
    for event: Mouse.Event, _ cell: Int, of cells: Int, _ state: State
  ) -> Action? { nil }
  static func settle(_ state: inout State, _ world: World) {}
  static func painted(_ state: inout State, _ world: World) {}
  static func saw(_ state: inout State, from scroller: Scroller, _ world: World) {}
  static func clearSecrets(_ state: inout State) {}
  static func farewell(_ state: State) -> [Step] { [] }
  static func isPage(_ state: State) -> Bool { false }
  static func page(_ state: State, _ world: World, width: Int) -> TextPage {
    TextPage(width: width)
  }
  static func view(_ state: State, _ world: World, _ canvas: inout Canvas) {}
  static func headline(
    _ state: State, _ world: World, _ canvas: inout Canvas, endingAt column: Int
  ) -> Int { column }
  static func nextChange(_ state: State, _ world: World) -> Int64? { nil }
}
