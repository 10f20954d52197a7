#include "resample.h"
#include <string.h>

px_speed px_fastest(void) {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl")) return PX_AVX512;
    if (__builtin_cpu_supports("avx2")) return PX_AVX2;
#endif
    return PX_PLAIN;
}

bool px_has_avx2(void) { return px_fastest() != PX_PLAIN; }

bool px_has_avx512(void) {
#if defined(__x86_64__)
    return __builtin_cpu_supports("avx512f");
#else
    return false;
#endif
}

void px_vertical_plain(int16_t *out, const uint8_t *row, ptrdiff_t stride, const int16_t *w,
                       int count) {
    for (int x = 0; x < count; x++, row++) {
        int sum = 0;
        for (int k = 0; k < 4; k++) sum += ((row[k * stride] - 128) * 256 * w[k] + (1 << 14)) >> 15;
        out[x] = (int16_t)sum;
    }
}

void px_horizontal_plain(uint8_t *out, const int16_t *in, const int32_t *index, int32_t origin,
                         const int16_t *w, int count) {
    for (int x = 0; x < count; x++, w += 4) {
        const int16_t *p = in + (index[x] - origin);
        int sum = p[0] * w[0] + p[1] * w[1] + p[2] * w[2] + p[3] * w[3];
        out[x] = px_byte((sum + (257 << 20)) >> 21);
    }
}

bool px_columns_fill(px_columns *columns, int16_t *room, int size, int reach,
                     const px_picture *picture) {
    const int width = picture->width;
    const int32_t *index = picture->x_index;
    const int16_t *weight = picture->x_weight;
    const int groups = (width + size - 1) / size, outputs = groups * size;
    columns->groups = groups;
    columns->pick = room;
    columns->outer = room + 2 * outputs;
    columns->inner = room + 4 * outputs;
    columns->base = (int32_t *)(room + 6 * outputs);
    for (int group = 0, x = 0; group < groups; group++) {
        const int32_t first = index[x];
        const int end = x + size < width ? x + size : width;
        if (index[end - 1] + 4 - first > reach) return false;
        columns->base[group] = first - index[0];
        for (; x < end; x++, weight += 4) {
            const int16_t offset = (int16_t)(index[x] - first);
            columns->pick[2 * x] = offset;
            columns->pick[2 * x + 1] = offset + 1;
            memcpy(columns->outer + 2 * x, weight, 4);
            memcpy(columns->inner + 2 * x, weight + 2, 4);
        }
    }
    memset(columns->pick + 2 * width, 0, 4 * (outputs - width));
    return true;
}

/// The scratch of one call: two rows of intermediates and the columns' tables, on cache lines.
typedef struct {
    int16_t *row[ROWS];
    int16_t *columns;
} rooms;

static size_t row_samples(int span) { return ((size_t)span + ROW_MARGIN + 31) & ~(size_t)31; }

size_t px_scratch_bytes(int width, int span) {
    return ROWS * 2 * row_samples(span) + 16 * ((size_t)width + AVX512_GROUP) + 64;
}

static rooms divide(void *scratch, int span) {
    int16_t *start = (int16_t *)(((uintptr_t)scratch + 63) & ~(uintptr_t)63);
    const size_t row = row_samples(span);
    return (rooms){{start, start + row}, start + ROWS * row};
}

typedef void vertical(int16_t *, const uint8_t *, ptrdiff_t, const int16_t *, int);
typedef void horizontal(uint8_t *const[ROWS], const int16_t *const[ROWS], const px_columns *, int);
typedef void horizontal_far(uint8_t *, const int16_t *, const int32_t *, int32_t, const int16_t *,
                            int);

static void in_pairs(const px_picture *p, const px_columns *columns, const rooms *room, int span,
                     vertical down, horizontal across) {
    for (int pair = 0; pair < p->height; pair += ROWS) {
        // The last of an odd number of rows is made together with the one before it, again.
        const int first = pair + ROWS <= p->height ? pair : p->height - ROWS;
        uint8_t *out[ROWS];
        for (int k = 0; k < ROWS; k++) {
            const int y = first + k;
            const uint8_t *row = p->source + (ptrdiff_t)p->y_index[y] * p->source_stride;
            down(room->row[k], row + p->x_index[0], p->source_stride, p->y_weight + 4 * y, span);
            out[k] = p->target + (ptrdiff_t)y * p->target_stride;
        }
        across(out, (const int16_t *const *)room->row, columns, p->width);
    }
}

static void row_by_row(const px_picture *p, const rooms *room, int span, vertical down,
                       horizontal_far across) {
    for (int y = 0; y < p->height; y++) {
        const uint8_t *row = p->source + (ptrdiff_t)p->y_index[y] * p->source_stride;
        down(room->row[0], row + p->x_index[0], p->source_stride, p->y_weight + 4 * y, span);
        across(p->target + (ptrdiff_t)y * p->target_stride, room->row[0], p->x_index,
               p->x_index[0], p->x_weight, p->width);
    }
}

void px_resample(const px_picture *p, void *scratch, px_speed speed) {
    const int span = p->x_index[p->width - 1] + 4 - p->x_index[0];
    const rooms room = divide(scratch, span);
#if defined(__x86_64__)
    px_columns columns;
    const bool pairs = p->height >= ROWS;
    if (speed == PX_AVX512 && pairs
        && px_columns_fill(&columns, room.columns, AVX512_GROUP, AVX512_REACH, p)) {
        in_pairs(p, &columns, &room, span, px_vertical_avx512, px_horizontal_avx512);
    } else if (speed != PX_PLAIN && pairs
               && px_columns_fill(&columns, room.columns, AVX2_GROUP, AVX2_REACH, p)) {
        in_pairs(p, &columns, &room, span, px_vertical_avx2, px_horizontal_avx2);
    } else if (speed != PX_PLAIN) {
        row_by_row(p, &room, span, px_vertical_avx2, px_horizontal_far_avx2);
    } else
#endif
    row_by_row(p, &room, span, px_vertical_plain, px_horizontal_plain);
}
