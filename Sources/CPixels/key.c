#include "pixels.h"
#include <math.h>

void px_key(uint8_t *blue, uint8_t *red, uint8_t *alpha, int count, int key_blue, int key_red,
            float near, float far) {
    float towards_blue = key_blue - 128, towards_red = key_red - 128;
    float saturation = sqrtf(towards_blue * towards_blue + towards_red * towards_red);
    if (saturation > 0) towards_blue /= saturation, towards_red /= saturation;
    float scale = 1 / (255 * sqrtf(2)), slope = 255 / (far - near);
    for (int i = 0; i < count; i++) {
        float from_blue = blue[i] - key_blue, from_red = red[i] - key_red;
        float distance = sqrtf(from_blue * from_blue + from_red * from_red) * scale;
        float level = (distance - near) * slope;
        alpha[i] = (uint8_t)(level < 0 ? 0 : level > 255 ? 255 : level + 0.5f);
        float b = blue[i] - 128, r = red[i] - 128;
        float spill = b * towards_blue + r * towards_red;
        if (spill > 0) {
            blue[i] = (uint8_t)(128.5f + b - spill * towards_blue);
            red[i] = (uint8_t)(128.5f + r - spill * towards_red);
        }
    }
}
