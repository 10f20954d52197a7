#include "child.h"
#include <malloc.h>

void ch_return_large_blocks(void) {
    // Setting the threshold also ends its growth: by itself it becomes the largest block freed.
    mallopt(M_MMAP_THRESHOLD, 1 << 20);
    mallopt(M_TRIM_THRESHOLD, 1 << 20);
    mallopt(M_ARENA_MAX, 2);
}
