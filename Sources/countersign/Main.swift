import Glibc

/// The program: the interface when nothing is asked, else one command.
@main
enum Main {
  static func main() {
    // Programs started by a worker thread inherit its blocked signals, and could not be ended.
    var none = sigset_t()
    sigemptyset(&none)
    sigprocmask(SIG_SETMASK, &none, nil)
    // Nothing may stand between the start and the first frame, so the parser is passed by.
    let arguments = Array(CommandLine.arguments.dropFirst())
    exit(CommandLineRun(arguments).run().rawValue)
  }
}
