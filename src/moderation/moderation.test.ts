import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countText } from './groups.ts';
import { moderation, type Moderation, type ModerationWanted } from './moderation.ts';
import { presenterTexts, roomTexts } from './shown.ts';
import { noTexts, type WrittenTexts } from './texts.ts';

const SLOW = ':Slow builds';
const NO_TESTS = ':No tests';

describe('a text that waits', () => {
  it('[V32] leaves the list and every count once it is put away, and keeps no later spelling on it', () => {
    const texts = written('Slow builds', 'No tests');
    const before = roomTexts(written('No tests'));
    give(texts, { 'put-away': SLOW });
    expect(roomTexts(texts)).toEqual(before);
    countText(texts.groups, { choice: null, text: 'SLOW BUILDS!' }, 1);
    expect(roomTexts(texts)).toEqual(before);
    expect(presenterTexts(texts)).toMatchObject({
      waiting: 1,
      words: [{ text: 'No tests' }],
      putAway: [{ text: 'Slow builds', count: 2 }],
    });
  });

  it('[V32] leaves the stage where texts come through by themselves, until it is put back', () => {
    const texts = { ...written('Slow builds', 'No tests'), letsThrough: true };
    give(texts, { 'put-away': SLOW });
    expect(roomTexts(texts)).toMatchObject({ more: 0, words: [{ text: 'No tests' }] });
    expect(roomTexts(texts).words).toHaveLength(1);
    give(texts, { 'put-back': SLOW });
    expect(roomTexts(texts).words).toHaveLength(2);
  });

  it('[V32] waits again once it is put back', () => {
    const texts = written('Slow builds');
    give(texts, { 'put-away': SLOW });
    give(texts, { 'put-back': SLOW });
    expect(presenterTexts(texts)).toEqual(presenterTexts(written('Slow builds')));
  });

  it('[V32] may be approved although it was put away, and is put away again without its approval', () => {
    const texts = written('Slow builds');
    give(texts, { 'put-away': SLOW });
    give(texts, { approve: SLOW });
    expect(roomTexts(texts)).toMatchObject({ waiting: 0, words: [{ text: 'Slow builds' }] });
    give(texts, { reject: SLOW });
    expect(roomTexts(texts)).toMatchObject({ waiting: 0, words: [] });
  });

  it('is not put away by the verb that takes an approval back, sent once or twice', () => {
    const texts = written('Slow builds');
    give(texts, { approve: SLOW });
    give(texts, { reject: SLOW });
    expect(moderation.check(texts, { reject: SLOW })).toEqual({ ok: true, value: null });
    expect(roomTexts(texts)).toMatchObject({ waiting: 1, words: [] });
  });

  it('is approved before it can be put away', () => {
    const texts = written('Slow builds', 'SLOW BUILDS');
    give(texts, { approve: SLOW });
    expect(moderation.check(texts, { 'put-away': ':SLOW BUILDS' })).toEqual({
      ok: true,
      value: null,
    });
  });
});

