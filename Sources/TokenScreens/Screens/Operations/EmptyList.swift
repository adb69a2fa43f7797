import TokenModel

/// What stands where there is no operation: why, and what comes next.
enum EmptyList {
  static func draw(
    _ state: OperationsScreen.State, _ world: World, _ canvas: inout Canvas, _ row: Int
  ) {
    let column = PageFrame.column(world.area)
    var page = TextPage(width: column.columns)
    words(state, world, &page)
    let top = max(row + 1, column.row)
    page.view(
      &canvas,
      Rect(column: column.column, row: top, columns: column.columns, rows: world.area.endRow - top))
  }

  private static func words(
    _ state: OperationsScreen.State, _ world: World, _ page: inout TextPage
  ) {
    let feed = world.feed
    if state.filter != nil {
      page.text(say("operations.not-found"))
      page.text(say("operations.esc-clears"), Style(.muted))
    } else if feed.receivedAt != nil {
      page.text(say("operations.empty"), Style(.title, .bold))
      page.text(say("operations.empty-means"), Style(.muted))
    } else if let trouble = feed.trouble {
      page.failure(trouble.failure)
      page.blank()
      page.text(say("operations.keep-asking"), Style(.muted))
    } else if let since = feed.loadingSince,
      let busy = BusyWords(say("operations.loading"), since: since, at: world.now).shown
    {
      page.text(busy, Style(.muted))
    }
  }
}
