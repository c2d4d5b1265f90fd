/*
 * Loaded before the C library into the server: counts the calls that change files below one folder,
 * and lets a chosen one fail, or kills the process there. Who gives the orders writes them into a
 * small file that is mapped here.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

enum { WRITE = 1, SYNC = 2, RENAME = 4, TRUNCATE = 8, OPEN = 16 };

/* 32-bit words, in this order in the file. */
struct orders {
  _Atomic int kinds;  /* which kinds of calls count; 0: none */
  _Atomic int left;   /* calls until it happens */
  _Atomic int error;  /* errno; 0: kill the process */
  _Atomic int lasting; /* 1: every later call fails as well */
  _Atomic int fired;
  _Atomic int seen;
};

static struct orders *orders;
static const char *folder;
static size_t folder_length;

__attribute__((constructor)) static void begin(void) {
  const char *path = getenv("TORTURE_ORDERS");
  folder = getenv("TORTURE_FOLDER");
  if (!path || !folder) return;
  folder_length = strlen(folder);
  int fd = open(path, O_RDWR | O_CLOEXEC);
  if (fd < 0) return;
  void *map = mmap(0, sizeof(struct orders), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  close(fd);
  if (map != MAP_FAILED) orders = map;
}

static int below(const char *path) {
  return orders && path && strncmp(path, folder, folder_length) == 0;
}

/*
 * Asked of the system each time: the numbers of files are used again, for sockets too, and libuv
 * closes some of them past the C library.
 */
static int mine(int fd) {
  if (!orders || !orders->kinds) return 0;
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return below(path);
}

/* Whether this call is to fail; does not return where it is to be the last. */
static int fails(int kind) {
  if (!(orders->kinds & kind)) return 0;
  orders->seen++;
  int left = atomic_fetch_sub(&orders->left, 1);
  if (left > 1 || (left < 1 && !orders->lasting)) return 0;
  orders->fired = 1;
  if (orders->error == 0) {
    kill(getpid(), SIGKILL);
    for (;;) pause();
  }
  errno = orders->error;
  return 1;
}

#define REAL(name, type) \
  static __typeof__(type) real; \
  if (!real) real = (type)dlsym(RTLD_NEXT, name)

#define OPENS(name)                                          \
  int name(const char *path, int flags, ...) {               \
    mode_t mode = 0;                                         \
    if (flags & (O_CREAT | O_TMPFILE)) {                     \
      va_list rest;                                          \
      va_start(rest, flags);                                 \
      mode = va_arg(rest, mode_t);                           \
      va_end(rest);                                          \
    }                                                        \
    REAL(#name, int (*)(const char *, int, ...));            \
    if (below(path) && (flags & O_CREAT) && fails(OPEN)) return -1; \
    return real(path, flags, mode);                          \
  }
OPENS(open)
OPENS(open64)

ssize_t write(int fd, const void *data, size_t size) {
  REAL("write", ssize_t(*)(int, const void *, size_t));
  return mine(fd) && fails(WRITE) ? -1 : real(fd, data, size);
}

ssize_t pwrite(int fd, const void *data, size_t size, off_t at) {
  REAL("pwrite", ssize_t(*)(int, const void *, size_t, off_t));
  return mine(fd) && fails(WRITE) ? -1 : real(fd, data, size, at);
}

ssize_t pwrite64(int fd, const void *data, size_t size, off64_t at) {
  REAL("pwrite64", ssize_t(*)(int, const void *, size_t, off64_t));
  return mine(fd) && fails(WRITE) ? -1 : real(fd, data, size, at);
}

ssize_t writev(int fd, const struct iovec *parts, int count) {
  REAL("writev", ssize_t(*)(int, const struct iovec *, int));
  return mine(fd) && fails(WRITE) ? -1 : real(fd, parts, count);
}

ssize_t pwritev(int fd, const struct iovec *parts, int count, off_t at) {
  REAL("pwritev", ssize_t(*)(int, const struct iovec *, int, off_t));
  return mine(fd) && fails(WRITE) ? -1 : real(fd, parts, count, at);
}

ssize_t pwritev64(int fd, const struct iovec *parts, int count, off64_t at) {
  REAL("pwritev64", ssize_t(*)(int, const struct iovec *, int, off64_t));
  return mine(fd) && fails(WRITE) ? -1 : real(fd, parts, count, at);
}

int fsync(int fd) {
  REAL("fsync", int (*)(int));
  return mine(fd) && fails(SYNC) ? -1 : real(fd);
}

int fdatasync(int fd) {
  REAL("fdatasync", int (*)(int));
  return mine(fd) && fails(SYNC) ? -1 : real(fd);
}

int ftruncate(int fd, off_t size) {
  REAL("ftruncate", int (*)(int, off_t));
  return mine(fd) && fails(TRUNCATE) ? -1 : real(fd, size);
}

int ftruncate64(int fd, off64_t size) {
  REAL("ftruncate64", int (*)(int, off64_t));
  return mine(fd) && fails(TRUNCATE) ? -1 : real(fd, size);
}

int rename(const char *from, const char *to) {
  REAL("rename", int (*)(const char *, const char *));
  return below(to) && fails(RENAME) ? -1 : real(from, to);
}
