import Glibc
import TerminalUI

/// The program: the interface when nothing is asked, else one command.
@main
enum Main {
  static func main() {
    ProcessHardening.apply()
    unblockSignals()
    muteCrashes()
    let arguments = Array(CommandLine.arguments.dropFirst())
    exit(CommandLineRun(arguments).run().rawValue)
  }

  /// Programs started by a worker thread inherit its blocked signals, and could not be ended.
  private static func unblockSignals() {
    var none = sigset_t()
    sigemptyset(&none)
    sigprocmask(SIG_SETMASK, &none, nil)
  }

  /// The runtime's crash report prints registers and memory, in which a secret may lie.
  private static func muteCrashes() {
    for crash in [SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP, SIGQUIT] {
      signal(crash, SIG_DFL)
    }
  }
}
