import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const PHYSICAL =
  /\b(?:margin|padding|border)-(?:left|right)\b|^\s*(?:left|right):|\b(?:text-align|float):\s*(?:left|right)\b/gm;

/** A drawing of a slide is placed by its own pixels, in any direction. */
const DRAWINGS = new Set(['src/presenting/slide-preview.css']);

it('[S40] Style sheets lay out by start and end, so that a page from right to left needs no others', () => {
  const found = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.css'))
    .map((file) => `src/${file}`)
    .filter((file) => !DRAWINGS.has(file))
    .flatMap((file) =>
      (readFileSync(file, 'utf8').match(PHYSICAL) ?? []).map((rule) => `${file}: ${rule}`),
    );
  expect(found).toEqual([]);
});
