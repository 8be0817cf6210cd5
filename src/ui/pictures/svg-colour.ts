/** A colour that every program knows, and its opacity. */
export interface SvgColour {
  /** `#94102a`. */
  readonly hex: string;
  /** From 0 to 1. */
  readonly opacity: number;
}

const NOTHING: SvgColour = { hex: '#000000', opacity: 0 };

/**
 * Reads a computed colour: `rgb(…)`, `rgba(…)`, or the `color(srgb …)` that comes of mixing two (CSS Color 4).
 * Null for anything else, such as `none`.
 */
export function svgColour(computed: string): SvgColour | null {
  if (computed === 'transparent') return NOTHING;
  const [, kind = '', parts = ''] = /^(rgba?|color)\((.*)\)$/.exec(computed) ?? [];
  const largest = kind === 'color' ? 1 : 255;
  const [red, green, blue, opacity = 1] = (parts.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
  if (red === undefined || green === undefined || blue === undefined) return null;
  const hex = [red, green, blue].map((channel) => {
    const byte = Math.min(255, Math.max(0, Math.round((255 * channel) / largest)));
    return byte.toString(16).padStart(2, '0');
  });
  return { hex: `#${hex.join('')}`, opacity };
}
