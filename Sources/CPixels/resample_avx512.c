#include "resample.h"
#if defined(__x86_64__)
#include <immintrin.h>

#define AVX512 __attribute__((target("avx512f,avx512bw,avx512vl")))

AVX512 static inline __m512i weighted(__m512i sum, __m512i samples, __m512i weight) {
    return _mm512_add_epi16(sum, _mm512_mulhrs_epi16(samples, weight));
}

/// Sixty-four samples at a time; writes and reads up to 63 beyond `count`.
AVX512 void px_vertical_avx512(int16_t *out, const uint8_t *row, ptrdiff_t stride,
                               const int16_t *w, int count) {
    const __m512i zero = _mm512_setzero_si512(), middle = _mm512_set1_epi8(-128);
    const __m512i weight[4] = {_mm512_set1_epi16(w[0]), _mm512_set1_epi16(w[1]),
                               _mm512_set1_epi16(w[2]), _mm512_set1_epi16(w[3])};
    // Unpacking works within quarters of a vector; these put them in order.
    const __m512i first = _mm512_setr_epi64(0, 1, 8, 9, 2, 3, 10, 11);
    const __m512i last = _mm512_setr_epi64(4, 5, 12, 13, 6, 7, 14, 15);
    for (int x = 0; x < count; x += 64, row += 64) {
        __m512i low = zero, high = zero;
        // A still is too large for the cache beside an encoder: the next two rows come early.
        _mm_prefetch((const char *)(row + 5 * stride), _MM_HINT_T0);
        _mm_prefetch((const char *)(row + 6 * stride), _MM_HINT_T0);
        for (int k = 0; k < 4; k++) {
            __m512i bytes = _mm512_xor_si512(_mm512_loadu_si512(row + k * stride), middle);
            low = weighted(low, _mm512_unpacklo_epi8(zero, bytes), weight[k]);
            high = weighted(high, _mm512_unpackhi_epi8(zero, bytes), weight[k]);
        }
        _mm512_storeu_si512(out + x, _mm512_permutex2var_epi64(low, first, high));
        _mm512_storeu_si512(out + x + 32, _mm512_permutex2var_epi64(low, last, high));
    }
}

/// The taps of one group of sixteen outputs.
typedef struct {
    __m512i pick01, pick23, outer, inner;
    int base;
} taps;

AVX512 static inline taps taps_of(const px_columns *columns, int group) {
    const int at = 2 * AVX512_GROUP * group;
    __m512i pick = _mm512_loadu_si512(columns->pick + at);
    return (taps){pick, _mm512_add_epi16(pick, _mm512_set1_epi16(2)),
                  _mm512_loadu_si512(columns->outer + at),
                  _mm512_loadu_si512(columns->inner + at), columns->base[group]};
}

/// Sixteen output samples as 32-bit values in order.
AVX512 static inline __m512i sixteen(const int16_t *in, const taps *t) {
    __m512i window = _mm512_loadu_si512(in + t->base);
    __m512i a = _mm512_madd_epi16(_mm512_permutexvar_epi16(t->pick01, window), t->outer);
    __m512i b = _mm512_madd_epi16(_mm512_permutexvar_epi16(t->pick23, window), t->inner);
    __m512i sum = _mm512_add_epi32(_mm512_add_epi32(a, b), _mm512_set1_epi32(257 << 20));
    return _mm512_srai_epi32(sum, 21);
}

AVX512 static inline __m512i bytes_of(__m512i a, __m512i b, __m512i c, __m512i d) {
    const __m512i order = _mm512_setr_epi32(0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15);
    __m512i mixed = _mm512_packus_epi16(_mm512_packs_epi32(a, b), _mm512_packs_epi32(c, d));
    return _mm512_permutexvar_epi32(order, mixed);
}

AVX512 void px_horizontal_avx512(uint8_t *const out[ROWS], const int16_t *const in[ROWS],
                                 const px_columns *columns, int count) {
    int x = 0;
    for (; x + 64 <= count; x += 64) {
        __m512i found[ROWS][4];
        for (int part = 0; part < 4; part++) {
            const taps t = taps_of(columns, x / AVX512_GROUP + part);
            for (int row = 0; row < ROWS; row++) found[row][part] = sixteen(in[row], &t);
        }
        for (int row = 0; row < ROWS; row++)
            _mm512_storeu_si512(out[row] + x, bytes_of(found[row][0], found[row][1], found[row][2],
                                                       found[row][3]));
    }
    for (; x < count; x += AVX512_GROUP) {
        const taps t = taps_of(columns, x / AVX512_GROUP);
        const int rest = count - x < AVX512_GROUP ? count - x : AVX512_GROUP;
        const __mmask16 kept = (__mmask16)((1u << rest) - 1);
        for (int row = 0; row < ROWS; row++) {
            __m512i values = _mm512_max_epi32(sixteen(in[row], &t), _mm512_setzero_si512());
            _mm_mask_storeu_epi8(out[row] + x, kept, _mm512_cvtusepi32_epi8(values));
        }
    }
}
#endif
