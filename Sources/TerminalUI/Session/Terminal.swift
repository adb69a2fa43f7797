import CTerminal
import TokenModel
import TokenScreens

/// The terminal while the interface runs: frames out, events in, restored on every exit.
///
/// One thread makes it, uses it and ends it; only a `Waker` may be used by others. Make it before
/// secrets are in memory: the watcher that survives a SIGKILL is a copy of the process at that time.
public final class Terminal {
  /// Ends a `wait` from any thread, also before the terminal is made and after it has ended.
  public struct Waker: Sendable {
    public init() {}
    public func wake() { ct_wake() }
  }

  /// What the terminal has at present; the last `.resized` said it.
  public private(set) var size: Size
  public let waker = Waker()

  private enum Phase { case running, suspended, ended }

  private var phase = Phase.running
  private var painter: Painter
  private var input: TerminalInput
  /// What happened outside `wait`, for its next call to report.
  private var queue: [TerminalEvent] = []
  private var theme: Theme
  private var accent: Appearance.Accent?
  /// The answer to our question about the background, once it has come.
  private var hasLightBackground = false
  private let depth: ColourDepth
  private var mouse: Bool
  private var hasSynchronizedOutput = false
  private var abilities = PictureAbilities()
  private var questions = OpenQuestions()
  /// The picture in pixels that lies on the screen.
  private var placed: Frame.Graphics?
  /// The Linux console prints the control strings that it does not know.
  private let isConsole: Bool

  /// Takes the terminal: alternate screen, raw mode, crash guard.
  public init(options: TerminalOptions = TerminalOptions()) throws(TerminalFault) {
    let isUTF8 = ct_set_locale()
    let name = Self.environment("TERM") ?? ""
    try Self.open(name: name)
    isConsole = name.hasPrefix("linux")
    theme = options.theme
    accent = options.accent
    mouse = options.mouse
    depth =
      options.colourDepth
      ?? ColourDepth(colours: Int(ct_colours()), noColour: Self.environment("NO_COLOR"))
    painter = Painter(
      palette: Palette(theme: theme, depth: depth, accent: accent), isASCIIOnly: !isUTF8)
    input = TerminalInput(escapeDelay: Self.environment("ESCDELAY").flatMap(Int64.init) ?? 25)
    size = Self.windowSize()
    enterModes()
    abilities.isUTF8 = isUTF8
    if !isConsole {
      write(ControlStrings.askSynchronizedOutput + ControlStrings.askBackground)
      write(PictureAbilities.question(terminal: name))
      questions.ask(at: MonotonicClock.milliseconds)
    }
  }

  deinit { end() }

  private static func open(name: String) throws(TerminalFault) {
    switch ct_open() {
    case .done: return
    case .not_a_terminal: throw .notATerminal
    case .unknown: throw .unknownTerminal(name: name)
    case .unsuitable: throw .unsuitableTerminal(name: name)
    case .refused: throw .system(errno: ct_error())
    }
  }

  private static func environment(_ name: String) -> String? {
    ct_environment(name).map { String(cString: $0) }
  }

  private static func windowSize() -> Size {
    var columns: Int32 = 0
    var rows: Int32 = 0
    ct_window_size(&columns, &rows)
    return Size(columns: Int(columns), rows: Int(rows))
  }
}

// MARK: Frames

extension Terminal {
  /// A picture with more changed glyphs than this is held back until it is whole.
  private static let bigChange = 200

  /// Shows `frame`: writes the cells that changed, nothing when none did.
  ///
  /// A frame of another size than the window's is clipped or leaves the rest empty.
  public func present(_ frame: Frame) {
    guard phase == .running else { return }
    let change = GraphicsChange(placed: placed, on: painter.shown, to: frame)
    if change == .overPixels { painter.forget() }
    guard let strokes = painter.draw(frame, within: size) else { return }
    let isHeldBack =
      hasSynchronizedOutput && (strokes.glyphs > Self.bigChange || change != .none)
    if isHeldBack { write(ControlStrings.beginFrame) }
    if change == .overImages { write(ControlStrings.dropKittyGraphics) }
    ct_update()
    if !isConsole, !strokes.links.isEmpty { write(strokes.links) }
    if change != .none { place(frame.graphics) }
    if isHeldBack { write(ControlStrings.endFrame) }
  }

  private func place(_ graphics: Frame.Graphics?) {
    placed = graphics.flatMap { $0.isWithin(size) ? $0 : nil }
    if let placed { write(ControlStrings.place(placed.picture, placed.corner)) }
  }

  /// Paints the last frame from nothing (Ctrl-L), whatever the terminal shows.
  public func redraw() {
    guard let frame = painter.shown else { return }
    painter.forget()
    present(frame)
  }

  /// Changes the colours at once.
  public func setTheme(_ theme: Theme, accent: Appearance.Accent? = nil) {
    self.theme = theme
    self.accent = accent
    use(theme == .automatic && hasLightBackground ? .light : theme)
  }

  /// The looks of a profile; a theme that we do not know is the automatic one.
  public func setAppearance(_ appearance: Appearance) {
    setTheme(Theme(rawValue: appearance.theme) ?? .automatic, accent: appearance.accent)
  }

  private func use(_ theme: Theme) {
    let frame = painter.shown
    painter.use(Palette(theme: theme, depth: depth, accent: accent))
    if let frame { present(frame) }
  }
}

// MARK: Pictures

extension Terminal {
  /// How this terminal shows a picture at present, as far as it has answered.
  public var pictureForm: PictureForm {
    var width: Int32 = 0
    var height: Int32 = 0
    ct_cell_pixels(&width, &height)
    return abilities.form(
      depth: depth, on: hasLightBackground || theme == .light ? .light : .dark,
      cellWidth: Int(width), cellHeight: Int(height))
  }
}