describe('two texts that were merged', () => {
  it('[V33] are one, under the text that was picked, with all who wrote either', () => {
    const texts = written('Slow builds', 'Builds are slow', 'Builds are slow', 'No tests');
    give(texts, { approve: SLOW });
    give(texts, { merge: ':Builds are slow', into: SLOW });
    expect(roomTexts(texts)).toMatchObject({
      waiting: 1,
      words: [{ text: 'Slow builds', count: 3 }],
    });
    expect(presenterTexts(texts).words[0]).toMatchObject({
      joined: [{ key: ':Builds are slow', count: 2 }],
    });
  });

  it('[V33] lose the attendee who writes something else, and keep one who writes either again', () => {
    const texts = written('Slow builds', 'Builds are slow');
    give(texts, { approve: SLOW });
    give(texts, { merge: ':Builds are slow', into: SLOW });
    countText(texts.groups, { choice: null, text: 'Builds are slow' }, -1);
    countText(texts.groups, { choice: null, text: 'Nothing' }, 1);
    expect(roomTexts(texts)).toMatchObject({ waiting: 1, words: [{ count: 1 }] });
    countText(texts.groups, { choice: null, text: 'Slow builds' }, -1);
    countText(texts.groups, { choice: null, text: 'builds are slow.' }, 1);
    expect(roomTexts(texts).words).toEqual([{ choice: null, text: 'Slow builds', count: 1 }]);
  });

  it('[V33] never show the room the text that was not picked, whatever was approved', () => {
    const texts = written('Slow builds', 'Builds are slow');
    give(texts, { approve: ':Builds are slow' });
    give(texts, { merge: ':Builds are slow', into: SLOW });
    expect(roomTexts(texts)).toMatchObject({ waiting: 1, words: [] });
    give(texts, { unmerge: ':Builds are slow' });
    expect(roomTexts(texts)).toMatchObject({ words: [{ text: 'Builds are slow', count: 1 }] });
  });

  it('go on under a third, and are taken out of it one by one', () => {
    const texts = written('a', 'b', 'c');
    give(texts, { merge: ':a', into: ':b' });
    give(texts, { merge: ':b', into: ':c' });
    expect(presenterTexts(texts).words).toMatchObject([{ text: 'c', count: 3 }]);
    give(texts, { unmerge: ':b' });
    expect(presenterTexts(texts).words).toMatchObject([
      { text: 'b', count: 2 },
      { text: 'c', count: 1 },
    ]);
  });

  it.each([
    ['itself', { merge: ':a', into: ':A!' }],
    ['a text below another option', { merge: ':a', into: '1:b' }],
    ['a text that is merged into it', { merge: ':c', into: ':a' }],
  ])('are not made one with %s', (_, control) => {
    const texts = written('a', 'b', 'c');
    give(texts, { merge: ':a', into: ':c' });
    expect(moderation.check(texts, control)).toMatchObject({ ok: false });
  });

  it('make no circle, even by facts from elsewhere', () => {
    const texts = written('a', 'b');
    moderation.apply(texts, { merge: ':a', into: ':b' });
    moderation.apply(texts, { merge: ':b', into: ':a' });
    expect(presenterTexts(texts).words).toMatchObject([{ text: 'b', count: 2 }]);
  });
});

describe('the spotlight', () => {
  it('[V36] is on one text that the room reads, and ends with a press', () => {
    const texts = written('Slow builds', 'No tests');
    expect(moderation.check(texts, { spotlight: SLOW })).toMatchObject({ ok: false });
    give(texts, { approve: SLOW });
    give(texts, { approve: NO_TESTS });
    give(texts, { spotlight: SLOW });
    give(texts, { spotlight: NO_TESTS });
    expect(roomTexts(texts).spotlight).toMatchObject({ text: 'No tests' });
    expect(presenterTexts(texts).words.filter(({ spotlit }) => spotlit)).toHaveLength(1);
    give(texts, { spotlight: null });
    expect(roomTexts(texts).spotlight).toBeUndefined();
  });

  it.each<[string, ModerationWanted]>([
    ['its approval is taken back', { reject: SLOW }],
    ['it is merged into another', { merge: SLOW, into: NO_TESTS }],
  ])('[V36] ends when %s, and does not come back when it is approved again', (_, control) => {
    const texts = written('Slow builds', 'No tests');
    give(texts, { approve: SLOW });
    give(texts, { spotlight: SLOW });
    give(texts, control);
    expect(roomTexts(texts).spotlight).toBeUndefined();
    give(texts, { unmerge: SLOW });
    give(texts, { approve: SLOW });
    expect(roomTexts(texts).spotlight).toBeUndefined();
  });

  it('[V36] ends when a text that came through by itself is put away', () => {
    const texts = written('Slow builds');
    const open = { ...texts, letsThrough: true };
    give(open, { spotlight: SLOW });
    give(open, { 'put-away': SLOW });
    give(open, { 'put-back': SLOW });
    expect(roomTexts(open).spotlight).toBeUndefined();
  });
});

