import Testing
import TokenModel
import TokenScreens

/// Leaving the program where nothing of it is kept.
@Suite struct LeaveTests {
  private static func stage(isKept: Bool = false, isActive: Bool = true) -> Stage {
    var stage = Stage(
      StartContext(
        profile: "demo", server: "http://127.0.0.1", protocolVersion: "3.3",
        deviceName: "jane@thinkpad", isSandbox: true, isKept: isKept))
    stage.receive(.activation(.success(isActive ? Stage.activation : nil)))
    return stage
  }

  @Test(arguments: [Key.enter, "y"])
  func `q asks once, and then leaves`(key: Key) {
    var stage = Self.stage()
    stage.press("q")
    #expect(stage.effects.isEmpty)
    #expect(stage.shows("The demo's bank and token will be thrown away."))
    stage.send(.key(key))
    #expect(stage.effects == [.quit])
  }

  @Test(arguments: [Key.escape, "n", "q"])
  func `the user may stay`(key: Key) {
    var stage = Self.stage()
    stage.press("q")
    stage.send(.key(key))
    #expect(stage.effects.isEmpty)
    #expect(!stage.shows("Leave the demo?"))
  }

  @Test func `what is kept, or not there yet, is left at once`() {
    var stage = Self.stage(isKept: true)
    stage.press("q")
    #expect(stage.effects == [.quit])
    stage = Self.stage(isActive: false)
    stage.press("q")
    #expect(stage.effects == [.quit])
  }

  @Test func `an interrupt means what it means everywhere`() {
    var stage = Self.stage()
    stage.press(.control("c"))
    #expect(stage.effects == [.quit])
  }

  @Test(arguments: [(80, 24), (120, 40), (40, 12)])
  func `the question looks as it should`(columns: Int, rows: Int) throws {
    var stage = Self.stage()
    stage.resize(columns: columns, rows: rows)
    stage.press("q")
    try expectFrame("leave-\(columns)x\(rows)", stage.frame)
  }
}
