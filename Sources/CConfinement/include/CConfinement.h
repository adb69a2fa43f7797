#pragma once

/// Starts a child that gives up, before its program begins, what a decoder of foreign bytes has no
/// need of: network, files, other processes. In C because it runs between fork and exec, where only
/// plain system calls are allowed, and because Swift cannot call `syscall`.

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

/// What the child is and what it may use.
struct cc_child {
  const char *path;
  /// Ends with NULL, as does `environment`.
  char *const *arguments;
  char *const *environment;
  /// Become the standard streams; all of them above 2. No other descriptor is inherited.
  int input, output, errors;
  /// Files and folders of which everything may be read and run; NULL ends them, missing ones do not
  /// matter. Without Landlock they limit nothing.
  const char *const *readable;
  /// Bytes of address space, and seconds of processor time.
  uint64_t memory, processor_seconds;
};

/// Starts the child in a session of its own; 0, or an `errno` (ENOSYS: this kernel has no filter for
/// system calls, or none that we know for this kind of processor).
int cc_spawn(const struct cc_child *child, pid_t *process);

/// Whether this kernel can take the network away from a child; without it `cc_spawn` fails.
bool cc_can_filter(void);

/// Version of Landlock that this kernel has; 0 for none: then files can be read, yet not written.
int cc_landlock_version(void);
