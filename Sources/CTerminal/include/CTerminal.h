#pragma once

/// A thin shim over ncursesw for Swift, which can import neither its macros and variadics nor its
/// globals, and what must be C because it runs inside signal handlers.
///
/// Standard input and output are the terminal. All functions belong to the one thread that opened
/// the screen, except `ct_wake`, which any thread may call.

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// MARK: Locale and screen

/// Whether, and why not, the screen opened.
enum ct_opening {
  ct_opening_done,
  /// Standard input or output is not a terminal.
  ct_opening_not_a_terminal,
  /// TERM is unset or terminfo does not know it.
  ct_opening_unknown,
  /// TERM is `dumb` or cannot address the cursor.
  ct_opening_unsuitable,
  /// The system refused a resource; `ct_error` says why.
  ct_opening_refused,
} __attribute__((enum_extensibility(closed)));

/// Sets the locale of the environment so that ncurses measures UTF-8.
///
/// Returns false when the user's locale names another encoding: what is drawn should be ASCII. An
/// unset locale says nothing about the terminal and counts as UTF-8.
bool ct_set_locale(void);

/// Saves the terminal's modes, enters raw mode and the alternate screen, and arms the guard.
enum ct_opening ct_open(void);

/// Leaves the alternate screen and gives the terminal its saved modes; `ct_resume` undoes it.
void ct_leave(void);

/// Takes raw mode again after `ct_leave` or a stop; the next `ct_update` redraws everything.
void ct_resume(void);

/// Frees the screen after `ct_leave`; signals get their former meaning, the guard retires.
void ct_close(void);

/// The window's present size from the kernel, 80 by 24 when it does not know, within 1...1000.
void ct_window_size(int *columns, int *rows);

/// Pixels of one cell, rounded down; 0 where the terminal does not tell.
void ct_cell_pixels(int *width, int *height);

/// Tells ncurses a new size; the next `ct_update` redraws everything.
void ct_resize(int columns, int rows);

// MARK: Cells

/// Bits of `attributes`.
enum { CT_BOLD = 1, CT_DIM = 2, CT_REVERSE = 4, CT_UNDERLINE = 8 };

/// How many cells a code point takes by the locale: 0, 1, 2, or -1 when it cannot be shown.
int ct_width(uint32_t scalar);

/// Puts one spacing code point and up to four combining ones into a cell of the next picture.
void ct_put(
    int column, int row, const uint32_t *scalars, size_t count, int attributes, int pair);

/// Empties the next picture and gives what is not drawn the colours of `pair`.
void ct_erase(int pair);

/// Where the hardware cursor rests after the next update; a negative column hides it.
void ct_cursor(int column, int row);

/// Makes the next `ct_update` repaint from nothing, whatever the terminal shows.
void ct_force_redraw(void);

/// Writes the difference between the terminal and the next picture.
void ct_update(void);

/// Colours of this terminal: 0 when it has none, 2^24 for direct colour.
int ct_colours(void);

/// Defines colour pair `pair` >= 1; -1 is the terminal's own colour.
void ct_define_pair(int pair, int foreground, int background);

// MARK: Bytes

/// Bits that `ct_poll` returns.
enum { CT_INPUT_READY = 1, CT_SIGNALS_READY = 2 };

/// Sleeps until input, a signal or a wake-up, at most `milliseconds` (negative: for ever).
int ct_poll(int milliseconds);

/// Reads what is there, up to `capacity` bytes; 0 when interrupted, -1 when the terminal is gone.
long ct_read(uint8_t *bytes, size_t capacity);

/// Writes all bytes past ncurses, for control strings between two updates.
void ct_write(const uint8_t *bytes, size_t count);

/// Zeroes memory in a way that no optimiser drops.
void ct_wipe(void *bytes, size_t count);

/// Milliseconds of CLOCK_MONOTONIC.
int64_t ct_milliseconds(void);

/// errno, which Swift cannot read without the whole of Glibc.
int ct_error(void);

/// The value of an environment variable, or NULL.
const char *ct_environment(const char *name);

// MARK: Signals

/// Bits of what happened since the last `ct_take_signals`.
enum {
  CT_WINDOW_CHANGED = 1,
  CT_STOP_REQUESTED = 2,
  CT_CONTINUED = 4,
  CT_INTERRUPTED = 8,
  CT_WOKEN = 16,
};

/// Returns the bits and clears them.
uint32_t ct_take_signals(void);

/// Ends the current or next `ct_poll` of the screen's thread. Any thread may call it, at any time.
void ct_wake(void);

/// Stops the whole job, as Ctrl-Z does in a shell, and returns when it is continued.
///
/// Call it between `ct_leave` and `ct_resume`. An orphaned job cannot stop: returns at once.
void ct_stop_job(void);

// MARK: Guard and hardening

/// Forbids core dumps, and the reading of this process's memory by others of the same user.
void ct_harden_process(void);
