#define _GNU_SOURCE
#include <fcntl.h>
#include <stdint.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "CConfinement.h"
#include "internal.h"

// Numbers of <linux/landlock.h>, which older headers have in part only.
enum { CREATE_RULESET = 444, ADD_RULE = 445, QUERY_VERSION = 1, PATH_BENEATH = 1 };

struct ruleset {
  uint64_t files, network, scopes;
};

struct __attribute__((packed)) rule {
  uint64_t allowed;
  int32_t parent;
};

#define EXECUTE 1ull
#define READ_FILE 4ull
#define READ_FOLDER 8ull

/// All rights about files that a version knows: thirteen at first, one more each time.
static uint64_t all_files(int version) {
  int count = version < 2 ? 13 : version < 3 ? 14 : version < 5 ? 15 : 16;
  return (1ull << count) - 1;
}

int cc_landlock_version(void) {
  long version = syscall(CREATE_RULESET, NULL, 0, QUERY_VERSION);
  return version < 0 ? 0 : (int)version;
}

static int allow(int ruleset, const char *path) {
  int descriptor = open(path, O_PATH | O_CLOEXEC);
  if (descriptor < 0) return 0;
  struct stat entry;
  int result = fstat(descriptor, &entry);
  if (result == 0) {
    struct rule rule = {.allowed = EXECUTE | READ_FILE, .parent = descriptor};
    if (S_ISDIR(entry.st_mode)) rule.allowed |= READ_FOLDER;
    result = (int)syscall(ADD_RULE, ruleset, PATH_BENEATH, &rule, 0);
  }
  close(descriptor);
  return result;
}

int cc_ruleset(const char *const *readable) {
  int version = cc_landlock_version();
  if (version == 0) return -1;
  // Binding and connecting TCP from version 4, abstract sockets and signals from version 6.
  struct ruleset rights = {
      .files = all_files(version),
      .network = version < 4 ? 0 : 3,
      .scopes = version < 6 ? 0 : 3,
  };
  size_t length = version < 4 ? 8 : version < 6 ? 16 : 24;
  int ruleset = (int)syscall(CREATE_RULESET, &rights, length, 0);
  if (ruleset < 0) return -1;
  for (; *readable; readable++) {
    if (allow(ruleset, *readable) == 0) continue;
    close(ruleset);
    return -1;
  }
  return ruleset;
}
