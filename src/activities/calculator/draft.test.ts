import { describe, expect, it } from 'vitest';
import { draftOf, readDraft, stepped, withText } from './draft.ts';

const COST = { label: 'Cost', unit: '€', from: 0, to: 500, start: 80, step: 5 };
const SHARE = { label: 'Share', unit: '', from: 0, to: 1, start: 0.3, step: 0.1 };
const CONTENT = { inputs: [COST, SHARE], factor: 1, unit: '€' };

describe('the draft of a calculation', () => {
  it('begins with the start values, or with the given answer', () => {
    expect(draftOf(CONTENT, null, 'en')).toEqual(['80', '0.3']);
    expect(draftOf(CONTENT, { values: [90, 0] }, 'en')).toEqual(['90', '0']);
  });

  it('[V10] reads back what it holds, in any language', () => {
    const values = [123.456, 0.125];
    for (const lang of ['en', 'de', 'fr', 'ar', 'fa', 'hi', 'de-CH']) {
      expect(readDraft(CONTENT, draftOf(CONTENT, { values }, lang), lang)).toEqual({ values });
    }
  });

  it('changes one number and leaves the others', () => {
    expect(withText(['80', '0.3'], 1, '0.')).toEqual(['80', '0.']);
  });

  it('is what can be sent, once every number fits', () => {
    expect(readDraft(CONTENT, ['82,5 €', '1'], 'en')).toEqual({ values: [82.5, 1] });
  });

  it('says which number does not fit, and what does', () => {
    expect(readDraft(CONTENT, ['501', '0.3'], 'en')).toEqual({
      obstacle: 'Cost: enter a number from 0 to 500 €.',
      place: 0,
    });
    expect(readDraft(CONTENT, ['', '0.3'], 'en')).toMatchObject({
      obstacle: 'Cost: enter a number from 0 to 500 €.',
    });
    expect(readDraft(CONTENT, ['80', '2'], 'en')).toEqual({
      obstacle: 'Share: enter a number from 0 to 1.',
      place: 1,
    });
  });

  it('[V10] says in one sentence why a text is no number', () => {
    expect(readDraft(CONTENT, ['eighty', '0.3'], 'en')).toEqual({
      obstacle: 'Cost: type a number in digits, in €.',
      place: 0,
    });
  });
});

describe('a step', () => {
  it('goes up and down, and no further than the range', () => {
    expect(stepped(COST, 80, 1)).toBe(85);
    expect(stepped(COST, 498, 1)).toBe(500);
    expect(stepped(COST, 0, -1)).toBe(0);
  });

  it('adds up without what binary arithmetic adds', () => {
    expect(stepped(SHARE, 0.2, 1)).toBe(0.3);
  });

  it('comes back into the range, and to the start where there is no number', () => {
    expect(stepped(COST, 900, -1)).toBe(500);
    expect(stepped(COST, null, 1)).toBe(80);
  });
});
