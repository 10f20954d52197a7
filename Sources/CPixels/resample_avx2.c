#include "resample.h"
#if defined(__x86_64__)
#include <immintrin.h>

#define AVX2 __attribute__((target("avx2")))

AVX2 static inline __m256i weighted(__m256i sum, __m256i samples, __m256i weight) {
    return _mm256_add_epi16(sum, _mm256_mulhrs_epi16(samples, weight));
}

/// Thirty-two samples at a time; writes and reads up to 31 beyond `count`.
AVX2 void px_vertical_avx2(int16_t *out, const uint8_t *row, ptrdiff_t stride, const int16_t *w,
                           int count) {
    const __m256i zero = _mm256_setzero_si256(), middle = _mm256_set1_epi8(-128);
    const __m256i weight[4] = {_mm256_set1_epi16(w[0]), _mm256_set1_epi16(w[1]),
                               _mm256_set1_epi16(w[2]), _mm256_set1_epi16(w[3])};
    for (int x = 0; x < count; x += 32, row += 32) {
        __m256i low = zero, high = zero;
        for (int k = 0; k < 4; k++) {
            __m256i bytes = _mm256_loadu_si256((const __m256i *)(row + k * stride));
            bytes = _mm256_xor_si256(bytes, middle);
            low = weighted(low, _mm256_unpacklo_epi8(zero, bytes), weight[k]);
            high = weighted(high, _mm256_unpackhi_epi8(zero, bytes), weight[k]);
        }
        _mm256_storeu_si256((__m256i *)(out + x), _mm256_permute2x128_si256(low, high, 0x20));
        _mm256_storeu_si256((__m256i *)(out + x + 16), _mm256_permute2x128_si256(low, high, 0x31));
    }
}

/// Two groups, one in each half: eight output samples as 32-bit values in order.
AVX2 static inline __m256i eight(const int16_t *in, const px_columns *columns, int x) {
    const int32_t *base = columns->base + x / AVX2_GROUP;
    __m256i window = _mm256_loadu2_m128i((const __m128i *)(in + base[1]),
                                         (const __m128i *)(in + base[0]));
    // Byte shuffles: a word's number becomes those of its two bytes.
    __m256i words = _mm256_loadu_si256((const __m256i *)(columns->pick + 2 * x));
    __m256i bytes = _mm256_add_epi16(_mm256_mullo_epi16(words, _mm256_set1_epi16(0x0202)),
                                     _mm256_set1_epi16(0x0100));
    __m256i outer = _mm256_shuffle_epi8(window, bytes);
    __m256i inner = _mm256_shuffle_epi8(window, _mm256_add_epi8(bytes, _mm256_set1_epi8(4)));
    __m256i sum = _mm256_add_epi32(
        _mm256_madd_epi16(outer, _mm256_loadu_si256((const __m256i *)(columns->outer + 2 * x))),
        _mm256_madd_epi16(inner, _mm256_loadu_si256((const __m256i *)(columns->inner + 2 * x))));
    return _mm256_srai_epi32(_mm256_add_epi32(sum, _mm256_set1_epi32(257 << 20)), 21);
}

AVX2 static inline void store_sixteen(uint8_t *out, __m256i low, __m256i high) {
    __m256i words = _mm256_permute4x64_epi64(_mm256_packs_epi32(low, high), 0xD8);
    _mm_storeu_si128((__m128i *)out, _mm_packus_epi16(_mm256_castsi256_si128(words),
                                                     _mm256_extracti128_si256(words, 1)));
}

AVX2 void px_horizontal_avx2(uint8_t *const out[ROWS], const int16_t *const in[ROWS],
                             const px_columns *columns, int count) {
    int x = 0;
    for (; x + 16 <= count; x += 16) {
        __m256i low[ROWS], high[ROWS];
        for (int row = 0; row < ROWS; row++) {
            low[row] = eight(in[row], columns, x);
            high[row] = eight(in[row], columns, x + 8);
        }
        for (int row = 0; row < ROWS; row++) store_sixteen(out[row] + x, low[row], high[row]);
    }
    for (; x < count; x++)
        for (int row = 0; row < ROWS; row++) {
            const int16_t *p = in[row] + columns->base[x / AVX2_GROUP] + columns->pick[2 * x];
            const int16_t *a = columns->outer + 2 * x, *b = columns->inner + 2 * x;
            int sum = p[0] * a[0] + p[1] * a[1] + p[2] * b[0] + p[3] * b[1];
            out[row][x] = px_byte((sum + (257 << 20)) >> 21);
        }
}

/// A window is four 16-bit samples: plain 64-bit loads beat the gather instruction.
AVX2 static inline __m256i four_windows(const int16_t *in, const int32_t *i, int a, int b, int c,
                                        int d) {
    __m128i low = _mm_unpacklo_epi64(_mm_loadl_epi64((const __m128i *)(in + i[a])),
                                     _mm_loadl_epi64((const __m128i *)(in + i[b])));
    __m128i high = _mm_unpacklo_epi64(_mm_loadl_epi64((const __m128i *)(in + i[c])),
                                      _mm_loadl_epi64((const __m128i *)(in + i[d])));
    return _mm256_inserti128_si256(_mm256_castsi128_si256(low), high, 1);
}

AVX2 static inline __m256i eight_far(const int16_t *in, const int32_t *index, const int16_t *w) {
    __m256i first = _mm256_loadu_si256((const __m256i *)w);
    __m256i second = _mm256_loadu_si256((const __m256i *)(w + 16));
    __m256i w0145 = _mm256_permute2x128_si256(first, second, 0x20);
    __m256i w2367 = _mm256_permute2x128_si256(first, second, 0x31);
    __m256i a = _mm256_madd_epi16(four_windows(in, index, 0, 1, 4, 5), w0145);
    __m256i b = _mm256_madd_epi16(four_windows(in, index, 2, 3, 6, 7), w2367);
    __m256i sum = _mm256_hadd_epi32(a, b);
    return _mm256_srai_epi32(_mm256_add_epi32(sum, _mm256_set1_epi32(257 << 20)), 21);
}

AVX2 void px_horizontal_far_avx2(uint8_t *out, const int16_t *in, const int32_t *index,
                                 int32_t origin, const int16_t *w, int count) {
    int x = 0;
    in -= origin;
    for (; x + 16 <= count; x += 16)
        store_sixteen(out + x, eight_far(in, index + x, w + 4 * x),
                      eight_far(in, index + x + 8, w + 4 * (x + 8)));
    px_horizontal_plain(out + x, in, index + x, 0, w + 4 * x, count - x);
}
#endif
