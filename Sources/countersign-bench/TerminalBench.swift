import Glibc

/// The real program in a terminal, measured from outside.
struct TerminalBench {
  let program: String
  let playground: Playground
  let report: Report

  /// Silence after which a picture counts as settled.
  private static let quiet: Int32 = 300
  private static let starts = 15
  private static let keys = 200
  private static let idleSeconds: UInt32 = 10

  func run() throws {
    report.heading("Interface, 80 by 24, ten operations")
    try measureStarts()
    let terminal = try PseudoTerminal(program, playground.options)
    _ = terminal.readUntilQuiet(1000)
    measureKeys(terminal)
    measureIdle("idle CPU over 10 s, asking every 7 s", terminal)
    let figures = ProcessFigures(process: terminal.process)
    report.row("peak memory", Double(figures.peakMemory) / 1024, .mebibytes, target: 40)
    let fresh = try PseudoTerminal(program, playground.freshOptions)
    _ = fresh.readUntilQuiet(1000)
    measureIdle("idle CPU over 10 s, not activated", fresh)
  }

  private func measureStarts() throws {
    var first: [Double] = []
    var settled: [Double] = []
    for _ in 0..<Self.starts {
      let start = Stopwatch.now
      let terminal = try PseudoTerminal(program, playground.options)
      var seen: [UInt8] = []
      while !Self.holdsFrame(seen) {
        let bytes = terminal.read(within: 5000)
        guard !bytes.isEmpty else { throw Playground.Failed(text: "no frame within 5 s") }
        seen += bytes
      }
      first.append(Double(Stopwatch.now - start) / 1e6)
      settled.append(Double(terminal.readUntilQuiet(Self.quiet).lastAt - start) / 1e6)
    }
    report.row("exec to first frame", Stopwatch.median(first), .milliseconds, target: 25)
    report.row("exec to settled frame", Stopwatch.median(settled), .milliseconds)
  }

  /// The header's name stands in every frame, and nowhere else.
  private static func holdsFrame(_ bytes: [UInt8]) -> Bool {
    String(decoding: bytes, as: UTF8.self).contains("Countersign")
  }

  private func measureKeys(_ terminal: PseudoTerminal) {
    var times: [Double] = []
    var bytes: [Double] = []
    for index in 0..<Self.keys {
      let start = Stopwatch.now
      // Down and up in turn, so that each key changes the picture.
      terminal.type(index % 2 == 0 ? "j" : "k")
      let answer = terminal.read(within: 1000)
      times.append(Double(Stopwatch.now - start) / 1e6)
      bytes.append(Double(answer.count))
      _ = terminal.readUntilQuiet(10)
    }
    report.row("key to paint", Stopwatch.median(times), .milliseconds, target: 1)
    print("  bytes per key: \(Int(Stopwatch.median(bytes)))")
  }

  private func measureIdle(_ name: String, _ terminal: PseudoTerminal) {
    let figures = ProcessFigures(process: terminal.process)
    let before = figures.processorTime
    sleep(Self.idleSeconds)
    report.row(name, Double(figures.processorTime - before) / 1e6, .milliseconds)
  }
}
