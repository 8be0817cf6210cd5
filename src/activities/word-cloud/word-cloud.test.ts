import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Audience } from '../contract.ts';
import { readActivity } from '../read-activity.ts';
import { activityType } from '../registry.ts';
import type { WordCloudAnswer, WordCloudContent } from './content.ts';
import { wordCloud } from './word-cloud.ts';

const NEEDS = { id: 'needs', question: 'What do you need?' };

describe('a word cloud in a deck', () => {
  it('asks for three short texts, each of which is approved, unless its author says otherwise', () => {
    expect(read({})).toMatchObject({
      problems: [],
      activity: {
        settings: { minAnswers: 1, results: 'live' },
        content: { words: 3, longest: 30, approve: 'each', lang: 'en' },
      },
    });
    const options = { words: 1, longest: 12, approve: 'never' };
    expect(read(options)).toMatchObject({ problems: [], activity: { content: options } });
  });

  it.each([
    ['no word', { words: 0 }, '"words" must be a whole number from 1 to 3'],
    ['four words', { words: 4 }, '"words" must be a whole number from 1 to 3'],
    ['long texts', { longest: 61 }, '"longest" must be a whole number from 5 to 60'],
    ['another word', { approve: 'always' }, '"approve" must be each or never, not "always"'],
    ['a slip', { word: 2 }, '"word" is not an option here; did you mean "words"?'],
  ])('says what is wrong: %s', (_, options, problem) => {
    expect(read(options).problems.map(({ message }) => message)).toEqual([problem]);
  });

  it('is the same question in another language, so that no answer is lost to that', () => {
    const type = activityType('word-cloud');
    const [english, german] = ['en', 'de'].map(
      (lang) => readActivity(type, NEEDS, undefined, inLanguage(lang)).activity,
    );
    expect(german?.content).toMatchObject({ lang: 'de' });
    expect(german?.hash).toBe(english?.hash);
  });
});

describe('an answer to a word cloud', () => {
  it('[V35] has each word once, as it was spelt first', () => {
    expect(answer({}, { words: ['Trust', ' trust! ', 'TIME'] })).toEqual({
      words: ['Trust', 'TIME'],
    });
  });

  it.each([
    ['more than its question asks for', { words: 2 }, ['a', 'b', 'c'], /^Give up to 2 words/],
    ['two where one is asked for', { words: 1 }, ['a', 'b'], /^Give one word/],
    ['a long one', {}, ['x'.repeat(31)], /^Shorten it to 30 characters\.$/],
    ['nothing', {}, [' '], /^Write a word\.$/],
  ])('is refused with a sentence: %s', (_, options, words, sentence) => {
    expect(answer(options, { words })).toMatch(sentence);
  });
});

describe('the tally of a word cloud', () => {
  const word = fc.constantFrom('trust', 'Trust', 'TRUST!', 'time', 'Time', 'shit', 'less');
  const answers = fc.array(
    fc
      .array(word, { minLength: 1, maxLength: 3 })
      .map((words) => answer({}, { words }) as WordCloudAnswer),
  );

  it('[V35] counts attendees for each word, as plain counting does', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const naive = new Map<string, number>();
        for (const { words } of given) {
          for (const one of new Set(words.map((text) => text.toLowerCase().replace('!', '')))) {
            naive.set(one, (naive.get(one) ?? 0) + 1);
          }
        }
        const words = show(given, { audience: 'presenter' })?.words ?? [];
        const counted = words.map(({ text, count }): [string, number] => [
          text.toLowerCase().replace('!', ''),
          count,
        ]);
        expect(new Map(counted)).toEqual(naive);
        expect(counted).toHaveLength(naive.size);
      }),
    );
  });

  it('[P7] has no word before it is approved, unless its author lets words through', () => {
    const given = [{ words: ['trust', 'time'] }, { words: ['Time'] }];
    expect(show(given)).toEqual({ audience: 'room', answers: 2, waiting: 2, more: 0, words: [] });
    expect(show(given, { options: { approve: 'never' } })?.words).toEqual([
      { text: 'time', count: 2 },
      { text: 'trust', count: 1 },
    ]);
  });

  it('[V34] is silent about words that are held back, in the language of its deck as well', () => {
    const given = [{ words: ['trust', 'Arschloch', 'shit'] }];
    const to = { options: { approve: 'never' }, lang: 'de' };
    expect(show(given, to)).toEqual({
      ...{ audience: 'room', answers: 1, waiting: 0, more: 0 },
      words: [{ text: 'trust', count: 1 }],
    });
    expect(show(given, { ...to, audience: 'presenter' })).toMatchObject({ waiting: 2 });
  });

  it('has sixty words at most for the room, and says how many more there are', () => {
    const given = Array.from({ length: 70 }, (_, index) => ({ words: [`word ${index}`] }));
    const shown = show(given, { options: { approve: 'never' } });
    expect(shown?.words).toHaveLength(60);
    expect(shown).toMatchObject({ more: 10 });
  });
});

describe('the export of a word cloud', () => {
  it('[X1] has a row for each text', () => {
    expect(wordCloud.report(contentOf({}), { words: ['Trust', 'Time'] })).toEqual([
      { item: 'Word 1', value: null, choice: 'Written', text: 'Trust' },
      { item: 'Word 2', value: null, choice: 'Written', text: 'Time' },
    ]);
  });
});

function inLanguage(lang: string) {
  return { lang, findPicture: () => null };
}

function read(options: Record<string, unknown>, lang = 'en') {
  return readActivity(
    activityType('word-cloud'),
    { ...NEEDS, ...options },
    undefined,
    inLanguage(lang),
  );
}

function contentOf(options: Record<string, unknown>, lang = 'en'): WordCloudContent {
  // Sound: the type itself has just read it.
  return read(options, lang).activity.content as WordCloudContent;
}

/** The answer as it is kept, or why it is refused. */
function answer(options: Record<string, unknown>, given: unknown): WordCloudAnswer | string {
  const result = wordCloud.check(contentOf(options), given);
  return result.ok ? result.value : result.error;
}

interface To {
  readonly audience?: Audience;
  readonly options?: Record<string, unknown>;
  readonly lang?: string;
}

function show(answers: readonly WordCloudAnswer[], to: To = {}) {
  const { audience = 'room', options = {}, lang = 'en' } = to;
  const content = contentOf(options, lang);
  const tally = wordCloud.emptyTally(content);
  for (const given of answers) wordCloud.count(tally, given, 1, 'ann');
  return wordCloud.show(tally, content, {
    ...{ audience, minAnswers: 1, answerRevealed: false, now: 0 },
  });
}
