import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');
const light = colours(/:root \{([^}]*)\}/);
const dark = { ...light, ...colours(/:root:not\(\[data-theme='light'\]\) \{([^}]*)\}/) };

describe('the palette', () => {
  it('is the same in the dark, whether the device or the page asks for it', () => {
    expect({ ...light, ...colours(/:root\[data-theme='dark'\] \{([^}]*)\}/) }).toEqual(dark);
  });

  // WCAG 2.2: 1.4.3 for text, 1.4.11 for the parts of controls and charts.
  describe.each([
    ['light', light],
    ['dark', dark],
  ])('%s', (_, palette) => {
    it.each([
      ['ink', 'paper', 7],
      ['ink', 'paper-raised', 7],
      ['ink', 'accent-soft', 7],
      ['ink-soft', 'paper', 4.5],
      ['ink-soft', 'paper-raised', 4.5],
      ['ink-soft', 'accent-soft', 4.5],
      ['accent', 'paper', 4.5],
      ['accent', 'paper-raised', 4.5],
      ['accent', 'accent-soft', 4.5],
      ['accent-ink', 'accent', 4.5],
      ['good', 'paper', 4.5],
      ['bad', 'paper', 4.5],
      ['warn', 'paper', 4.5],
      ['focus', 'paper', 3],
      ['focus', 'paper-raised', 3],
    ])('%s on %s can be read', (text, ground, least) => {
      expect(contrast(palette, text, ground)).toBeGreaterThanOrEqual(least);
    });

    it('has eight chart colours that stand out from the paper', () => {
      const contrasts = allSeries.map((series) => contrast(palette, series, 'paper'));
      expect(Math.min(...contrasts)).toBeGreaterThanOrEqual(3);
    });

    it('tells neighbouring chart colours apart by lightness as well', () => {
      const contrasts = allSeries
        .slice(1)
        .map((series, index) => contrast(palette, series, allSeries[index] ?? ''));
      expect(Math.min(...contrasts)).toBeGreaterThanOrEqual(1.3);
    });
  });
});

it('stays small enough for a phone to pay for', () => {
  expect(css.length).toBeLessThanOrEqual(5_000);
});

const allSeries = Array.from({ length: 8 }, (_, index) => `series-${index + 1}`);

function colours(block: RegExp): Record<string, string> {
  const declarations = block.exec(css)?.[1] ?? '';
  return Object.fromEntries(
    [...declarations.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]),
  );
}

/** WCAG's contrast ratio of two colours of a palette. */
function contrast(palette: Record<string, string>, one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(palette[one]), luminance(palette[other])].sort(
    (a, b) => a - b,
  );
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(hex: string | undefined): number {
  const [red = NaN, green = NaN, blue = NaN] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex?.slice(at, at + 2) ?? '', 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
