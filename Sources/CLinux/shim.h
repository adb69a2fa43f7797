/* What glibc 2.36 offers under _GNU_SOURCE only, which Swift's Glibc module is built without. */
#ifndef COUNTERSIGN_CLINUX_H
#define COUNTERSIGN_CLINUX_H

#include <spawn.h>
#include <sys/types.h>

/* <spawn.h>: POSIX_SPAWN_SETSID. */
static const short linux_spawn_setsid = 0x80;

/* <unistd.h> */
int pipe2(int ends[2], int flags);
/* <spawn.h> */
int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int from);
/* <sys/pidfd.h> */
int pidfd_open(pid_t process, unsigned int flags);

#endif
