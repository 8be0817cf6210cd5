import { describe, expect, it } from 'vitest';
import { deviceStorage } from '../../client/device/storage.ts';
import { UnsavedTexts } from './unsaved-texts.ts';

const text = (typed: string) => ({ text: typed, base: 'a', baseHash: 'h' });
const MINUTE = 60_000;

describe('texts that are not saved', () => {
  it('are taken over from a page that was closed or fell silent, and from no other', () => {
    const storage = deviceStorage();
    const [one, other, next] = ['one', 'other', 'next'].map(
      (page) => new UnsavedTexts(storage, 'talk', page),
    );
    one?.keep({ 'a.md': text('closed') }, 0);
    other?.keep({ 'b.md': text('still typing') }, MINUTE);
    expect(next?.takeOver(MINUTE + 1000)).toEqual({ 'a.md': text('closed') });
    expect(next?.takeOver(MINUTE + 1000)).toEqual({});
    expect(next?.takeOver(2 * MINUTE)).toEqual({ 'b.md': text('still typing') });
  });

  it('are all offered, one after the other, where two pages left one file behind', () => {
    const storage = deviceStorage();
    for (const page of ['one', 'other']) {
      new UnsavedTexts(storage, 'talk', page).keep({ 'a.md': text(page) }, 0);
    }
    const next = new UnsavedTexts(storage, 'talk', 'next');
    const offered = [next.takeOver(MINUTE), next.takeOver(MINUTE)].map(
      (found) => found['a.md']?.text,
    );
    expect(new Set(offered)).toEqual(new Set(['one', 'other']));
  });

  it('are of one deck, and gone once they are saved', () => {
    const storage = deviceStorage();
    new UnsavedTexts(storage, 'talk', 'one').keep({ 'a.md': text('x') }, 0);
    expect(new UnsavedTexts(storage, 'other', 'next').takeOver(MINUTE)).toEqual({});
    new UnsavedTexts(storage, 'talk', 'one').keep({}, MINUTE);
    expect(new UnsavedTexts(storage, 'talk', 'next').takeOver(MINUTE)).toEqual({});
  });

  it('are none where the storage holds something else', () => {
    const storage = deviceStorage();
    for (const strange of ['{', '7', '{"one":{"at":0,"files":{"a.md":{"text":7}}}}']) {
      storage.write('plenary:deck:talk:unsaved', strange);
      expect(new UnsavedTexts(storage, 'talk', 'next').takeOver(MINUTE)).toEqual({});
    }
  });
});
