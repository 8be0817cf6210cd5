import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WordCloudContent } from './content.ts';
import { draftOf, readDraft, withText } from './draft.ts';
import { wordCloud } from './word-cloud.ts';

const CONTENT: WordCloudContent = { words: 3, longest: 10, approve: 'each' };

describe('a draft of words', () => {
  it('begins with the answer that was given, in a field for each word that may be', () => {
    expect(draftOf(CONTENT, null)).toEqual(['', '', '']);
    expect(draftOf(CONTENT, { words: ['Trust', 'Time'] })).toEqual(['Trust', 'Time', '']);
    expect(withText(['a', 'b', ''], 2, 'c')).toEqual(['a', 'b', 'c']);
  });

  it('says which word is too long, and asks for one at least', () => {
    expect(readDraft(CONTENT, ['', ' ', ''])).toEqual({
      ...{ words: [], wrong: null },
      obstacle: 'Write something to send.',
    });
    expect(readDraft(CONTENT, ['a', 'x'.repeat(11), ''])).toMatchObject({
      ...{ wrong: 1, obstacle: 'Word 2 has 11 characters: shorten it to 10.' },
    });
  });

  it('is taken by the server as it reads, whatever is typed, unless it names an obstacle', () => {
    const typed = fc.oneof(
      fc.constantFrom('trust', ' Trust ', 'time'),
      fc.string({ unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(fc.array(typed, { minLength: 3, maxLength: 3 }), (draft) => {
        const { words, obstacle } = readDraft(CONTENT, draft);
        const checked = wordCloud.check(CONTENT, { words });
        expect(checked.ok).toBe(obstacle === null);
        expect(checked).toMatchObject(checked.ok ? { value: { words } } : {});
      }),
    );
  });
});
