import ChildProcess
import Foundation
import Glibc
import TestSupport
import Testing
import TokenModel

@Suite struct ChildProcessTests {
  private func run(
    _ script: String, _ arguments: [String] = [], input: ChildProcess.Input = .none,
    variables: [String: String] = [:], limit: Int = 65_536, timeout: Duration = .seconds(20)
  ) async throws -> ChildResult {
    let tools = try await Toolbox(["tool": script])
    return try await ChildProcess(
      "tool", arguments, input: input, environment: tools.environment(variables),
      outputLimit: limit, timeout: timeout
    ).run()
  }

  @Test func `output, messages and exit status come back`() async throws {
    let result = try await run("echo out; echo err >&2; exit 7")
    #expect(result.status == .exited(7))
    #expect(result.output.text == "out\n")
    #expect(result.errors.text == "err\n")
  }

  @Test func `a signal that ended the tool is named`() async throws {
    #expect(try await run("kill -9 $$").status == .killed(signal: SIGKILL))
  }

  @Test(arguments: [0, 1, 65_536, 1_000_000])
  func `input of any size arrives whole while output comes back`(count: Int) async throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let result = try await run("cat", input: .bytes(bytes), limit: 1 << 20)
    #expect(result.output.bytes == bytes)
  }

  @Test func `a secret arrives as it is`() async throws {
    let result = try await run("cat", input: .secret(Secret([1, 0, 255])))
    #expect(result.output.bytes == [1, 0, 255])
  }

  @Test func `a tool that does not want its input does not harm us`() async throws {
    let much = [UInt8](repeating: 65, count: 1_000_000)
    let result = try await run("exec <&-; echo done", input: .bytes(much))
    #expect(result.output.text == "done\n")
  }

  @Test func `without input there is an end of file`() async throws {
    #expect(try await run("cat; echo end").output.text == "end\n")
  }

  @Test func `arguments arrive as they are and no shell reads them`() async throws {
    let words = ["$HOME", "a b", "*", "; exit 3", "--", "'", "\"", "ž", ""]
    let result = try await run("for word; do printf '%s|' \"$word\"; done", words)
    #expect(result.output.text == words.map { $0 + "|" }.joined())
  }

  @Test func `only the named variables arrive`() async throws {
    setenv("COUNTERSIGN_SECRET_OF_THE_PARENT", "1", 1)
    let result = try await run(
      "env", variables: ["HOME": "/h", "LD_PRELOAD": "/evil.so", "X": "y"])
    let names = result.output.text.split(separator: "\n").map { $0.prefix { $0 != "=" } }
    // The shell adds the last two.
    #expect(
      Set(names).subtracting(["PWD", "_"]) == ["DBUS_SESSION_BUS_ADDRESS", "HOME", "LANG", "PATH"])
    #expect(result.output.text.contains("LANG=C.UTF-8\n"))
  }

  @Test func `no descriptor of ours is inherited`() async throws {
    // Without close-on-exec, as a careless library would open it.
    let leak = open("/etc/passwd", O_RDONLY)
    defer { close(leak) }
    // The shell's own descriptor for its script, and the one that lists, are not ours.
    let result = try await run("ls -l /proc/self/fd")
    #expect(result.output.text.contains("0 -> "))
    #expect(!result.output.text.contains("passwd"))
    #expect(result.output.text.split(separator: "\n").filter { $0.contains("pipe:") }.count == 3)
  }

  @Test func `the tool leads a session of its own, with no signal blocked or ignored`() async throws
  {
    // The shell is replaced: while it waits, it blocks signals by itself.
    let result = try await run(
      "cut -d ' ' -f 1,6 /proc/$$/stat; exec grep -E 'Sig(Blk|Ign)' /proc/self/status")
    let lines = result.output.text.split(separator: "\n")
    let numbers = try #require(lines.first).split(separator: " ")
    #expect(numbers.count == 2 && numbers[0] == numbers[1])
    // 32 and 33 belong to the C library, which leaves them as they are.
    let signals = lines.dropFirst().compactMap { UInt64($0.suffix(16), radix: 16) }
    #expect(signals.map { $0 & ~(3 << 31) } == [0, 0])
  }

  @Test func `a tool that nobody has is named`() async {
    let environment = ChildEnvironment([:], searchPath: ["/usr/bin"])
    await #expect(throws: ChildFault.notFound(tool: "no-such-tool")) {
      _ = try await ChildProcess("no-such-tool", environment: environment).run()
    }
  }

  @Test(arguments: ["", "/bin/sh", "../bin/sh", "."])
  func `a tool is a plain name in the search path`(name: String) async {
    let environment = ChildEnvironment([:], searchPath: ["/usr/bin"])
    await #expect(throws: ChildFault.notFound(tool: name)) {
      _ = try await ChildProcess(name, environment: environment).run()
    }
  }

  @Test func `a file that is no program is not handed to a shell`() async throws {
    let tools = try await Toolbox([:])
    try await tools.write(Array("echo hello\n".utf8), as: "tool")
    await #expect(throws: ChildFault.notStarted(tool: "tool", error: ENOEXEC)) {
      _ = try await ChildProcess("tool", environment: tools.environment()).run()
    }
  }

  @Test func `an argument with a zero byte is refused, not cut short`() async {
    await #expect(throws: ChildFault.notStarted(tool: "tool", error: EINVAL)) {
      _ = try await run("exit 0", ["a\0b"])
    }
  }

  @Test(arguments: ["cat /dev/zero", "cat /dev/zero >&2"])
  func `a flood ends at the limit`(script: String) async {
    await #expect(throws: ChildFault.tooMuchOutput(limit: 1_000)) {
      _ = try await run("exec " + script, limit: 1_000)
    }
  }

  @Test(arguments: [(1_000, true), (1_001, false)])
  func `the limit is exact`(count: Int, isAllowed: Bool) async {
    let result = try? await run("head -c \(count) /dev/zero", limit: 1_000)
    #expect((result?.output.count == count) == isAllowed)
  }

  @Test(arguments: [
    "exec sleep 1000", "exec <&- >&- 2>&-; sleep 1000", "trap '' TERM; while :; do sleep 1; done",
  ])
  func `a tool that hangs is ended in time, deaf or not`(script: String) async {
    let start = ContinuousClock.now
    await #expect(throws: ChildFault.timedOut(.milliseconds(100))) {
      _ = try await run(script, timeout: .milliseconds(100))
    }
    #expect(ContinuousClock.now - start < .seconds(100))
  }

  @Test func `what the tool left behind keeps nobody waiting and is let alone`() async throws {
    let result = try await run("sleep 1000 & echo $!")
    let process = try #require(pid_t(result.output.text.dropLast()))
    #expect(kill(process, 0) == 0)
    kill(process, SIGKILL)
  }

  @Test(arguments: ["", "trap '' TERM; "])
  func `cancelling ends the tool and what it started`(prefix: String) async throws {
    let tools = try await Toolbox([
      "tool": "\(prefix)sleep 1000 & echo $$ $! > \"$0.new\"; mv \"$0.new\" \"$0.ids\"; wait; wait"
    ])
    let task = Task {
      try await ChildProcess("tool", environment: tools.environment(), timeout: .seconds(60)).run()
    }
    #expect(await eventually { tools.has("tool.ids") })
    task.cancel()
    await #expect(throws: ChildFault.canceled) { _ = try await task.value }
    let ids = try tools.text(of: "tool.ids").split(whereSeparator: \.isWhitespace).compactMap {
      pid_t($0)
    }
    try #require(ids.count == 2)
    #expect(kill(ids[0], 0) == -1)
    // An orphan is reaped by somebody else, sooner or later.
    #expect(await eventually { Self.isGone(ids[1]) })
  }

  private static func isGone(_ process: pid_t) -> Bool {
    guard let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
    else { return true }
    return status.contains(") Z ")
  }

  @Test func `a task that was cancelled before starts nothing`() async throws {
    let tools = try await Toolbox(["tool": "touch \"$0.ran\""])
    let gate = AsyncStream<Never>.makeStream()
    let task = Task {
      for await _ in gate.stream {}
      return try await ChildProcess("tool", environment: tools.environment()).run()
    }
    task.cancel()
    await #expect(throws: ChildFault.canceled) { _ = try await task.value }
    #expect(!tools.has("tool.ran"))
  }

  @Test func `many at once neither block each other nor leak descriptors`() async throws {
    let tools = try await Toolbox(["tool": "cat"])
    func open() throws -> Int {
      try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
    }
    let outputs = try await withThrowingTaskGroup(of: (Int, [UInt8]).self) { group in
      for number in 0..<40 {
        group.addTask {
          let result = try await ChildProcess(
            "tool", input: .bytes([UInt8(number)]), environment: tools.environment(),
            timeout: .seconds(60)
          ).run()
          return (number, result.output.bytes)
        }
      }
      return try await group.reduce(into: [Int: [UInt8]]()) { $0[$1.0] = $1.1 }
    }
    #expect(outputs == Dictionary(uniqueKeysWithValues: (0..<40).map { ($0, [UInt8($0)]) }))
  }
}

@Suite struct DetachedChildTests {
  @Test func `a tool that ends at once tells how`() async throws {
    let tools = try await Toolbox(["tool": "exit 3"])
    let status = try await ChildProcess("tool", environment: tools.environment())
      .start(settling: .seconds(20))
    #expect(status == .exited(3))
  }

  @Test func `a tool that stays is left alone`() async throws {
    let tools = try await Toolbox([
      "tool": "echo $$ > \"$0.new\"; mv \"$0.new\" \"$0.id\"; exec sleep 1000"
    ])
    let status = try await ChildProcess("tool", environment: tools.environment())
      .start(settling: .milliseconds(50))
    #expect(status == nil)
    #expect(await eventually { tools.has("tool.id") })
    let process = try #require(pid_t(try tools.text(of: "tool.id").dropLast()))
    #expect(kill(process, 0) == 0)
    kill(process, SIGKILL)
    waitpid(process, nil, 0)
  }
}