describe('a text on the list of rude words', () => {
  it('[V34] waits, marked, and is never among those that are approved together', () => {
    const texts = written('Shit happens', 'No tests');
    const shown = presenterTexts(texts);
    expect(shown.words.filter(({ held }) => held).map(({ text }) => text)).toEqual([
      'Shit happens',
    ]);
    expect(moderation.due({ audience: 'presenter', ...shown })).toEqual([{ approve: NO_TESTS }]);
  });

  it('[V34] waits even where texts come through by themselves, and the room does not hear of it', () => {
    const texts = { ...written('Shit happens', 'No tests'), letsThrough: true };
    expect(roomTexts(texts)).toEqual({
      ...{ waiting: 0, more: 0 },
      words: [{ choice: null, text: 'No tests', count: 1 }],
    });
    expect(presenterTexts(texts)).toMatchObject({ waiting: 1 });
    give(texts, { approve: ':Shit happens' });
    expect(roomTexts(texts).words).toHaveLength(2);
  });

  it('[V34] does not come through as the text under which others go on, once nobody writes it', () => {
    const texts = { ...written('Shit happens', 'No tests'), letsThrough: true };
    give(texts, { merge: NO_TESTS, into: ':Shit happens' });
    countText(texts.groups, { choice: null, text: 'Shit happens' }, -1);
    expect(roomTexts(texts).words).toEqual([]);
  });
});

describe('every verb', () => {
  const key = fc.constantFrom(':a', ':A', ':b', ':c', ':shit', '0:a');
  const wanted = fc.oneof(
    fc
      .tuple(fc.constantFrom('approve', 'reject', 'put-away', 'put-back', 'unmerge'), key)
      .map(([verb, one]) => ({ [verb]: one })),
    fc.record({ merge: key, into: key }),
    fc.record({ spotlight: fc.option(key) }),
  );
  const text = fc.constantFrom('a', 'A', 'b', 'c', 'shit');
  const both = fc.record({ texts: fc.array(text), letsThrough: fc.boolean() });

  it('[S48] is taken back by its inverse, and given twice does no more than once', () => {
    fc.assert(
      fc.property(both, fc.array(wanted), ({ texts: given, letsThrough }, controls) => {
        const texts = { ...written(...given), letsThrough };
        for (const control of controls) {
          const before = everything(texts);
          const checked = give(texts, control);
          if (checked === null) continue;
          const after = everything(texts);
          expect(moderation.check(texts, control)).toEqual({ ok: true, value: null });
          const inverse = moderation.inverse(checked);
          expect(moderation.inverse(inverse)).toEqual(checked);
          moderation.apply(texts, inverse);
          expect(everything(texts)).toEqual(before);
          moderation.apply(texts, checked);
          expect(everything(texts)).toEqual(after);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('loses no attendee: each text is through, waits, was put away or counts under another', () => {
    fc.assert(
      fc.property(both, fc.array(wanted), ({ texts: given, letsThrough }, controls) => {
        const texts = { ...written(...given), letsThrough };
        for (const control of controls) give(texts, control);
        const { words, putAway = [], waiting } = presenterTexts(texts);
        const listed = [...words, ...putAway];
        expect(listed.reduce((sum, { count }) => sum + count, 0)).toBe(given.length);
        expect(words.filter(({ approved }) => !approved)).toHaveLength(waiting);
        const room = roomTexts(texts);
        expect(room.waiting).toBe(letsThrough ? 0 : waiting);
        expect(room.words).toEqual(
          words
            .filter(({ approved }) => approved)
            .map(({ choice, text: spelt, count }) => ({ choice, text: spelt, count })),
        );
      }),
    );
  });
});

function written(...texts: string[]): WrittenTexts {
  const made = noTexts({ letsThrough: false, lang: 'en' });
  for (const text of texts) countText(made.groups, { choice: null, text }, 1);
  return made;
}

/** Gives a control, as a session does: null where it is refused or changes nothing. */
function give(texts: WrittenTexts, control: ModerationWanted): Moderation | null {
  const checked = moderation.check(texts, control);
  if (!checked.ok || checked.value === null) return null;
  moderation.apply(texts, checked.value);
  return checked.value;
}

function everything(texts: WrittenTexts): unknown {
  return [roomTexts(texts), presenterTexts(texts)];
}
