#pragma once
#include <espeak-ng/speak_lib.h>
#include <espeak-ng/espeak_ng.h>
#include <linux/memfd.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

// What Swift's Glibc overlay hides or cannot import. Our code runs on one thread; espeak starts another
// that sleeps and holds no lock, so fork is safe.

static inline pid_t voice_fork(void) { return fork(); }

/// The kernel kills this process when the thread that made it ends.
static inline int voice_die_with_parent(void) { return prctl(PR_SET_PDEATHSIG, SIGKILL); }

int memfd_create(const char *name, unsigned int flags);  // in sys/mman.h for _GNU_SOURCE only

/// A file without a name, in memory.
static inline int voice_memory_file(void) { return memfd_create("voice-answer", MFD_CLOEXEC); }

/// Closes whatever a careless parent left open besides the standard three.
static inline void voice_close_strangers(void) { closefrom(3); }

static inline int voice_limit_cpu(unsigned seconds) {
    struct rlimit limit = {seconds, seconds};
    return setrlimit(RLIMIT_CPU, &limit);
}

static inline int voice_forbid_core_dumps(void) {
    struct rlimit none = {0, 0};
    return setrlimit(RLIMIT_CORE, &none);
}
