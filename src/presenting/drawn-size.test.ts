import { expect, it } from 'vitest';
import { drawnSize } from './drawn-size.ts';

it.each([
  ['', 1920, 1440],
  ['cover', 1920, 1440],
  ['contain', 1440, 1080],
  ['auto', 400, 300],
  ['50%', 960, 720],
  ['200px', 200, 150],
  ['auto 540px', 720, 540],
  ['100% 100%', 1920, 1080],
  ['10rem', 1920, 1080],
])('a picture of 400 × 300 with the size "%s" is drawn as %i × %i', (size, width, height) => {
  const drawn = drawnSize(size, { width: 400, height: 300 }, { width: 1920, height: 1080 });
  expect(drawn).toEqual({ width, height });
});
