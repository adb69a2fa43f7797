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
/* <sys/mman.h>, <fcntl.h> */
int memfd_create(const char *name, unsigned int flags);
static const unsigned int linux_mfd_cloexec = 1, linux_mfd_allow_sealing = 2;
/* F_ADD_SEALS, and all seals: the rules, the size in both directions, and the bytes. */
static const int linux_add_seals = 1033, linux_all_seals = 15;
/* <sys/pidfd.h> */
int pidfd_open(pid_t process, unsigned int flags);

#endif
