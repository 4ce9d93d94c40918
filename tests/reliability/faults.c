/* Makes writes and syncs of one file fail on request. Loaded by LD_PRELOAD, armed by fault_arm. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

enum { NONE, SYNC, WRITE };

static int kind = NONE;   /* which calls are counted */
static long at = 0;       /* the first one that fails; 0 for none */
static int code = 0;      /* what they fail with */
static int lasting = 0;   /* whether all later ones fail too */
static long calls = 0;
static char name[256];    /* part of the path of the files that are meant */

void fault_arm(int kind_, long at_, int code_, int lasting_, const char *name_) {
    kind = kind_; at = at_; code = code_; lasting = lasting_; calls = 0;
    strncpy(name, name_, sizeof name - 1);
}

long fault_calls(void) { return calls; }

static int meant(int fd, int of) {
    char link[64], path[4096];
    ssize_t size;
    if (kind != of) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    size = readlink(link, path, sizeof path - 1);
    if (size < 0) return 0;
    path[size] = 0;
    return strstr(path, name) != NULL;
}

static int fails(int fd, int of) {
    if (!meant(fd, of)) return 0;
    calls++;
    return at && (calls == at || (lasting && calls > at));
}

#define REAL(symbol) \
    static __typeof__(symbol) *real; \
    if (!real) real = (__typeof__(symbol) *)dlsym(RTLD_NEXT, #symbol)

int fsync(int fd) {
    REAL(fsync);
    if (fails(fd, SYNC)) { errno = code; return -1; }
    return real(fd);
}

int fdatasync(int fd) {
    REAL(fdatasync);
    if (fails(fd, SYNC)) { errno = code; return -1; }
    return real(fd);
}

/* A disk that gets full takes a part of the first write that does not fit. */
#define WRITING(call, part) \
    if (fails(fd, WRITE)) { \
        if (lasting && calls == at && size > 1) return part; \
        errno = code; return -1; \
    } \
    return call

ssize_t write(int fd, const void *data, size_t size) {
    REAL(write);
    WRITING(real(fd, data, size), real(fd, data, size / 2));
}

ssize_t pwrite(int fd, const void *data, size_t size, off_t place) {
    REAL(pwrite);
    WRITING(real(fd, data, size, place), real(fd, data, size / 2, place));
}

ssize_t pwrite64(int fd, const void *data, size_t size, off64_t place) {
    REAL(pwrite64);
    WRITING(real(fd, data, size, place), real(fd, data, size / 2, place));
}
