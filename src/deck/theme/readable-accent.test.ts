import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast } from '../../lib/colour.ts';
import { compileDeck } from '../compile-deck.ts';
import { grounds, lightAccents, ownAccent, SOFT_SHARE } from './palette.ts';
import { accentContrast, LEAST_CONTRAST, readableAccent } from './readable-accent.ts';

const hex = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

function compileAccent(...options: string[]) {
  const theme = options.map((option) => `  ${option}\n`).join('');
  const { deck, problems } = compileDeck('demo', [
    { file: 'deck.md', text: `---\ntheme:\n${theme}---\n\n# A deck` },
  ]);
  return { accent: deck?.theme?.accent, problems: problems.map(({ message }) => message) };
}

describe("[S50] a deck's accent", () => {
  it('that cannot be read on its paper is an error, which names the nearest that can', () => {
    expect(compileAccent("accent: '#ffd400'").problems).toEqual([
      '"accent" cannot be read on light slides: its contrast is 1.2, and must be 4.5; "#806a00" is the nearest that can',
    ]);
    expect(compileAccent("accent: '#806a00'").problems).toEqual([]);
    expect(compileAccent("accent: '#94102a'", "accent-dark: '#94102a'").problems).toEqual([
      '"accent-dark" cannot be read on dark slides: its contrast is 1.8, and must be 4.5; "#bf707f" is the nearest that can',
    ]);
  });

  it('is lighter on dark paper, where the deck does not say how', () => {
    const { accent, problems } = compileAccent("accent: '#94102a'");
    expect(problems).toEqual([]);
    expect(accent?.light).toBe('#94102a');
    expect(accentContrast(accent?.dark ?? '', 'dark')).toBeGreaterThanOrEqual(LEAST_CONTRAST);
  });

  it('can be read in both modes, also as the ground of a chapter, whatever it is', () => {
    fc.assert(
      fc.property(hex, (colour) => {
        for (const mode of ['light', 'dark'] as const) {
          const readable = readableAccent(colour, mode);
          expect(accentContrast(readable, mode)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
        }
        const fill = readableAccent(colour, 'light');
        expect(contrast(grounds.light.paper, fill)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
      }),
    );
  });
});

it('the palette of decks is that of the pages', () => {
  const css = readFileSync(new URL('../../ui/tokens.css', import.meta.url), 'utf8');
  const [light = '', dark = ''] = css.split('prefers-color-scheme: dark');
  const colour = (block: string, name: string) =>
    new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(block)?.[1];
  for (const [mode, block] of [
    ['light', light],
    ['dark', dark],
  ] as const) {
    expect(grounds[mode]).toEqual({
      paper: colour(block, 'paper'),
      raised: colour(block, 'paper-raised'),
    });
  }
  expect(ownAccent).toBe(colour(light, 'accent'));
  expect(lightAccents).toEqual(
    lightAccents.map((_, index) => colour(light, `series-${index + 1}`)),
  );
  expect(lightAccents).toHaveLength(8);
  expect(css).toContain(`color-mix(in srgb, var(--accent) ${100 * SOFT_SHARE}%, var(--paper))`);
});
