#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <linux/close_range.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "CConfinement.h"
#include "internal.h"

enum { RESTRICT_SELF = 446 };

bool cc_can_filter(void) {
  uint32_t action = SECCOMP_RET_ERRNO;
  return cc_filter() && syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action) == 0;
}

static bool limit(int resource, rlim_t value) {
  struct rlimit limit = {.rlim_cur = value, .rlim_max = value};
  return setrlimit(resource, &limit) == 0;
}

static bool use_streams(const struct cc_child *child) {
  return dup2(child->input, 0) == 0 && dup2(child->output, 1) == 1 &&
         dup2(child->errors, 2) == 2 &&
         syscall(SYS_close_range, 3, ~0u, CLOSE_RANGE_CLOEXEC) == 0;
}

static void forget_signals(void) {
  const struct sigaction plain = {.sa_handler = SIG_DFL};
  for (int number = 1; number < NSIG; number++) (void)sigaction(number, &plain, NULL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
}

static bool set_limits(const struct cc_child *child) {
  return limit(RLIMIT_AS, child->memory) && limit(RLIMIT_CPU, child->processor_seconds) &&
         limit(RLIMIT_FSIZE, 0) && limit(RLIMIT_CORE, 0) && limit(RLIMIT_NOFILE, 64);
}

/// Everything after this is the child's program, or failure; only plain system calls.
static int become(const struct cc_child *child, int ruleset) {
  forget_signals();
  // Of the thread that waits for the child, which outlives it unless we end.
  bool done = prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 && setsid() >= 0 && use_streams(child) &&
              set_limits(child) && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
  if (done && ruleset >= 0) done = syscall(RESTRICT_SELF, ruleset, 0) == 0;
  if (done) done = prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, cc_filter()) == 0;
  if (done) execve(child->path, child->arguments, child->environment);
  return errno;
}

/// The `errno` that the child wrote, or 0 when its end of the pipe closed as its program began.
static int outcome(int descriptor) {
  int error = 0;
  ssize_t count;
  do count = read(descriptor, &error, sizeof error);
  while (count < 0 && errno == EINTR);
  return count == sizeof error ? error : 0;
}

static int start(const struct cc_child *child, int ruleset, pid_t *process) {
  int report[2];
  if (pipe2(report, O_CLOEXEC) != 0) return errno;
  sigset_t all, before;
  sigfillset(&all);
  // Our handlers must not run in the child.
  pthread_sigmask(SIG_SETMASK, &all, &before);
  pid_t number = _Fork();
  if (number == 0) {
    int error = become(child, ruleset);
    (void)!write(report[1], &error, sizeof error);
    _exit(127);
  }
  int error = number < 0 ? errno : 0;
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  close(report[1]);
  if (number > 0) error = outcome(report[0]);
  close(report[0]);
  if (number > 0 && error != 0) {
    while (waitpid(number, NULL, 0) < 0 && errno == EINTR);
  }
  *process = number;
  return error;
}

int cc_spawn(const struct cc_child *child, pid_t *process) {
  if (!cc_can_filter()) return ENOSYS;
  int ruleset = cc_ruleset(child->readable);
  if (ruleset < 0 && cc_landlock_version() > 0) return errno ? errno : EACCES;
  int error = start(child, ruleset, process);
  if (ruleset >= 0) close(ruleset);
  return error;
}
