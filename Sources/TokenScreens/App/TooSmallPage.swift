/// What stands in a window in which nothing could be decided with open eyes.
enum TooSmallPage {
  static func view(_ size: Size, _ canvas: inout Canvas) {
    let needed = Layout.minimum
    let lines = [
      "The window is too small.",
      "Needed: \(needed.columns)x\(needed.rows)",
      "Now: \(size.columns)x\(size.rows)",
      "Make it larger, or q to quit.",
    ]
    var page = TextPage(width: size.columns)
    for line in lines { page.text(line) }
    page.view(&canvas, canvas.frame.bounds)
  }
}
