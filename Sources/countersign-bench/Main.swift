import FoundationEssentials

/// Measures the program and its computations, and prints medians; build it for release.
@main
enum Main {
  static func main() async throws {
    let report = Report()
    try ComputationBench.run(report)
    try ListBench.run(report)
    try PageBench.run(report)
    let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "countersign").path
    let playground = try await Playground.open(program)
    do {
      try TerminalBench(program: program, playground: playground, report: report).run()
    } catch {
      await playground.close()
      throw error
    }
    await playground.close()
  }
}
