import { expect, it } from 'vitest';
import { addressOf, placeIn } from './moment-address.ts';

const moments = [0, 1_200, 61_000, 61_400, 900_000].map((at) => ({ at: 1_795_000_000_000 + at }));

it('[X37] names each moment by its seconds, and the first by nothing', () => {
  const all = [...moments.keys()].map((place) => addressOf(moments, place));
  expect(all).toEqual(['', '#t=2', '#t=61', '#t=62', '#t=900']);
});

it('[X37] finds the moment again, and the first where no moment is named', () => {
  for (const place of moments.keys())
    expect(placeIn(addressOf(moments, place), moments)).toBe(place);
  expect(placeIn('#t=60', moments)).toBe(1);
  expect(placeIn('#t=99999', moments)).toBe(4);
  for (const hash of ['', '#t=', '#t=-1', '#t=1e9', '#other'])
    expect(placeIn(hash, moments)).toBe(0);
});
