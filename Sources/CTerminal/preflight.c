#define _GNU_SOURCE
#include <curses.h>
#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "CTerminal.h"
#include "internal.h"

// Last: it makes macros of words like `columns`.
#include <term.h>

/// The locale that the environment asks for, by POSIX precedence; empty when it asks for none.
static const char *wanted_locale(void) {
  const char *names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
  for (size_t i = 0; i < 3; i++) {
    const char *value = getenv(names[i]);
    if (value && *value) return value;
  }
  return "";
}

bool ct_set_locale(void) {
  const char *wanted = wanted_locale();
  bool known = setlocale(LC_ALL, "") != NULL;
  if (known && strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return true;
  // Cells are measured as UTF-8 either way; an unknown locale may still name the encoding.
  setlocale(LC_CTYPE, "C.UTF-8");
  return !*wanted || strcasestr(wanted, "utf-8") || strcasestr(wanted, "utf8");
}

enum ct_opening ct_inspect_terminal(void) {
  if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) return ct_opening_not_a_terminal;
  const char *name = getenv("TERM");
  if (!name || !*name) return ct_opening_unknown;
  if (strcmp(name, "dumb") == 0) return ct_opening_unsuitable;
  int reason = 0;
  if (setupterm(NULL, STDOUT_FILENO, &reason) != OK) {
    // 1 is a hard-copy terminal, 0 an unknown name, -1 a missing database.
    return reason == 1 ? ct_opening_unsuitable : ct_opening_unknown;
  }
  const char *address = tigetstr("cup");
  bool able = address && address != (char *)-1;
  return able ? ct_opening_done : ct_opening_unsuitable;
}
