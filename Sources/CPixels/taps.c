#include "pixels.h"
#include <math.h>

enum { PHASE_BITS = 10, PHASES = 1 << PHASE_BITS, ONE = 1 << 14 };

/// Catmull and Rom 1974: the cubic kernel with B = 0, C = 1/2 (Mitchell and Netravali 1988).
static int16_t phases[PHASES][4];

/// In whole numbers, so that every machine has the same table.
__attribute__((constructor)) static void fill_phases(void) {
    const int64_t one = PHASES;
    for (int64_t t = 0; t < PHASES; t++) {
        const int64_t doubled[4] = {  // twice the kernel, times PHASES cubed
            -t * one * one + 2 * t * t * one - t * t * t,
            2 * one * one * one - 5 * t * t * one + 3 * t * t * t,
            t * one * one + 4 * t * t * one - 3 * t * t * t,
            t * t * t - t * t * one,
        };
        const int shift = 3 * PHASE_BITS + 1 - 14;
        int sum = 0, largest = 0;
        for (int k = 0; k < 4; k++) {
            phases[t][k] = (int16_t)((doubled[k] + (1 << (shift - 1))) >> shift);
            sum += phases[t][k];
            if (phases[t][k] > phases[t][largest]) largest = k;
        }
        phases[t][largest] += (int16_t)(ONE - sum);
    }
}

void px_taps(int count, double start, double step, int low, int high,
             int32_t *index, int16_t *weight) {
    const int part_bits = 32 - PHASE_BITS;
    int64_t position = llrint(start * 4294967296.0) + (1 << (part_bits - 1));
    const int64_t stride = llrint(step * 4294967296.0);
    for (int i = 0; i < count; i++, position += stride) {
        const int first = (int)(position >> 32) - 1;
        index[i] = first < low ? low : first > high - 3 ? high - 3 : first;
        const int16_t *phase = phases[(position >> part_bits) & (PHASES - 1)];
        __builtin_memcpy(weight + 4 * i, phase, sizeof phases[0]);
    }
}