// MARK: Control strings

extension Terminal {
  /// Sets the window title; the former one comes back at the end. Control characters are dropped.
  public func setTitle(_ title: String) {
    if !isConsole { write(ControlStrings.title(title)) }
  }

  /// Puts `text` into the clipboard where the terminal allows it; an empty text clears it.
  public func copy(_ text: String) {
    if !isConsole { write(ControlStrings.copy(text)) }
  }

  /// Rings the bell and shows `text`, which must not be confidential, as a notification.
  public func ring(_ text: String) {
    write(isConsole ? "\u{07}" : ControlStrings.ring(text))
  }

  /// Takes the mouse, or gives it back to the terminal's text selection.
  public func setMouse(_ on: Bool) {
    guard on != mouse else { return }
    mouse = on
    write(ControlStrings.mouse(on))
  }

  private func enterModes() {
    write(ControlStrings.enter + (mouse ? ControlStrings.mouse(true) : ""))
  }

  private func leaveModes() {
    if placed?.picture.form == .kitty { write(ControlStrings.dropKittyGraphics) }
    placed = nil
    write((mouse ? ControlStrings.mouse(false) : "") + ControlStrings.leave)
  }

  private func write(_ string: String) { write(Array(string.utf8)) }

  private func write(_ bytes: [UInt8]) {
    guard phase == .running else { return }
    ct_write(bytes, bytes.count)
  }
}

// MARK: Events

extension Terminal {
  /// Sleeps until something happens or `deadline` has passed, and says what; [] for the latter.
  ///
  /// - Parameter deadline: in milliseconds of `MonotonicClock`; nil sleeps for ever.
  public func wait(until deadline: Int64?) -> [TerminalEvent] {
    while true {
      var events = takeQueue()
      let isReady = events.isEmpty ? sleep(until: deadline) : input.isReady()
      events += signals()
      events += input.events(isReady: isReady).flatMap(meaning)
      let isDue = deadline.map { $0 <= MonotonicClock.milliseconds } ?? false
      if !events.isEmpty || isDue { return events }
    }
  }

  /// Ends a `wait`; other threads use the `waker`.
  public func wake() {
    waker.wake()
  }

  /// Sleeps at most until `deadline` or the input's own; true when the terminal has bytes.
  private func sleep(until deadline: Int64?) -> Bool {
    let next = [deadline, input.deadline].compactMap(\.self).min()
    let milliseconds = next.map { min(max(0, $0 - MonotonicClock.milliseconds), 86_400_000) } ?? -1
    return ct_poll(Int32(milliseconds)) & Int32(CT_INPUT_READY) != 0
  }

  private func takeQueue() -> [TerminalEvent] {
    defer { queue.removeAll() }
    return queue
  }

  private func signals() -> [TerminalEvent] {
    let bits = ct_take_signals()
    func has(_ bit: Int) -> Bool { bits & UInt32(bit) != 0 }
    var events: [TerminalEvent] = []
    if has(CT_CONTINUED) { events += resume() }
    if has(CT_WINDOW_CHANGED) { events += followWindow() }
    if has(CT_STOP_REQUESTED) { events.append(.suspendRequested) }
    if has(CT_INTERRUPTED) { events.append(.input(.key(.control("c")))) }
    if has(CT_WOKEN) { events.append(.woken) }
    return events
  }

  private func meaning(_ heard: TerminalInput.Heard) -> [TerminalEvent] {
    switch heard {
    case .output(.input(.key(.control("z")))): return [.suspendRequested]
    case .output(.input(let input)): return [.input(input)]
    case .output(.reply(.synchronizedOutput(let isKnown))):
      hasSynchronizedOutput = isKnown
      return []
    case .output(.reply(.background(let isLight))):
      hasLightBackground = isLight
      if theme == .automatic { use(isLight ? .light : .dark) }
      return []
    case .output(.reply(.sixel(let isKnown))):
      abilities.hasSixel = isKnown
      questions.close()
      return []
    case .output(.reply(.kittyGraphics)):
      abilities.hasKitty = true
      return []
    case .hangUp: return [.terminated]
    }
  }

  /// Tells ncurses the window's size when it has changed. Many signals of a storm are one event.
  private func followWindow() -> [TerminalEvent] {
    let present = Self.windowSize()
    guard present != size else { return [] }
    size = present
    ct_resize(Int32(size.columns), Int32(size.rows))
    painter.forget()
    return [.resized(size)]
  }
}

// MARK: Suspend and end

extension Terminal {
  /// Gives the terminal back, stops the job as Ctrl-Z does, and returns when it is continued.
  ///
  /// The next `wait` reports `.resumed`; the screen is empty until the next frame.
  public func suspend() {
    guard phase == .running else { return }
    awaitAnswers()
    leaveModes()
    phase = .suspended
    ct_leave()
    ct_stop_job()
    phase = .running
    queue += resume()
  }

  /// Reads on until the terminal has answered all: what comes later would be typed into the shell.
  private func awaitAnswers() {
    while let deadline = questions.deadline, deadline > MonotonicClock.milliseconds {
      let isReady = sleep(until: deadline)
      queue += signals()
      for heard in input.events(isReady: isReady) {
        if case .hangUp = heard { return }
        _ = meaning(heard)
      }
    }
  }

  /// Takes the terminal again after a stop, of which a SIGSTOP gave no warning.
  private func resume() -> [TerminalEvent] {
    ct_resume()
    enterModes()
    painter.forget()
    return followWindow() + [.resumed]
  }

  /// Restores screen, modes and title; safe to call twice.
  public func end() {
    guard phase != .ended else { return }
    awaitAnswers()
    leaveModes()
    phase = .ended
    ct_leave()
    ct_close()
  }
}
