import PowerAuth

/// What the protocol's computations cost, without any I/O.
enum ComputationBench {
  static func run(_ report: Report) throws {
    let workload = try ProtocolWorkload()
    report.heading("Computations")
    try measure("signature with possession", report, target: 6) {
      _ = try workload.possessionSignature()
    }
    try measure("signature with possession and PIN, key unlocked", report, target: 8) {
      _ = try workload.pinSignature()
    }
    let pbkdf2 = try Stopwatch.median(runs: 101) { _ = try workload.shortestPBKDF2() }
    report.row("PBKDF2, 10,000 rounds", pbkdf2 / 1e6, .milliseconds, target: 1)
    report.row(
      "unlocking with the PIN, 100,000 rounds",
      try Stopwatch.median(runs: 21) { _ = try workload.pinUnlock() } / 1e6, .milliseconds)
    try measure("status decode and counter", report, target: 4) { _ = try workload.statusDecode() }
    try measure("ECIES, 1 KiB encrypted", report, target: 100) { _ = try workload.eciesEncrypt() }
    let answer = try workload.eciesAnswer()
    try measure("ECIES, 1 KiB decrypted", report, target: 6) {
      _ = try workload.eciesDecrypt(answer)
    }
    try measure("token header", report, target: 2.2) { _ = workload.tokenHeader() }
    let activation = try activation(workload) - pbkdf2
    report.row("activation, without PBKDF2", activation / 1e3, .microseconds, target: 500)
  }

  private static func measure(
    _ name: String, _ report: Report, target: Double? = nil, _ work: () throws -> Void
  ) throws {
    let nanoseconds = try Stopwatch.median(runs: 51, repeats: 40, work)
    report.row(name, nanoseconds / 1e3, .microseconds, target: target)
  }

  /// The device's share of an activation, in nanoseconds.
  private static func activation(_ workload: ProtocolWorkload) throws -> Double {
    try Stopwatch.median(
      (0..<51).map { _ in
        var server: Int64 = 0
        let whole = try Stopwatch.time {
          _ = try workload.activation { respond in
            var response: EciesResponse?
            server = try Stopwatch.time { response = try respond() }
            guard let response else { throw CancellationError() }
            return response
          }
        }
        return Double(whole - server)
      })
  }
}
