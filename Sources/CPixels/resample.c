#include "pixels.h"
#include <math.h>
#if defined(__x86_64__)
#include <immintrin.h>
#endif

bool px_has_avx2(void) {
#if defined(__x86_64__)
    return __builtin_cpu_supports("avx2");
#else
    return false;
#endif
}

bool px_has_avx512(void) {
#if defined(__x86_64__)
    return __builtin_cpu_supports("avx512f");
#else
    return false;
#endif
}

/// Catmull and Rom 1974: the cubic kernel with B = 0, C = 1/2 (Mitchell and Netravali 1988).
static double catmull_rom(double x) {
    x = fabs(x);
    if (x < 1) return 1.5 * x * x * x - 2.5 * x * x + 1;
    if (x < 2) return -0.5 * x * x * x + 2.5 * x * x - 4 * x + 2;
    return 0;
}

void px_taps(int count, double start, double step, int low, int high,
             int32_t *index, int16_t *weight) {
    for (int i = 0; i < count; i++, weight += 4) {
        double position = start + i * step;
        double whole = floor(position);
        double part = position - whole;
        int first = (int)whole - 1;
        index[i] = first < low ? low : first > high - 3 ? high - 3 : first;
        int sum = 0, largest = 0;
        for (int k = 0; k < 4; k++) {
            weight[k] = (int16_t)lrint(catmull_rom(part + 1 - k) * 16384);
            sum += weight[k];
            if (weight[k] > weight[largest]) largest = k;
        }
        weight[largest] += (int16_t)(16384 - sum);
    }
}

static inline uint8_t clamp_byte(int value) {
    return value < 0 ? 0 : value > 255 ? 255 : (uint8_t)value;
}

static void vertical_plain(int16_t *out, const uint8_t *row, ptrdiff_t stride, const int16_t *w,
                           int count) {
    const uint8_t *a = row, *b = row + stride, *c = row + 2 * stride, *d = row + 3 * stride;
    for (int x = 0; x < count; x++)
        out[x] = (int16_t)((a[x] * w[0] + b[x] * w[1] + c[x] * w[2] + d[x] * w[3] + 128) >> 8);
}

static void horizontal_plain(uint8_t *out, const int16_t *in, const int32_t *index,
                             int32_t origin, const int16_t *w, int count) {
    for (int x = 0; x < count; x++, w += 4) {
        const int16_t *p = in + (index[x] - origin);
        int sum = p[0] * w[0] + p[1] * w[1] + p[2] * w[2] + p[3] * w[3];
        out[x] = clamp_byte((sum + (1 << 19)) >> 20);
    }
}

#if defined(__x86_64__)
#define AVX2 __attribute__((target("avx2")))

AVX2 static inline __m256i pair(int16_t low, int16_t high) {
    return _mm256_set1_epi32((int)((uint16_t)low | (uint32_t)(uint16_t)high << 16));
}

AVX2 static inline __m256i widen(const uint8_t *p) {
    return _mm256_cvtepu8_epi16(_mm_loadu_si128((const __m128i *)p));
}

/// Sixteen samples at a time; writes and reads up to 15 beyond `count`.
AVX2 static void vertical_avx2(int16_t *out, const uint8_t *row, ptrdiff_t stride,
                               const int16_t *w, int count) {
    const __m256i round = _mm256_set1_epi32(128);
    const __m256i w01 = pair(w[0], w[1]), w23 = pair(w[2], w[3]);
    for (int x = 0; x < count; x += 16, row += 16) {
        __m256i a = widen(row), b = widen(row + stride);
        __m256i c = widen(row + 2 * stride), d = widen(row + 3 * stride);
        __m256i low = _mm256_add_epi32(_mm256_madd_epi16(_mm256_unpacklo_epi16(a, b), w01),
                                       _mm256_madd_epi16(_mm256_unpacklo_epi16(c, d), w23));
        __m256i high = _mm256_add_epi32(_mm256_madd_epi16(_mm256_unpackhi_epi16(a, b), w01),
                                        _mm256_madd_epi16(_mm256_unpackhi_epi16(c, d), w23));
        low = _mm256_srai_epi32(_mm256_add_epi32(low, round), 8);
        high = _mm256_srai_epi32(_mm256_add_epi32(high, round), 8);
        _mm256_storeu_si256((__m256i *)(out + x), _mm256_packs_epi32(low, high));
    }
}

