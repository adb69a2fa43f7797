#define _GNU_SOURCE
#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "CTerminal.h"
#include "internal.h"

int ct_poll(int milliseconds) {
  struct pollfd sources[] = {
      {.fd = STDIN_FILENO, .events = POLLIN},
      {.fd = ct_signals_descriptor(), .events = POLLIN},
  };
  int ready = poll(sources, 2, milliseconds);
  if (ready <= 0) return 0;
  return (sources[0].revents ? CT_INPUT_READY : 0) | (sources[1].revents ? CT_SIGNALS_READY : 0);
}

long ct_read(uint8_t *bytes, size_t capacity) {
  ssize_t count = read(STDIN_FILENO, bytes, capacity);
  if (count > 0) return count;
  return count < 0 && (errno == EINTR || errno == EAGAIN) ? 0 : -1;
}

void ct_write(const uint8_t *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(STDOUT_FILENO, bytes, count);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;  // A terminal that is gone shows itself to the reader.
    bytes += written;
    count -= (size_t)written;
  }
}

void ct_wipe(void *bytes, size_t count) { explicit_bzero(bytes, count); }

int64_t ct_milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

int ct_error(void) { return errno; }

const char *ct_environment(const char *name) { return getenv(name); }
