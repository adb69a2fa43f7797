import Testing
import TokenModel
import TokenScreens

/// Every screen as a whole picture, at the three sizes that it is designed for.
@Suite struct FrameTests {
  struct Window: CustomTestStringConvertible {
    let columns: Int
    let rows: Int
    var testDescription: String { "\(columns)x\(rows)" }
  }

  static let windows = [
    Window(columns: 80, rows: 24), Window(columns: 120, rows: 40), Window(columns: 40, rows: 12),
  ]

  @Test(arguments: windows, Scene.all.indices)
  func `a screen looks as it was approved`(window: Window, scene: Int) throws {
    let scene = Scene.all[scene]
    let stage = scene.play(window.columns, window.rows)
    try expectFrame("\(scene.name)-\(window.testDescription)", stage.frame)
  }
}
