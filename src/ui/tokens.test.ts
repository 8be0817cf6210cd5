import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { difference, colourVisions } from '../../test/fixtures/colours.ts';
import { contrast, mix } from '../lib/colour.ts';

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');
const light = colours(':root,\n.has-light-background');
const dark = { ...light, ...colours(":root:not([data-theme='light'])") };
const allSeries = Array.from({ length: 8 }, (_, index) => `series-${index + 1}`);

describe('the palette', () => {
  it('is the same in the dark, whether the device, the page or a slide asks for it', () => {
    const activity = colours(":root[data-theme='dark'],\n.has-dark-background");
    expect({ ...light, ...activity }).toEqual(dark);
    expect(dark).not.toEqual(light);
  });

  // WCAG 2.2: 1.4.3 for text, 1.4.11 for parts of controls and charts.
  describe.each([
    ['light', light],
    ['dark', dark],
  ])('%s', (_, palette) => {
    const colour = (name: string): string => palette[name] ?? '';

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
      expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(least);
    });

    it.each(allSeries)(
      '%s can be read as text, and as an accent with what follows from it',
      (name) => {
        const accent = colour(name);
        const soft = mix(accent, colour('paper'), softShare());
        const contrasts = {
          'on paper': contrast(accent, colour('paper')),
          'on raised paper': contrast(accent, colour('paper-raised')),
          'on its soft ground': contrast(accent, soft),
          'soft ink on its soft ground': contrast(colour('ink-soft'), soft),
          'paper on it': contrast(colour('paper'), accent),
        };
        const unreadable = Object.entries(contrasts).filter(([, ratio]) => !(ratio >= 4.5));
        expect(unreadable).toEqual([]);
      },
    );

    it('ink can be read on the darkest tint of a line, whatever the accent', () => {
      const contrasts = ['#000000', '#ffffff'].map((accent) =>
        contrast(colour('ink'), mix(accent, colour('paper'), tintShare())),
      );
      expect(Math.min(...contrasts)).toBeGreaterThanOrEqual(4.5);
    });

    it.each(Object.entries(colourVisions))(
      'has five hues that differ, to %s sight',
      (_sight, matrix) => {
        const five = allSeries.slice(0, 5).map(colour);
        const differences = five.flatMap((one, index) =>
          five.slice(index + 1).map((other) => difference(one, other, matrix)),
        );
        // Black and white differ by 1; two colours that touch can be told apart from 0.02.
        expect(Math.min(...differences)).toBeGreaterThanOrEqual(0.08);
      },
    );

    it('tells neighbouring chart colours apart by lightness as well', () => {
      const contrasts = allSeries
        .slice(1)
        .map((name, index) => contrast(colour(name), colour(allSeries[index] ?? '')));
      expect(Math.min(...contrasts)).toBeGreaterThanOrEqual(1.3);
    });
  });
});

it('the palette has an accent of each chart colour', () => {
  const accents = [...css.matchAll(/\.accent-(\d) \{\s*--accent: var\(--(series-\d)\);\s*\}/g)];
  expect(accents.map(([, number, series]) => `${number} ${series}`)).toEqual(
    allSeries.map((name, index) => `${index + 1} ${name}`),
  );
});

it('tokens.css stays small enough for a phone', () => {
  expect(css.length).toBeLessThanOrEqual(5_000);
});

/** The colours in the block of a selector. */
function colours(selector: string): Record<string, string> {
  const start = css.indexOf(`${selector} {`);
  const block = start === -1 ? '' : css.slice(start, css.indexOf('}', start));
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]),
  );
}

/** The share of an accent in the tint of the line that most attendees tapped. */
function tintShare(): number {
  const sheet = new URL('../activities/highlight/highlight.stage.css', import.meta.url);
  const written = /var\(--highlight-heat\) \* (\d+)%/.exec(readFileSync(sheet, 'utf8'));
  return Number(written?.[1]) / 100;
}

/** The share of an accent in its soft background. */
function softShare(): number {
  return Number(/--accent-soft: color-mix\(in srgb, var\(--accent\) (\d+)%/.exec(css)?.[1]) / 100;
}
