#pragma once
#include "pixels.h"

/// The resampler's inner loops, shared by its three forms.
///
/// Intermediates are (sample - 128) * 128 in 16 bits: exact for what is flat, within 1/64 of a
/// sample's step otherwise, and 1.25 times the range of a sample (Catmull and Rom's overshoot) fits.

/// Two rows of the target at once: they share the columns' taps.
enum { ROWS = 2 };

/// How the columns of a plane read a row of intermediates, for one form's group of outputs. Filled
/// once per plane, in scratch.
typedef struct {
    int groups;
    int32_t *base;   ///< Of each group: the first intermediate it reads.
    int16_t *pick;   ///< Of each output: where its first two taps lie after the base.
    int16_t *outer;  ///< Of each output: the weights of its first two taps.
    int16_t *inner;  ///< Of each output: those of the last two.
} px_columns;

/// Room after a row of intermediates that whole vectors may touch.
enum { ROW_MARGIN = 128 };

static inline uint8_t px_byte(int value) {
    return value < 0 ? 0 : value > 255 ? 255 : (uint8_t)value;
}

/// False when a group of `size` outputs reads more than `reach` intermediates.
bool px_columns_fill(px_columns *columns, int16_t *room, int size, int reach,
                     const px_picture *picture);

void px_vertical_plain(int16_t *out, const uint8_t *row, ptrdiff_t stride, const int16_t *w,
                       int count);
void px_horizontal_plain(uint8_t *out, const int16_t *in, const int32_t *index, int32_t origin,
                         const int16_t *w, int count);

enum { AVX2_GROUP = 4, AVX2_REACH = 8, AVX512_GROUP = 16, AVX512_REACH = 32 };

#if defined(__x86_64__)

void px_vertical_avx2(int16_t *out, const uint8_t *row, ptrdiff_t stride, const int16_t *w,
                      int count);
void px_horizontal_avx2(uint8_t *const out[ROWS], const int16_t *const in[ROWS],
                        const px_columns *columns, int count);
/// For steps that `AVX2_REACH` is too short for.
void px_horizontal_far_avx2(uint8_t *out, const int16_t *in, const int32_t *index, int32_t origin,
                            const int16_t *w, int count);
void px_vertical_avx512(int16_t *out, const uint8_t *row, ptrdiff_t stride, const int16_t *w,
                        int count);
void px_horizontal_avx512(uint8_t *const out[ROWS], const int16_t *const in[ROWS],
                          const px_columns *columns, int count);
#endif
