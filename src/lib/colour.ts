/** A colour such as `#94102a`: six hexadecimal digits. */
export type Hex = string;

type Triple = readonly [number, number, number];

/** The contrast of two colours, 1 to 21, as WCAG 2.2 defines it. */
export function contrast(one: Hex, other: Hex): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** The mix of two colours as CSS's `color-mix(in srgb, one share, other)` makes it. */
export function mix(one: Hex, other: Hex, share: number): Hex {
  const [a, b] = [bytes(one), bytes(other)];
  const channels = a.map((value, at) => Math.round(value * share + (b[at] ?? NaN) * (1 - share)));
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

/** Red, green and blue as shares of light. */
export function linear(hex: Hex): Triple {
  const share = (byte: number): number => {
    const value = byte / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  const [red, green, blue] = bytes(hex);
  return [share(red), share(green), share(blue)];
}

function luminance(hex: Hex): number {
  const [red, green, blue] = linear(hex);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function bytes(hex: Hex): Triple {
  const byte = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16);
  return [byte(1), byte(3), byte(5)];
}
