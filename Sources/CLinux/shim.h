// What Linux has and Swift's Glibc does not show.
#pragma once
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <sys/syscall.h>
#include <unistd.h>

// AT_FDCWD. Its header would bring `struct stat` into this module as well, and Swift would see either
// this one or Glibc's, as it pleases.
enum { clinux_here = -100 };

/// renameat2(2) with RENAME_EXCHANGE: two paths change places at one stroke. 0, or -1 with errno.
static inline int clinux_exchange(const char *one, const char *other) {
    return (int)syscall(SYS_renameat2, clinux_here, one, clinux_here, other, 2 /* RENAME_EXCHANGE */);
}

/// The number by which statfs(2) knows the kind of a file system; 0 where nothing is there.
static inline unsigned int clinux_kind(const char *path) {
    long facts[32]; /* struct statfs, which begins with the kind */
    return syscall(SYS_statfs, path, facts) == 0 ? (unsigned int)facts[0] : 0;
}

/// renameat2(2) with RENAME_NOREPLACE: a path is moved to where nothing stands. 0, or -1 with errno.
static inline int clinux_move(const char *from, const char *to) {
    return (int)syscall(SYS_renameat2, clinux_here, from, clinux_here, to, 1 /* RENAME_NOREPLACE */);
}