AVX2 static inline __m256i four_windows(const int16_t *in, const int32_t *i, int32_t origin,
                                        int a, int b, int c, int d) {
    // A window is four 16-bit samples: plain 64-bit loads beat the gather instruction.
    __m128i low = _mm_unpacklo_epi64(
        _mm_loadl_epi64((const __m128i *)(in + (i[a] - origin))),
        _mm_loadl_epi64((const __m128i *)(in + (i[b] - origin))));
    __m128i high = _mm_unpacklo_epi64(
        _mm_loadl_epi64((const __m128i *)(in + (i[c] - origin))),
        _mm_loadl_epi64((const __m128i *)(in + (i[d] - origin))));
    return _mm256_inserti128_si256(_mm256_castsi128_si256(low), high, 1);
}

/// Eight output samples as 32-bit values in order.
AVX2 static inline __m256i eight(const int16_t *in, const int32_t *index, int32_t origin,
                                 const int16_t *w) {
    __m256i first = _mm256_loadu_si256((const __m256i *)w);
    __m256i second = _mm256_loadu_si256((const __m256i *)(w + 16));
    __m256i w0145 = _mm256_permute2x128_si256(first, second, 0x20);
    __m256i w2367 = _mm256_permute2x128_si256(first, second, 0x31);
    __m256i a = _mm256_madd_epi16(four_windows(in, index, origin, 0, 1, 4, 5), w0145);
    __m256i b = _mm256_madd_epi16(four_windows(in, index, origin, 2, 3, 6, 7), w2367);
    __m256i sum = _mm256_hadd_epi32(a, b);
    return _mm256_srai_epi32(_mm256_add_epi32(sum, _mm256_set1_epi32(1 << 19)), 20);
}

AVX2 static void horizontal_avx2(uint8_t *out, const int16_t *in, const int32_t *index,
                                 int32_t origin, const int16_t *w, int count) {
    int x = 0;
    for (; x + 16 <= count; x += 16) {
        __m256i low = eight(in, index + x, origin, w + 4 * x);
        __m256i high = eight(in, index + x + 8, origin, w + 4 * (x + 8));
        __m256i words = _mm256_permute4x64_epi64(_mm256_packs_epi32(low, high), 0xD8);
        __m128i bytes = _mm_packus_epi16(_mm256_castsi256_si128(words),
                                         _mm256_extracti128_si256(words, 1));
        _mm_storeu_si128((__m128i *)(out + x), bytes);
    }
    horizontal_plain(out + x, in, index + x, origin, w + 4 * x, count - x);
}
#endif

void px_resample(uint8_t *target, ptrdiff_t target_stride, int width, int height,
                 const uint8_t *source, ptrdiff_t source_stride,
                 const int32_t *x_index, const int16_t *x_weight,
                 const int32_t *y_index, const int16_t *y_weight,
                 int16_t *scratch, bool avx2) {
    int32_t origin = x_index[0];
    int span = x_index[width - 1] + 4 - origin;
    for (int y = 0; y < height; y++, target += target_stride, y_weight += 4) {
        const uint8_t *row = source + (ptrdiff_t)y_index[y] * source_stride + origin;
#if defined(__x86_64__)
        if (avx2) {
            vertical_avx2(scratch, row, source_stride, y_weight, span);
            horizontal_avx2(target, scratch, x_index, origin, x_weight, width);
            continue;
        }
#endif
        vertical_plain(scratch, row, source_stride, y_weight, span);
        horizontal_plain(target, scratch, x_index, origin, x_weight, width);
    }
}
