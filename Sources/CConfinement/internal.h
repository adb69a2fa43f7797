#pragma once

#include <linux/filter.h>

/// The program that decides about each system call; NULL where the processor is not known here.
const struct sock_fprog *cc_filter(void);

/// A Landlock ruleset as a descriptor, or -1 where there is no Landlock.
int cc_ruleset(const char *const *readable);
