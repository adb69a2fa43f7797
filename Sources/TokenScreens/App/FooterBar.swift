import TokenModel

/// The last row: the keys that matter here; a click presses them.
enum FooterBar {
  private struct Item {
    let key: Key
    /// Empty for the key alone.
    var label: String
    let isOpen: Bool

    var columns: Int {
      DisplayWidth.of(key.name) + (label.isEmpty ? 0 : 1 + DisplayWidth.of(label))
    }

    init<Action>(_ binding: KeyBinding<Action>) {
      key = binding.keys[0]
      label = binding.label
      isOpen = binding.whyNot == nil
    }
  }

  /// Columns between two keys; where room is short they move together before one of them goes.
  private static let gaps = [3, 2]
  /// Where something is decided, so many keys are worth more than the word beside the help's key.
  private static let decidingKeys = 2

  static func view(_ state: AppState, _ canvas: inout Canvas, _ row: Int) {
    let own = state.top.keys(state.world(for: state.routes.count - 1))
    let global = GlobalKeys.bindings(state).filter { binding in
      !binding.label.isEmpty && binding.whyNot == nil
        && !own.contains { $0.keys.contains(binding.keys[0]) }
    }
    var end = canvas.clip.endColumn - 1
    let scan = global.filter { $0.action == .scan }.map(Item.init)
    var items = own.filter { !$0.label.isEmpty }.map(Item.init) + scan
    for binding in global where binding.action == .leave {
      end = last(Item(binding), &canvas, endingAt: end, row)
    }
    let help = global.filter { $0.action == .help }.map(Item.init)
    let isBusy = state.top.whyNotLeave != nil
    let commands = isBusy ? [] : global.filter { $0.action == .palette }.map(Item.init)
    let fits = columns(items + commands + help, gaps[0]) <= end
    items =
      fits
      ? items + commands + help
      : shortened(
        items, help, before: end, least: state.top.isDecision ? decidingKeys : 0)
    view(items, &canvas, before: end, row)
  }

  /// Where room is short the help stays: it names all the others.
  private static func shortened(
    _ own: [Item], _ help: [Item], before end: Int, least: Int
  ) -> [Item] {
    func fitting(_ help: [Item]) -> [Item] {
      var kept = own
      while !kept.isEmpty, columns(kept + help, gaps[1]) > end { kept.removeLast() }
      return kept
    }
    let kept = fitting(help)
    if kept.count >= min(least, own.count) { return kept + help }
    var bare = help
    for index in bare.indices { bare[index].label = "" }
    return fitting(bare) + bare
  }

  /// The column behind the items when they stand in a row.
  private static func columns(_ items: [Item], _ gap: Int) -> Int {
    items.reduce(1) { $0 + $1.columns + gap } - gap
  }

  private static func last(
    _ item: Item, _ canvas: inout Canvas, endingAt end: Int, _ row: Int
  ) -> Int {
    let start = end - item.columns
    view(item, &canvas, start, row)
    return start - gaps[1]
  }

  private static func view(
    _ items: [Item], _ canvas: inout Canvas, before end: Int, _ row: Int
  ) {
    let gap = gaps.first { columns(items, $0) <= end } ?? gaps[1]
    var column = 1
    for item in items where column + item.columns <= end {
      view(item, &canvas, column, row)
      column += item.columns + gap
    }
  }

  private static func view(_ item: Item, _ canvas: inout Canvas, _ column: Int, _ row: Int) {
    let name = item.key.name
    let label = item.isOpen ? Style(.chrome) : Style(.muted, .dim)
    let next = canvas.text(name, column, row, item.isOpen ? Style(.key, .bold) : label)
    canvas.text(item.label, next + 1, row, label)
    canvas.target(
      Rect(column: column, row: row, columns: item.columns, rows: 1), .key(item.key))
  }
}
