#define _GNU_SOURCE
#include <curses.h>
#include <wchar.h>

#include "CTerminal.h"

int ct_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

static attr_t attributes_from(int bits) {
  attr_t attributes = A_NORMAL;
  if (bits & CT_BOLD) attributes |= A_BOLD;
  if (bits & CT_DIM) attributes |= A_DIM;
  if (bits & CT_REVERSE) attributes |= A_REVERSE;
  if (bits & CT_UNDERLINE) attributes |= A_UNDERLINE;
  return attributes;
}

/// A cell from at most `CCHARW_MAX` code points; `pair` may exceed what fits a short.
static void make_cell(
    cchar_t *cell, const uint32_t *scalars, size_t count, int attributes, int pair) {
  wchar_t text[CCHARW_MAX + 1] = {0};
  for (size_t i = 0; i < count && i < CCHARW_MAX; i++) text[i] = (wchar_t)scalars[i];
  short narrow = pair > 255 ? 255 : (short)pair;
  setcchar(cell, text, attributes_from(attributes), narrow, &pair);
}

void ct_put(
    int column, int row, const uint32_t *scalars, size_t count, int attributes, int pair) {
  cchar_t cell;
  make_cell(&cell, scalars, count, attributes, pair);
  // ERR in the last cell of the screen only says that the cursor could not advance.
  if (wmove(stdscr, row, column) == OK) (void)wadd_wch(stdscr, &cell);
}

void ct_erase(int pair) {
  const uint32_t blank = ' ';
  cchar_t cell;
  make_cell(&cell, &blank, 1, 0, pair);
  wbkgrndset(stdscr, &cell);
  werase(stdscr);
  wattr_set(stdscr, A_NORMAL, 0, NULL);
  // A background would be mixed into each cell that is added; it was for the erasing only.
  make_cell(&cell, &blank, 1, 0, 0);
  wbkgrndset(stdscr, &cell);
}

void ct_cursor(int column, int row) {
  static int visible = -1;
  bool shown = column >= 0;
  if (shown) wmove(stdscr, row, column);
  leaveok(stdscr, !shown);
  if (visible != shown) curs_set(shown);
  visible = shown;
}

void ct_force_redraw(void) { clearok(curscr, TRUE); }

void ct_update(void) {
  wnoutrefresh(stdscr);
  doupdate();
}

int ct_colours(void) { return has_colors() ? COLORS : 0; }

void ct_define_pair(int pair, int foreground, int background) {
  init_extended_pair(pair, foreground, background);
}
