#pragma once

// What the files of this shim share; Swift never sees it.

#include <stdbool.h>
#include <termios.h>

#include "CTerminal.h"

/// Whether this terminal can show the interface: asks what `newterm` would only die of.
enum ct_opening ct_inspect_terminal(void);

/// Saves the terminal's modes and catches every signal that would end us over a raw screen.
void ct_guard_install(void);

/// Starts the watcher that restores the terminal when we are killed without a chance to do so.
void ct_guard_watch(void);

/// From now on the terminal is ours, and dying means restoring it first.
void ct_guard_arm(void);

/// From now on the terminal is the shell's, and dying leaves it alone.
void ct_guard_disarm(void);

/// Sends the watcher away.
void ct_guard_retire(void);

/// The modes before we changed them.
const struct termios *ct_guard_saved_modes(void);

/// Creates the wake-up descriptor and catches WINCH, TSTP, CONT and INT; false with errno.
bool ct_signals_install(void);

/// Gives WINCH, TSTP, CONT and INT the meaning they had before.
void ct_signals_uninstall(void);

/// The descriptor that becomes readable with the first pending bit, -1 before installation.
int ct_signals_descriptor(void);
