#pragma once
#include <sys/types.h>

/// A decoder child: leader of its own process group, with pipes on its output and error streams,
/// no other file of ours, and limits on what it may use. It is killed when the thread that made
/// it ends.
typedef struct {
    pid_t pid;
    int output;
    int errors;
} ch_child;

/// Starts `path` with `arguments` (ended by NULL). `memory_bytes` bounds its address space,
/// `cpu_seconds` its processor time; it may not write files. Returns 0 or an errno value.
int ch_start(const char *path, char *const arguments[], long memory_bytes, long cpu_seconds,
             ch_child *child);

/// Asks the kernel to send `signal` when the thread that started this process ends.
void ch_signal_when_parent_ends(int signal);

/// From now on blocks of a MiB and more go back to the system as soon as they are freed, instead
/// of waiting in the heap: an encoder's and a picture's memory is not kept between two uses.
void ch_return_large_blocks(void);
