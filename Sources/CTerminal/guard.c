#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include "CTerminal.h"
#include "internal.h"

/// Undoes all that we or ncurses may have switched on. Starts by ending a torn control string, and
/// erases what there is no alternate screen to take away.
static const char restore[] =
    "\033\\\033[?2026l"
    "\033[?1006l\033[?1002l\033[?1000l\033[?1004l\033[?2004l\033[?2031l"
    "\033[<u\033[m\033(B\033[r\033[H\033[2J\033[?1l\033>\033[?1049l\033[?25h\033[23;0t";

/// What would end us over a raw screen. Of the last three, one that was ignored stays ignored.
static const int fatal[] = {
    SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP, SIGHUP, SIGTERM, SIGQUIT};
enum { FATAL = sizeof fatal / sizeof *fatal, FIRST_IGNORABLE = 6 };

static struct termios saved_modes;
static atomic_bool armed;
static atomic_flag dying = ATOMIC_FLAG_INIT;
static _Alignas(16) char signal_stack[64 * 1024];

static pid_t watcher;
static int watch_line = -1;

static void tell_watcher(char state) {
  if (watch_line >= 0 && write(watch_line, &state, 1) < 0) return;  // It died first: nothing lost.
}

/// Async-signal-safe. A terminal that takes no bytes (its reader hangs) must not keep us alive.
static void restore_screen(void) {
  struct pollfd output = {.fd = STDOUT_FILENO, .events = POLLOUT};
  if (poll(&output, 1, 100) != 1 || !(output.revents & POLLOUT)) return;
  if (write(STDOUT_FILENO, restore, sizeof restore - 1) < 0) return;
}

static void on_fatal(int number) {
  // A second thread waits for the end that the first one brings.
  while (atomic_flag_test_and_set(&dying)) pause();
  if (atomic_exchange(&armed, false)) {
    restore_screen();
    tcsetattr(STDIN_FILENO, TCSANOW, &saved_modes);
    tell_watcher('-');
  }
  struct sigaction standard = {.sa_handler = SIG_DFL};
  sigset_t only;
  sigaction(number, &standard, NULL);
  sigemptyset(&only);
  sigaddset(&only, number);
  pthread_sigmask(SIG_UNBLOCK, &only, NULL);
  raise(number);
  _exit(128 + number);
}

void ct_guard_install(void) {
  tcgetattr(STDIN_FILENO, &saved_modes);
  const stack_t stack = {.ss_sp = signal_stack, .ss_size = sizeof signal_stack};
  sigaltstack(&stack, NULL);
  // Replaces the Swift runtime's handlers, whose debugger would run inside the raw screen.
  struct sigaction action = {.sa_handler = on_fatal, .sa_flags = SA_ONSTACK};
  sigfillset(&action.sa_mask);
  for (int i = 0; i < FATAL; i++) {
    struct sigaction former;
    sigaction(fatal[i], NULL, &former);
    if (i >= FIRST_IGNORABLE && former.sa_handler == SIG_IGN) continue;
    sigaction(fatal[i], &action, NULL);
  }
}

void ct_guard_arm(void) {
  atomic_store(&armed, true);
  tell_watcher('+');
}

void ct_guard_disarm(void) {
  atomic_store(&armed, false);
  tell_watcher('-');
}

const struct termios *ct_guard_saved_modes(void) { return &saved_modes; }

static bool same_modes(const struct termios *one, const struct termios *other) {
  return one->c_iflag == other->c_iflag && one->c_oflag == other->c_oflag &&
         one->c_lflag == other->c_lflag && !memcmp(one->c_cc, other->c_cc, sizeof one->c_cc);
}

/// Repairs what a killed process left, while a shell may be taking the terminal over.
static void repair(const struct termios *raw_modes) {
  struct termios now;
  restore_screen();
  // Other modes than ours are the shell's, which are better than the saved ones.
  if (tcgetattr(STDIN_FILENO, &now) != 0) return;
  if (same_modes(&now, raw_modes)) tcsetattr(STDIN_FILENO, TCSANOW, &saved_modes);
  // Its prompt may have gone with the alternate screen: this makes line editors draw it again.
  pid_t foreground = tcgetpgrp(STDIN_FILENO);
  if (foreground > 1) kill(-foreground, SIGWINCH);
}

/// The watcher's life: it ends with ours, after repairing what we could not.
static _Noreturn void watch(int line, const struct termios *raw_modes) {
  sigset_t all;
  sigfillset(&all);
  sigprocmask(SIG_SETMASK, &all, NULL);
  prctl(PR_SET_NAME, "terminal-guard");
  close_range(STDERR_FILENO, (unsigned)line - 1, 0);
  close_range((unsigned)line + 1, ~0U, 0);
  char state = '+';
  for (;;) {
    ssize_t count = read(line, &state, 1);
    if (count == 0 || (count < 0 && errno != EINTR)) break;
  }
  if (state == '+') repair(raw_modes);
  _exit(0);
}

void ct_guard_watch(void) {
  struct termios raw_modes;
  int line[2];
  if (tcgetattr(STDIN_FILENO, &raw_modes) != 0 || pipe2(line, O_CLOEXEC) != 0) return;
  watcher = _Fork();
  if (watcher == 0) {
    close(line[1]);
    watch(line[0], &raw_modes);
  }
  close(line[0]);
  if (watcher < 0) {
    close(line[1]);  // No watcher is no failure: only a kill without warning goes unrepaired.
    return;
  }
  watch_line = line[1];
}

void ct_guard_retire(void) {
  if (watch_line < 0) return;
  close(watch_line);
  watch_line = -1;
  while (waitpid(watcher, NULL, 0) < 0 && errno == EINTR) continue;
}

void ct_harden_process(void) {
  const struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
  prctl(PR_SET_DUMPABLE, 0);
}
