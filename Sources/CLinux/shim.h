// What Linux has and Swift's Glibc does not show.
#pragma once
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

/// renameat2(2) with RENAME_EXCHANGE: two paths change places at one stroke. 0, or -1 with errno.
static inline int clinux_exchange(const char *one, const char *other) {
    return (int)syscall(SYS_renameat2, AT_FDCWD, one, AT_FDCWD, other, 2 /* RENAME_EXCHANGE */);
}

/// renameat2(2) with RENAME_NOREPLACE: a path is moved to where nothing stands. 0, or -1 with errno.
static inline int clinux_move(const char *from, const char *to) {
    return (int)syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 1 /* RENAME_NOREPLACE */);
}
