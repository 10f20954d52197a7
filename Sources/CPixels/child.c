#define _GNU_SOURCE
#include "child.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

extern char **environ;

void ch_signal_when_parent_ends(int signal) { prctl(PR_SET_PDEATHSIG, signal, 0, 0, 0); }

static void limit(int what, rlim_t most) {
    struct rlimit both = {most, most};
    setrlimit(what, &both);
}

/// After fork only async-signal-safe calls are allowed.
static void become(const char *path, char *const arguments[], long memory_bytes, long cpu_seconds,
                   int output, int errors) {
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    signal(SIGPIPE, SIG_DFL);
    setpgid(0, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
    limit(RLIMIT_AS, (rlim_t)memory_bytes);
    limit(RLIMIT_CPU, (rlim_t)cpu_seconds);
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_CORE, 0);
    int nothing = open("/dev/null", O_RDONLY);
    if (nothing < 0 || dup2(nothing, 0) < 0 || dup2(output, 1) < 0 || dup2(errors, 2) < 0)
        _exit(126);
    syscall(SYS_close_range, 3u, ~0u, 0u);
    execve(path, arguments, environ);
    _exit(127);
}

int ch_start(const char *path, char *const arguments[], long memory_bytes, long cpu_seconds,
             ch_child *child) {
    int output[2], errors[2];
    if (pipe2(output, O_CLOEXEC) != 0) return errno;
    if (pipe2(errors, O_CLOEXEC) != 0) {
        int failure = errno;
        close(output[0]);
        close(output[1]);
        return failure;
    }
    pid_t pid = fork();
    if (pid == 0) become(path, arguments, memory_bytes, cpu_seconds, output[1], errors[1]);
    int failure = pid < 0 ? errno : 0;
    close(output[1]);
    close(errors[1]);
    if (failure != 0) {
        close(output[0]);
        close(errors[0]);
        return failure;
    }
    setpgid(pid, pid);  // whichever of the two runs first
    fcntl(output[0], F_SETPIPE_SZ, 1 << 20);
    fcntl(output[0], F_SETFL, O_NONBLOCK);
    fcntl(errors[0], F_SETFL, O_NONBLOCK);
    child->pid = pid;
    child->output = output[0];
    child->errors = errors[0];
    return 0;
}
