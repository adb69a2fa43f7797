import ChildProcess
import Foundation
import Glibc
import TestSupport
import Testing

/// What a confined child cannot do, tried out by programs that want to do it.
@Suite(
  .enabled(
    if: Confinement.isPossible && Perl.isThere,
    "needs a kernel with seccomp filters, and the Debian package perl-base"))
struct ConfinementTests {
  @Test func `it reads its input, computes and writes its output`() async throws {
    let result = try await Perl.run("print uc(<STDIN>)", input: .file(Array("hello\n".utf8)))
    #expect(result.status == .exited(0))
    #expect(result.output.text == "HELLO\n")
  }

  @Test(arguments: [0, 1, 100_000, 3_000_000])
  func `input in memory arrives whole, however large`(count: Int) async throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let result = try await ChildProcess(
      "cat", input: .file(bytes), environment: ChildEnvironment([:]), outputLimit: 4 << 20,
      confinement: Confinement()
    ).run()
    #expect(result.output.bytes == bytes)
  }

  @Test func `its input can be opened by name and read from any place, and not be written`()
    async throws
  {
    let script = """
      open(my $in, '<', '/dev/stdin') or die "read $!";
      seek($in, 3, 0); read($in, my $text, 2); print $text;
      open(my $out, '+<', '/dev/stdin') and die 'written';
      """
    let result = try await Perl.run(script, input: .file(Array("abcdef".utf8)))
    #expect(result.status == .exited(0), "\(result.errors.text)")
    #expect(result.output.text == "de")
  }

  @Test(arguments: ["AF_INET, SOCK_STREAM", "AF_INET, SOCK_DGRAM", "AF_INET6, SOCK_STREAM"])
  func `it opens no socket to the network`(kind: String) async throws {
    try await expectRefusal("use Socket; socket(my $s, \(kind), 0) or print \"no: $!\"")
  }

  @Test func `it opens no socket to this machine, nor a pair of them`() async throws {
    try await expectRefusal(
      "use Socket; socket(my $s, AF_UNIX, SOCK_STREAM, 0) or print \"no: $!\"")
    try await expectRefusal(
      "use Socket; socketpair(my $a, my $b, AF_UNIX, SOCK_STREAM, 0) or print \"no: $!\"")
  }

  @Test(.enabled(if: Confinement.hidesFiles, "needs a kernel with Landlock"))
  func `it reads nothing that belongs to a person`() async throws {
    let home = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    let keys = home.appending(path: ".ssh")
    try FileManager.default.createDirectory(at: keys, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: home) }
    let key = keys.appending(path: "id_ed25519").path
    try "secret".write(toFile: key, atomically: true, encoding: .utf8)
    for path in [key, "/etc/passwd", "/proc/self/environ", "/proc/1/cmdline"] {
      try await expectRefusal("open(my $f, '<', '\(path)') or print \"no: $!\"")
    }
    for folder in [keys.path, "/home", "/tmp", "/"] {
      try await expectRefusal("opendir(my $d, '\(folder)') or print \"no: $!\"")
    }
  }

  @Test func `it writes nowhere, not even where everybody may`() async throws {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    for mode in [">", ">>", "+>", "+<"] {
      try await expectRefusal("open(my $f, '\(mode)', '\(path)') or print \"no: $!\"")
    }
    try await expectRefusal("mkdir('\(path)') or print \"no: $!\"")
    try await expectRefusal("open(my $f, '>', '/dev/null') or print \"no: $!\"")
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func `it starts, signals and traces no other process`() async throws {
    try await expectRefusal("defined(fork) or print \"no: $!\"")
    try await expectRefusal("kill(0, getppid) or print \"no: $!\"")
    // 101 is ptrace on x86-64, 117 on AArch64; both are refused on either.
    try await expectRefusal("syscall(101, 16, getppid, 0, 0) >= 0 or print \"no: $!\"")
    try await expectRefusal("syscall(117, 16, getppid, 0, 0) >= 0 or print \"no: $!\"")
  }

  @Test func `it cannot raise its limits`() async throws {
    // 302 is prlimit64 on x86-64, 261 on AArch64, with new limits in the third argument.
    try await expectRefusal(
      "my $l = pack('QQ', ~0, ~0); syscall(302, 0, 9, $l, 0) >= 0 or print \"no: $!\"")
    try await expectRefusal(
      "my $l = pack('QQ', ~0, ~0); syscall(261, 0, 9, $l, 0) >= 0 or print \"no: $!\"")
  }

  @Test func `too much memory is refused to it`() async throws {
    let result = try await Perl.run("my $x = 'a' x (256 << 20); print 'got it'", memory: 128 << 20)
    #expect(result.status != .exited(0))
    #expect(result.output.text.isEmpty)
  }

  @Test func `too much computing ends it`() async throws {
    let result = try await Perl.run("while (1) {}", processorSeconds: 1)
    #expect(result.status == .killed(signal: SIGKILL) || result.status == .killed(signal: SIGXCPU))
  }

  @Test func `none of our descriptors and variables are inherited`() async throws {
    let leak = open("/etc/passwd", O_RDONLY)
    defer { close(leak) }
    setenv("COUNTERSIGN_SECRET_OF_THE_PARENT", "1", 1)
    let script = """
      for (3..63) { open(my $f, '<&=', $_) and print "fd $_\\n" }
      print join(',', sort keys %ENV);
      """
    let result = try await Perl.run(script)
    #expect(result.output.text == "HOME,LANG,PATH" || result.output.text == "LANG,PATH")
  }

  @Test func `a tool that is missing, or no program, is named as ever`() async throws {
    let environment = ChildEnvironment([:], searchPath: ["/usr/bin"])
    await #expect(throws: ChildFault.notFound(tool: "no-such-tool")) {
      _ = try await ChildProcess(
        "no-such-tool", environment: environment, confinement: Confinement()
      ).run()
    }
    let tools = try await Toolbox([:])
    try await tools.write(Array("echo hello\n".utf8), as: "tool")
    await #expect(throws: ChildFault.notStarted(tool: "tool", error: ENOEXEC)) {
      _ = try await ChildProcess(
        "tool", environment: tools.environment(),
        confinement: Confinement(readable: Confinement.system + [tools.folder.path])
      ).run()
    }
  }

  @Test func `one that hangs is ended in time`() async throws {
    await #expect(throws: ChildFault.timedOut(.milliseconds(100))) {
      _ = try await Perl.run("sleep 1000", timeout: .milliseconds(100))
    }
  }

  /// The script says `no: ` and why; anything else is a hole.
  private func expectRefusal(
    _ script: String, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let result = try await Perl.run(script)
    #expect(
      result.output.text.hasPrefix("no: "),
      "\(script)\n\(result.status) \(result.output.text) \(result.errors.text)",
      sourceLocation: sourceLocation)
  }
}

/// A language whose programs can try everything, on every Debian machine.
private enum Perl {
  static let isThere = ChildEnvironment([:]).locate("perl") != nil

  static func run(
    _ script: String, input: ChildProcess.Input = .none, memory: UInt64 = 1 << 30,
    processorSeconds: UInt64 = 10, timeout: Duration = .seconds(60)
  ) async throws -> ChildResult {
    try await ChildProcess(
      "perl", ["-e", script], input: input, environment: ChildEnvironment([:]), timeout: timeout,
      confinement: Confinement(memory: memory, processorSeconds: processorSeconds)
    ).run()
  }
}
