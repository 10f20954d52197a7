#include "pixels.h"
#include <string.h>

static inline int kept(int value, int low, int high) {
    return value < low ? low : value > high ? high : value;
}

void px_box(uint8_t *row, uint8_t *scratch, int count, int radius) {
    const int width = 2 * radius + 1, last = count - 1;
    // Division by a constant width as a multiplication: exact enough below 2^16 samples.
    const uint64_t inverse = ((1ull << 32) + width - 1) / width;
    uint64_t sum = (uint64_t)row[0] * (radius + 1);
    for (int k = 1; k <= radius; k++) sum += row[kept(k, 0, last)];
    memcpy(scratch, row, count);
    for (int x = 0; x < count; x++) {
        row[x] = (uint8_t)(((sum + radius) * inverse) >> 32);
        sum += scratch[kept(x + radius + 1, 0, last)];
        sum -= scratch[kept(x - radius, 0, last)];
    }
}

/// Where the first block begins so that one lies around the middle.
static int first_block(int length, int side) {
    int start = length / 2 - side / 2;
    return start - (start + side - 1) / side * side;
}

void px_mosaic(uint8_t *plane, ptrdiff_t stride, int width, int height, int side) {
    for (int top = first_block(height, side); top < height; top += side) {
        int low = kept(top, 0, height), high = kept(top + side, 0, height);
        if (low >= high) continue;
        // The block's middle row becomes flat stretches, and then all its rows.
        uint8_t *row = plane + (ptrdiff_t)kept(top + side / 2, 0, height - 1) * stride;
        for (int left = first_block(width, side); left < width; left += side) {
            int from = kept(left, 0, width), to = kept(left + side, 0, width);
            if (from < to) memset(row + from, row[kept(left + side / 2, 0, width - 1)], to - from);
        }
        for (int y = low; y < high; y++)
            if (plane + (ptrdiff_t)y * stride != row)
                memcpy(plane + (ptrdiff_t)y * stride, row, width);
    }
}
