import { describe, expect, it } from 'vitest';
import { readActivity } from '../read-activity.ts';
import { activityType } from '../registry.ts';
import { openText } from './open-text.ts';
import type { OpenTextAnswer, OpenTextContent } from './content.ts';

const PAIN = { id: 'pain', question: 'What hurts most?' };
const OPTIONS = ['Data', 'Deployment', 'People'];

describe('reading an open text', () => {
  it('asks for 140 characters and nothing to tap, where nothing else is said', () => {
    expect(contentOf({})).toEqual({
      ...{ options: [], starters: null, remindIn: null, longest: 140 },
      lang: 'en',
    });
  });

  it('takes options to tap, a question to start from, days until a reminder and a length', () => {
    const options = { options: OPTIONS, starters: 'maturity', 'remind-in': 7, longest: 200 };
    expect(contentOf(options)).toEqual({
      options: OPTIONS,
      starters: 'maturity',
      remindIn: 7,
      longest: 200,
      lang: 'en',
    });
    expect(openText.startsFrom?.(contentOf(options))).toBe('maturity');
  });

  it('[S25] is the question that version 0.1 recorded, whatever the language of its deck', () => {
    const type = activityType('open-text');
    for (const lang of ['en', 'de']) {
      const { hash } = readActivity(type, PAIN, undefined, {
        lang,
        findPicture: () => null,
      }).activity;
      expect(hash).toBe('a5614717e59be64b');
    }
  });

  it('shows from the first answer on what was approved, and as it is approved', () => {
    const { settings } = read({}).activity;
    expect(settings).toMatchObject({ minAnswers: 1, results: 'live' });
  });

  it.each([
    ['one option', { options: ['Data'] }, '"options" needs 2 to 8 entries, and has 1'],
    ['an option twice', { options: ['Data', 'Data'] }, '"Data" appears twice in "options"'],
    [
      'no list',
      { options: 'Data' },
      '"options" must be a list of at least 2, as in [one, another]',
    ],
    ['no id to start from', { starters: null }, '"starters" must be a text'],
    ['a reminder today', { 'remind-in': 0 }, '"remind-in" must be a whole number from 1 to 365'],
    ['too short', { longest: 19 }, '"longest" must be a whole number from 20 to 500'],
    ['too long', { longest: 501 }, '"longest" must be a whole number from 20 to 500'],
    [
      'a slip',
      { starter: 'maturity' },
      '"starter" is not an option here; did you mean "starters"?',
    ],
  ])('says what is wrong: %s', (_, options, problem) => {
    expect(problemsOf(options)).toEqual([problem]);
  });
});

describe('an answer to an open text', () => {
  it.each([
    ['a tap', { choice: 1, text: null }],
    ['a text', { choice: null, text: 'Slow builds' }],
    ['both', { choice: 1, text: 'Slow builds' }],
  ])('may be %s', (_, given) => {
    expect(answer({ options: OPTIONS }, given)).toEqual(given);
  });

  it('may leave out what it does not hold', () => {
    expect(answer({ options: OPTIONS }, { choice: 1 })).toEqual({ choice: 1, text: null });
    expect(answer({}, { text: 'Slow builds' })).toEqual({ choice: null, text: 'Slow builds' });
  });

  it('is on one line, with single spaces', () => {
    const given = { choice: null, text: '  Slow\n\nbuilds\tevery   day ' };
    expect(answer({}, given)).toEqual({ choice: null, text: 'Slow builds every day' });
  });

  it('without a text that can be seen is the tap alone', () => {
    const given = { choice: 0, text: ' \u200B\n' };
    expect(answer({ options: OPTIONS }, given)).toEqual({ choice: 0, text: null });
  });

  it('that holds nothing is asked for something, by what there is to do', () => {
    const nothing = { choice: null, text: '  ' };
    expect(answer({ options: OPTIONS }, nothing)).toBe('Tap one, or write something.');
    expect(answer({}, nothing)).toBe('Write something.');
  });

  it('may be as long as its author says, measured without what is tidied away', () => {
    const text = 'x'.repeat(140);
    expect(answer({}, { text: `${text}  \n` })).toEqual({ choice: null, text });
    expect(answer({}, { text: `${text}x` })).toBe('Shorten it to 140 characters.');
    expect(answer({ longest: 20 }, { text: 'x'.repeat(21) })).toBe('Shorten it to 20 characters.');
  });

  it('names no option where there are none', () => {
    expect(answer({}, { choice: 0 })).toBe('The answer names a choice that this question lacks.');
  });
});

describe('the export of an open text', () => {
  it.each([
    ['a tap', tapped(1), { value: 2, choice: 'Deployment', text: '' }],
    ['a text', wrote('No tests'), { value: null, choice: 'Written', text: 'No tests' }],
    ['both', wrote('No tests', 2), { value: 3, choice: 'People', text: 'No tests' }],
  ])('has one line: %s', (_, given, line) => {
    expect(openText.report(contentOf({ options: OPTIONS }), given)).toEqual([
      { item: '', ...line },
    ]);
  });
});

function read(options: Record<string, unknown>) {
  return readActivity(activityType('open-text'), { ...PAIN, ...options });
}

function problemsOf(options: Record<string, unknown>): string[] {
  return read(options).problems.map(({ message }) => message);
}

function contentOf(options: Record<string, unknown>): OpenTextContent {
  // Sound: the type itself has just read it.
  return read(options).activity.content as OpenTextContent;
}

/** The answer as it is kept, or why it is refused. */
function answer(options: Record<string, unknown>, given: unknown): OpenTextAnswer | string {
  const result = openText.check(contentOf(options), given);
  return result.ok ? result.value : result.error;
}

function tapped(choice: number): OpenTextAnswer {
  return { choice, text: null };
}

function wrote(text: string, choice: number | null = null): OpenTextAnswer {
  return { choice, text };
}
