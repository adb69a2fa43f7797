import PowerAuth

/// What the protocol's computations cost, without any I/O.
enum ComputationBench {
  static func run(_ report: Report) throws {
    let workload = try ProtocolWorkload()
    report.heading("Computations")
    try measure("signature with possession", report, target: 11) {
      _ = try workload.possessionSignature()
    }
    try measure("signature with possession and PIN", report) { _ = try workload.pinSignature() }
    report.row(
      "unlocking with the PIN before it",
      try Stopwatch.median(runs: 21) { _ = try workload.pinUnlock() } / 1e3, .microseconds)
    try measure("ECIES, 1 KiB encrypted", report, target: 128) { _ = try workload.eciesEncrypt() }
    try measure("ECIES, 1 KiB there and back, both sides", report) {
      _ = try workload.eciesRoundTrip()
    }
    try measure("token header", report) { _ = workload.tokenHeader() }
  }

  private static func measure(
    _ name: String, _ report: Report, target: Double? = nil, _ work: () throws -> Void
  ) throws {
    let nanoseconds = try Stopwatch.median(runs: 51, repeats: 40, work)
    report.row(name, nanoseconds / 1e3, .microseconds, target: target)
  }
}
