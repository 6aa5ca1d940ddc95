// Colours and their contrast, for the tests that look at them.

/** Red, green and blue of `1b4a8f`. */
export const rgb = (hex) => hex.match(/\w\w/gu).map((pair) => Number.parseInt(pair, 16));

/** WCAG 2.2, "relative luminance" and "contrast ratio", of two colours as red, green and blue from 0 to 255. */
export function contrast(...colours) {
  const [light, dark] = colours.map((colour) => {
    const [red, green, blue] = colour.map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }).sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}
