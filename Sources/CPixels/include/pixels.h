#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// The compositor's inner loops over 8-bit planes. Each has a plain C form and an AVX2 form that
/// give the same bytes; `avx2` chooses (pass `px_has_avx2()`, or false to force plain C).

/// True when this processor runs AVX2.
bool px_has_avx2(void);

/// True when this processor has AVX-512 (which we keep x264 from using).
bool px_has_avx512(void);

/// The forms of the resampler; all give the same bytes.
typedef enum { PX_PLAIN, PX_AVX2, PX_AVX512 } px_speed;

/// The fastest that this processor runs.
px_speed px_fastest(void);

/// Four Catmull-Rom taps per output sample. Output i reads the source at `start + i * step`, in
/// sample-centre indices, to the nearest 1/1024 of a sample. `index[i]` is the first tap, kept
/// within `low ... high - 3`; the weights are 14-bit and add up to 16384.
void px_taps(int count, double start, double step, int low, int high,
             int32_t *index, int16_t *weight);

/// What to resample: the taps say where each output sample reads. `source` points at sample (0, 0).
typedef struct {
    uint8_t *target;
    ptrdiff_t target_stride;
    int width, height;
    const uint8_t *source;
    ptrdiff_t source_stride;
    const int32_t *x_index, *y_index;
    const int16_t *x_weight, *y_weight;
} px_picture;

/// How many bytes of scratch `px_resample` needs for `width` outputs from `span` samples of a row.
size_t px_scratch_bytes(int width, int span);

/// Separable resample of one plane: vertical, then horizontal, through 16-bit intermediates. Reads
/// up to 63 bytes beyond a row's last tap.
void px_resample(const px_picture *picture, void *scratch, px_speed speed);

/// a = a + (b - a) * weight / 256; weight 0 ... 256.
void px_fade(uint8_t *a, const uint8_t *b, int count, int weight, bool avx2);

/// a = a + (level - a) * weight / 256; weight 0 ... 256.
void px_fade_to_level(uint8_t *a, int level, int count, int weight, bool avx2);

/// Per sample: b's weight is clamp((threshold - field) * gain / 65536, 0, 256) / 256.
/// `field` is 0 ... 16384; |threshold - field| * gain must fit 31 bits.
void px_reveal(uint8_t *a, const uint8_t *b, const uint16_t *field, int count,
               int threshold, int gain, bool avx2);

/// a = premultiplied + a * (255 - alpha) / 255, exactly rounded.
void px_over(uint8_t *a, const uint8_t *premultiplied, const uint8_t *alpha, int count, bool avx2);

/// a = a + (b - a) * alpha / 255 * weight / 256; weight 0 ... 256.
void px_mask(uint8_t *a, const uint8_t *b, const uint8_t *alpha, int count, int weight, bool avx2);

/// For samples of the colour differences: alpha from 0 at `near` to 255 at `far` of the distance to
/// a key colour, as a share of the plane's diagonal; what points towards the key is taken out.
void px_key(uint8_t *blue, uint8_t *red, uint8_t *alpha, int count, int key_blue, int key_red,
            float near, float far);

/// Lays a coverage bitmap (libass) of one straight colour over premultiplied float RGBA.
void px_paint_coverage(float *rgba, const uint8_t *coverage, int count,
                       float red, float green, float blue, float opacity);

/// Running mean over 2 * radius + 1 samples, with the edges repeated. `scratch` holds `count`.
void px_box(uint8_t *row, uint8_t *scratch, int count, int radius);

/// Gives each block of `side` samples the value of its middle; the middle of the plane is a
/// block's middle.
void px_mosaic(uint8_t *plane, ptrdiff_t stride, int width, int height, int side);
