#define _GNU_SOURCE
#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "CTerminal.h"
#include "internal.h"

static SCREEN *screen;

/// A program before us may have left the shared descriptor non-blocking, which tears frames.
static void make_output_blocking(void) {
  int flags = fcntl(STDOUT_FILENO, F_GETFL);
  if (flags >= 0 && (flags & O_NONBLOCK)) fcntl(STDOUT_FILENO, F_SETFL, flags & ~O_NONBLOCK);
}

static void set_modes(void) {
  raw();  // Not cbreak: Ctrl-C, Ctrl-Z and Ctrl-\ must keep their order among other keys.
  noecho();
  nonl();
  keypad(stdscr, TRUE);
  nodelay(stdscr, TRUE);
  intrflush(stdscr, FALSE);
  typeahead(-1);
  scrollok(stdscr, FALSE);
  if (has_colors()) {
    start_color();
    use_default_colors();
  }
}

enum ct_opening ct_open(void) {
  enum ct_opening finding = ct_inspect_terminal();
  if (finding != ct_opening_done) return finding;
  make_output_blocking();
  ct_guard_install();
  // The kernel knows the size; LINES and COLUMNS may be those of another window.
  use_env(FALSE);
  use_tioctl(TRUE);
  ct_guard_arm();
  screen = newterm(NULL, stdout, stdin);
  if (!screen) {
    ct_guard_disarm();
    return ct_opening_unknown;
  }
  set_modes();
  if (!ct_signals_install()) {
    int reason = errno;
    ct_leave();
    ct_close();
    errno = reason;
    return ct_opening_refused;
  }
  ct_guard_watch();
  int columns, rows;
  ct_window_size(&columns, &rows);
  ct_resize(columns, rows);
  curs_set(0);  // Flushes too: what is written past ncurses from now on meets our own screen.
  return ct_opening_done;
}

void ct_leave(void) {
  // Where there is no alternate screen (GNU screen as it comes), ours would stay for all to see.
  erase();
  refresh();
  endwin();
  tcsetattr(STDIN_FILENO, TCSADRAIN, ct_guard_saved_modes());
  ct_guard_disarm();
}

void ct_resume(void) {
  ct_guard_arm();
  reset_prog_mode();
  clearok(curscr, TRUE);
}

void ct_close(void) {
  ct_signals_uninstall();
  ct_guard_retire();
  delscreen(screen);
  screen = NULL;
}

static int clamp(int value, int otherwise) {
  if (value <= 0) return otherwise > 0 ? otherwise : 1;
  return value > 1000 ? 1000 : value;
}

void ct_window_size(int *columns, int *rows) {
  struct winsize window = {0};
  ioctl(STDOUT_FILENO, TIOCGWINSZ, &window);
  *columns = clamp(window.ws_col, 80);
  *rows = clamp(window.ws_row, 24);
}

void ct_cell_pixels(int *width, int *height) {
  struct winsize window = {0};
  ioctl(STDOUT_FILENO, TIOCGWINSZ, &window);
  *width = window.ws_col ? window.ws_xpixel / window.ws_col : 0;
  *height = window.ws_row ? window.ws_ypixel / window.ws_row : 0;
}

void ct_resize(int columns, int rows) {
  resizeterm(rows, columns);
  clearok(curscr, TRUE);
}
