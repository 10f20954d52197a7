#include "pixels.h"

// Each loop is written once and compiled twice: the compiler vectorises the body for the baseline
// and, inlined into a function with the attribute, for AVX2.
#define BODY static inline __attribute__((always_inline)) void
#if defined(__x86_64__)
#define AVX2 __attribute__((target("avx2")))
#define CHOOSE(name, ...) if (avx2) { name##_avx2(__VA_ARGS__); } else { name##_body(__VA_ARGS__); }
#else
#define AVX2
#define CHOOSE(name, ...) name##_body(__VA_ARGS__)
#endif

static inline uint8_t mixed(int a, int b, int weight) {
    return (uint8_t)((a * (256 - weight) + b * weight + 128) >> 8);
}

BODY fade_body(uint8_t *restrict a, const uint8_t *restrict b, int count, int weight) {
    for (int i = 0; i < count; i++) a[i] = mixed(a[i], b[i], weight);
}
AVX2 static void fade_avx2(uint8_t *a, const uint8_t *b, int count, int weight) {
    fade_body(a, b, count, weight);
}
void px_fade(uint8_t *a, const uint8_t *b, int count, int weight, bool avx2) {
    CHOOSE(fade, a, b, count, weight);
}

BODY level_body(uint8_t *restrict a, int level, int count, int weight) {
    for (int i = 0; i < count; i++) a[i] = mixed(a[i], level, weight);
}
AVX2 static void level_avx2(uint8_t *a, int level, int count, int weight) {
    level_body(a, level, count, weight);
}
void px_fade_to_level(uint8_t *a, int level, int count, int weight, bool avx2) {
    CHOOSE(level, a, level, count, weight);
}

BODY reveal_body(uint8_t *restrict a, const uint8_t *restrict b, const uint16_t *restrict field,
                 int count, int threshold, int gain) {
    for (int i = 0; i < count; i++) {
        int weight = ((threshold - (int)field[i]) * gain) >> 16;
        weight = weight < 0 ? 0 : weight > 256 ? 256 : weight;
        a[i] = mixed(a[i], b[i], weight);
    }
}
AVX2 static void reveal_avx2(uint8_t *a, const uint8_t *b, const uint16_t *field, int count,
                             int threshold, int gain) {
    reveal_body(a, b, field, count, threshold, gain);
}
void px_reveal(uint8_t *a, const uint8_t *b, const uint16_t *field, int count,
               int threshold, int gain, bool avx2) {
    CHOOSE(reveal, a, b, field, count, threshold, gain);
}

enum { BLOCK = 32 };

static inline __attribute__((always_inline)) bool is_empty(const uint8_t *color,
                                                           const uint8_t *alpha) {
    uint64_t words[2 * BLOCK / 8], any = 0;
    __builtin_memcpy(words, color, BLOCK);
    __builtin_memcpy(words + BLOCK / 8, alpha, BLOCK);
    for (int k = 0; k < 2 * BLOCK / 8; k++) any |= words[k];
    return any == 0;
}

BODY blend(uint8_t *restrict a, const uint8_t *restrict premultiplied,
           const uint8_t *restrict alpha, int count) {
    for (int i = 0; i < count; i++) {
        unsigned rest = a[i] * (255u - alpha[i]) + 128;
        rest = (rest + (rest >> 8)) >> 8;  // exact division by 255 (Blinn 1994)
        unsigned sum = rest + premultiplied[i];
        a[i] = (uint8_t)(sum > 255 ? 255 : sum);
    }
}
/// Most of an overlay is empty: around the text, and between its lines.
BODY over_body(uint8_t *restrict a, const uint8_t *restrict premultiplied,
               const uint8_t *restrict alpha, int count) {
    int i = 0;
    for (; i + BLOCK <= count; i += BLOCK)
        if (!is_empty(premultiplied + i, alpha + i)) {
            blend(a + i, premultiplied + i, alpha + i, BLOCK);
        }
    blend(a + i, premultiplied + i, alpha + i, count - i);
}
AVX2 static void over_avx2(uint8_t *a, const uint8_t *premultiplied, const uint8_t *alpha,
                           int count) {
    over_body(a, premultiplied, alpha, count);
}
void px_over(uint8_t *a, const uint8_t *premultiplied, const uint8_t *alpha, int count, bool avx2) {
    CHOOSE(over, a, premultiplied, alpha, count);
}

BODY mask_body(uint8_t *restrict a, const uint8_t *restrict b, const uint8_t *restrict alpha,
               int count, int weight) {
    for (int i = 0; i < count; i++)
        a[i] = mixed(a[i], b[i], (alpha[i] * weight + 127) / 255);
}
AVX2 static void mask_avx2(uint8_t *a, const uint8_t *b, const uint8_t *alpha, int count,
                           int weight) {
    mask_body(a, b, alpha, count, weight);
}
void px_mask(uint8_t *a, const uint8_t *b, const uint8_t *alpha, int count, int weight,
             bool avx2) {
    CHOOSE(mask, a, b, alpha, count, weight);
}

void px_paint_coverage(float *rgba, const uint8_t *coverage, int count,
                       float red, float green, float blue, float opacity) {
    for (int i = 0; i < count; i++, rgba += 4) {
        float alpha = coverage[i] * opacity / 255, rest = 1 - alpha;
        rgba[0] = red * alpha + rgba[0] * rest;
        rgba[1] = green * alpha + rgba[1] * rest;
        rgba[2] = blue * alpha + rgba[2] * rest;
        rgba[3] = alpha + rgba[3] * rest;
    }
}
