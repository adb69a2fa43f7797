#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/prctl.h>
#include <linux/sched.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/syscall.h>

#include "internal.h"

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

#ifdef ARCHITECTURE

#define LOAD(field) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field))
/// The lower half of an argument; both architectures are little-endian.
#define LOAD_ARGUMENT(n) LOAD(args[n])
#define SKIP_UNLESS_EQUAL(value, count) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (value), 0, (count))
#define SKIP_IF_EQUAL(value, count) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (value), (count), 0)
#define SKIP_IF_ANY(bits, count) BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, (bits), (count), 0)
#define SKIP_UNLESS_ANY(bits, count) BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, (bits), 0, (count))
#define ALLOW BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)
#define REFUSE(error) BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | ((error) & SECCOMP_RET_DATA))
#define ALLOW_CALL(name) SKIP_UNLESS_EQUAL(__NR_##name, 1), ALLOW

/// Flags of `open` that change something: O_TMPFILE without the bit that it shares.
#define WRITING (O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND | (O_TMPFILE & ~O_DIRECTORY))

#ifndef __NR_faccessat2
#define __NR_faccessat2 439
#endif
#ifndef PR_SET_VMA
#define PR_SET_VMA 0x53564d41
#endif

/// What reads its input, computes, and writes to descriptors that it has. Everything else looks as
/// if the kernel had no such call, which libraries expect and go round.
static struct sock_filter program[] = {
    LOAD(arch),
    SKIP_IF_EQUAL(ARCHITECTURE, 1),
    BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
    LOAD(nr),

    // Input and output.
    ALLOW_CALL(read), ALLOW_CALL(write), ALLOW_CALL(readv), ALLOW_CALL(writev),
    ALLOW_CALL(pread64), ALLOW_CALL(preadv), ALLOW_CALL(lseek), ALLOW_CALL(close),
    ALLOW_CALL(fstat), ALLOW_CALL(newfstatat), ALLOW_CALL(statx), ALLOW_CALL(statfs),
    ALLOW_CALL(fstatfs), ALLOW_CALL(readlinkat), ALLOW_CALL(faccessat), ALLOW_CALL(faccessat2),
    ALLOW_CALL(getdents64), ALLOW_CALL(getcwd), ALLOW_CALL(fadvise64), ALLOW_CALL(dup),
    ALLOW_CALL(dup3), ALLOW_CALL(pipe2), ALLOW_CALL(eventfd2), ALLOW_CALL(ppoll),
    ALLOW_CALL(pselect6), ALLOW_CALL(epoll_create1), ALLOW_CALL(epoll_ctl),
    ALLOW_CALL(epoll_pwait),
#ifdef __x86_64__
    ALLOW_CALL(stat), ALLOW_CALL(lstat), ALLOW_CALL(access), ALLOW_CALL(readlink),
    ALLOW_CALL(dup2), ALLOW_CALL(poll), ALLOW_CALL(select), ALLOW_CALL(epoll_wait),
    ALLOW_CALL(time), ALLOW_CALL(arch_prctl),
#endif
    // Memory.
    ALLOW_CALL(brk), ALLOW_CALL(mmap), ALLOW_CALL(munmap), ALLOW_CALL(mprotect),
    ALLOW_CALL(mremap), ALLOW_CALL(madvise), ALLOW_CALL(mincore), ALLOW_CALL(membarrier),
    // Threads and signals of its own.
    ALLOW_CALL(futex), ALLOW_CALL(set_robust_list), ALLOW_CALL(get_robust_list),
    ALLOW_CALL(set_tid_address), ALLOW_CALL(rseq), ALLOW_CALL(sched_yield),
    ALLOW_CALL(sched_getaffinity), ALLOW_CALL(sched_getparam), ALLOW_CALL(sched_getscheduler),
    ALLOW_CALL(rt_sigaction), ALLOW_CALL(rt_sigprocmask), ALLOW_CALL(rt_sigreturn),
    ALLOW_CALL(sigaltstack), ALLOW_CALL(restart_syscall), ALLOW_CALL(exit),
    ALLOW_CALL(exit_group),
    // Time, and what the machine is.
    ALLOW_CALL(clock_gettime), ALLOW_CALL(clock_getres), ALLOW_CALL(clock_nanosleep),
    ALLOW_CALL(nanosleep), ALLOW_CALL(gettimeofday), ALLOW_CALL(times), ALLOW_CALL(getrusage),
    ALLOW_CALL(sysinfo), ALLOW_CALL(uname), ALLOW_CALL(getrandom), ALLOW_CALL(getpid),
    ALLOW_CALL(getppid), ALLOW_CALL(gettid), ALLOW_CALL(getuid), ALLOW_CALL(geteuid),
    ALLOW_CALL(getgid), ALLOW_CALL(getegid),
    // The program itself is started under the filter.
    ALLOW_CALL(execve),

    // Files are opened for reading only.
    SKIP_UNLESS_EQUAL(__NR_openat, 4),
    LOAD_ARGUMENT(2), SKIP_UNLESS_ANY(WRITING, 1), REFUSE(EACCES), ALLOW,
#ifdef __x86_64__
    SKIP_UNLESS_EQUAL(__NR_open, 4),
    LOAD_ARGUMENT(1), SKIP_UNLESS_ANY(WRITING, 1), REFUSE(EACCES), ALLOW,
#endif
    // Threads, yet no other processes.
    SKIP_UNLESS_EQUAL(__NR_clone, 4),
    LOAD_ARGUMENT(0), SKIP_UNLESS_ANY(CLONE_THREAD, 1), ALLOW, REFUSE(EPERM),
    // Duplicates and flags; not F_SETOWN, which sends signals to others.
    SKIP_UNLESS_EQUAL(__NR_fcntl, 5),
    LOAD_ARGUMENT(1), SKIP_IF_EQUAL(F_DUPFD_CLOEXEC, 1),
    BPF_JUMP(BPF_JMP | BPF_JGT | BPF_K, F_SETFL, 1, 0), ALLOW, REFUSE(EPERM),
    // Limits are read, never set.
    SKIP_UNLESS_EQUAL(__NR_prlimit64, 6),
    LOAD_ARGUMENT(2), SKIP_UNLESS_EQUAL(0, 3),
    BPF_STMT(
        BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, args[2]) + sizeof(__u32)),
    SKIP_UNLESS_EQUAL(0, 1), ALLOW, REFUSE(EPERM),
    // Names of threads and of memory.
    SKIP_UNLESS_EQUAL(__NR_prctl, 6),
    LOAD_ARGUMENT(0), SKIP_IF_EQUAL(PR_SET_NAME, 2), SKIP_IF_EQUAL(PR_SET_VMA, 1),
    SKIP_UNLESS_EQUAL(PR_CAPBSET_READ, 1), ALLOW, REFUSE(EPERM),
    // There is no terminal.
    SKIP_UNLESS_EQUAL(__NR_ioctl, 1), REFUSE(ENOTTY),

    REFUSE(ENOSYS),
};

static const struct sock_fprog filter = {
    .len = sizeof program / sizeof *program,
    .filter = program,
};

const struct sock_fprog *cc_filter(void) { return &filter; }

#else

const struct sock_fprog *cc_filter(void) { return NULL; }

#endif
