// Colours of captions, as the renderer chooses them.

const INK = "#101014";

/** Near-black or white, whichever reads better on a colour (relative luminance of WCAG 2). */
export function readingOn(colour) {
  const digits = /^#?([0-9a-f]{6})$/i.exec(colour ?? "")?.[1];
  if (!digits) return INK;
  const [red, green, blue] = [0, 2, 4].map((at) => {
    const value = parseInt(digits.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return (luminance + 0.05) / 0.055 > 1.05 / (luminance + 0.05) ? INK : "#ffffff";
}
