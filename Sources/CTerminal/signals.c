#define _GNU_SOURCE
#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include "CTerminal.h"
#include "internal.h"

static _Atomic uint32_t pending;
static _Atomic int descriptor = -1;

static const int caught[] = {SIGWINCH, SIGTSTP, SIGCONT, SIGINT};
enum { CAUGHT = sizeof caught / sizeof *caught };
static struct sigaction former[CAUGHT];

static void note(uint32_t bit) {
  atomic_fetch_or(&pending, bit);
  int fd = atomic_load(&descriptor);
  const uint64_t one = 1;
  // A full counter is readable already.
  if (fd >= 0 && write(fd, &one, sizeof one) < 0) return;
}

static void on_signal(int number) {
  int error = errno;
  switch (number) {
    case SIGWINCH: note(CT_WINDOW_CHANGED); break;
    case SIGTSTP: note(CT_STOP_REQUESTED); break;
    case SIGCONT: note(CT_CONTINUED); break;
    case SIGINT: note(CT_INTERRUPTED); break;
  }
  errno = error;
}

bool ct_signals_install(void) {
  if (atomic_load(&descriptor) < 0) {
    int fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    if (fd < 0) return false;
    atomic_store(&descriptor, fd);
  }
  struct sigaction action = {.sa_handler = on_signal, .sa_flags = SA_RESTART};
  sigfillset(&action.sa_mask);
  for (int i = 0; i < CAUGHT; i++) sigaction(caught[i], &action, &former[i]);
  // ncurses put its own handlers there a moment ago; what was before it is the default.
  for (int i = 0; i < CAUGHT; i++) {
    if (former[i].sa_handler != SIG_IGN) former[i].sa_handler = SIG_DFL;
  }
  return true;
}

void ct_signals_uninstall(void) {
  for (int i = 0; i < CAUGHT; i++) sigaction(caught[i], &former[i], NULL);
}

int ct_signals_descriptor(void) { return atomic_load(&descriptor); }

uint32_t ct_take_signals(void) {
  uint64_t count;
  int fd = atomic_load(&descriptor);
  // Emptied before the bits are taken: a bit that comes between only wakes us once more.
  if (fd >= 0 && read(fd, &count, sizeof count) < 0) return atomic_exchange(&pending, 0);
  return atomic_exchange(&pending, 0);
}

void ct_wake(void) { note(CT_WOKEN); }

void ct_stop_job(void) {
  struct sigaction ours;
  struct sigaction ignore = {.sa_handler = SIG_IGN};
  struct sigaction standard = {.sa_handler = SIG_DFL};
  sigset_t stop, mask;
  sigemptyset(&stop);
  sigaddset(&stop, SIGTSTP);
  // First the others of the job (make, a shell script): else our shell waits for them for ever.
  sigaction(SIGTSTP, &ignore, &ours);
  kill(0, SIGTSTP);
  // Then this thread, so that the stop has happened when `raise` returns.
  sigaction(SIGTSTP, &standard, NULL);
  pthread_sigmask(SIG_UNBLOCK, &stop, &mask);
  raise(SIGTSTP);
  pthread_sigmask(SIG_SETMASK, &mask, NULL);
  sigaction(SIGTSTP, &ours, NULL);
  atomic_fetch_and(&pending, ~(uint32_t)(CT_STOP_REQUESTED | CT_CONTINUED));
}
