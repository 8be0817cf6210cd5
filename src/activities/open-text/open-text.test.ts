import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Audience } from '../contract.ts';
import { readActivity } from '../read-activity.ts';
import { activityType } from '../registry.ts';
import { groupOf, keyOf as keyOfText } from '../../moderation/groups.ts';
import { moderation } from '../../moderation/moderation.ts';
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

describe('words that read the same', () => {
  const group = (choice: number | null, text: string): string => groupOf(keyOf(choice, text));

  it.each([
    ['in capitals', 'SLOW BUILDS'],
    ['with a mark at the end', 'Slow builds.'],
    ['with several', 'slow builds …!?'],
    ['on a Turkish phone', 'SLOW BU\u0130LDS'],
  ])('are one: %s', (_, text) => {
    expect(group(null, text)).toBe(group(null, 'Slow builds'));
  });

  it.each([
    ['yes.', 'yes'],
    ['yes.\u200F', 'yes'],
    ['نعم؟', 'نعم'],
    ['हाँ।', 'हाँ'],
    ['はい。', 'はい'],
    ['don’t', "don't"],
    ['“so” what', '"so" what'],
  ])('are one in every script: %s, %s', (one, other) => {
    expect(group(null, one)).toBe(group(null, other));
  });

  it.each([
    ['other words', 'Slow build'],
    ['a sign that means something', 'Slow builds#'],
    ['a mark inside', 'Slow, builds'],
  ])('are not one: %s', (_, text) => {
    expect(group(null, text)).not.toBe(group(null, 'Slow builds'));
  });

  it('are two below two options, for each has to be read below its own option', () => {
    expect(new Set([group(null, 'no'), group(0, 'no'), group(1, 'no')]).size).toBe(3);
  });

  it('have a name where they are nothing but marks', () => {
    expect(group(null, '???')).not.toBe(group(null, '!!!'));
    expect(group(null, ':')).not.toBe(group(null, '::'));
  });
});

describe('the tally of an open text for the room', () => {
  it('[P7] holds nothing that was written before it is approved, only how much waits', () => {
    const shown = show([tapped(0), wrote('Slow builds'), wrote('slow builds'), wrote('People')]);
    expect(shown).toEqual({
      audience: 'room',
      answers: 4,
      counts: [1, 0, 0],
      waiting: 2,
      more: 0,
      words: [],
    });
  });

  it('holds what was approved, with all who wrote it, and not its key', () => {
    const texts = ['slow builds', 'Slow builds!', 'No tests'].map((text) => wrote(text));
    const shown = show(texts, { approved: [keyOf(null, 'slow builds')] });
    expect(shown).toMatchObject({ waiting: 1 });
    expect(shown?.words).toEqual([{ choice: null, text: 'slow builds', count: 2 }]);
  });

  it('[P7] holds it to the letter as it was read, however many spell it otherwise afterwards', () => {
    const asRead = wrote('We assess it');
    const otherwise = Array.from({ length: 9 }, () => wrote('We aSSess it!!!!!!'));
    const approved = [keyOf(null, 'We assess it')];
    expect(textsOf(show([asRead, ...otherwise], { approved }))).toEqual(['We assess it']);
    // Not even its writer, by another answer.
    expect(textsOf(show(otherwise, { approved }))).toEqual(['We assess it']);
  });

  it('is not changed by a second leave, and has the words until both are taken back', () => {
    const [first, second] = [keyOf(null, 'drift'), keyOf(null, 'Drift')];
    const texts = [wrote('drift'), wrote('Drift')];
    expect(textsOf(show(texts, { approved: [first, second] }))).toEqual(['drift']);
    expect(textsOf(show(texts, { approved: [second] }))).toEqual(['Drift']);
    expect(textsOf(show(texts))).toEqual([]);
  });

  it('goes by the alphabet whatever the option, so that none has all the places', () => {
    const texts = [wrote('b', 0), wrote('a', 2), wrote('a', 1)];
    const approved = texts.map(({ choice, text }) => keyOf(choice, text ?? ''));
    expect(show(texts, { approved })?.words.map(({ choice }) => choice)).toEqual([1, 2, 0]);
  });

  it('has its most frequent words first, then goes by the alphabet', () => {
    const texts = ['b', 'c', 'a', 'c'].map((text) => wrote(text));
    expect(textsOf(show(texts, { approved: [':a', ':b', ':c'] }))).toEqual(['c', 'a', 'b']);
  });

  it('has words with their option, and without that approved only where they were read', () => {
    const texts = [wrote('useless', 0), wrote('useless', 2)];
    const shown = show(texts, { approved: [keyOf(0, 'useless')] });
    expect(shown).toMatchObject({ counts: [1, 0, 1], waiting: 1 });
    expect(shown?.words).toEqual([{ choice: 0, text: 'useless', count: 1 }]);
  });

  it('is as approved as its words, when all attendees take them back and one writes them again', () => {
    const content = contentOf({ options: OPTIONS });
    const tally = openText.emptyTally(content);
    openText.count(tally, wrote('a'), 1, 'ann');
    openText.count(tally, wrote('a'), -1, 'ann');
    openText.count(tally, wrote('A!'), 1, 'ann');
    const showing = { minAnswers: 1, audience: 'room', answerRevealed: false, now: 0 } as const;
    moderation.apply(tally, { approve: ':a' });
    const shown = openText.show(tally, content, showing);
    expect(textsOf(shown)).toEqual(['a']);
  });

  it('is found without a look at what was not approved: a whole hall may have written', () => {
    const content = contentOf({ options: OPTIONS });
    class Unread extends Map<string, never> {
      override [Symbol.iterator](): never {
        throw new Error('goes through all that was written');
      }
    }
    const tally = { ...openText.emptyTally(content), groups: new Unread() };
    openText.count(tally, wrote('a'), 1, 'ann');
    openText.count(tally, wrote('b'), 1, 'ann');
    const showing = { minAnswers: 1, audience: 'room', answerRevealed: false, now: 0 } as const;
    moderation.apply(tally, { approve: ':a' });
    const shown = openText.show(tally, content, showing);
    expect(textsOf(shown)).toEqual(['a']);
  });

  it('lists sixty texts at most, and says how many more there are', () => {
    const answers = many(75);
    const shown = show(answers, { approved: answers.map(({ text }) => keyOf(null, text ?? '')) });
    expect(shown?.words).toHaveLength(60);
    expect(shown).toMatchObject({ more: 15, waiting: 0 });
  });
});

describe('the tally of an open text for the presenter', () => {
  it('lists all that was written, with its key and whether the room may read it', () => {
    const shown = show([wrote('Slow builds'), wrote('No tests', 1), wrote('no tests', 1)], {
      audience: 'presenter',
      approved: [keyOf(null, 'Slow builds')],
    });
    expect(shown?.words).toEqual([
      { key: ':Slow builds', choice: null, text: 'Slow builds', count: 1, approved: true },
      { key: '1:no tests', choice: 1, text: 'no tests', count: 2, approved: false },
    ]);
  });

  it('has the most frequent spelling of what waits, of several the quietest', () => {
    const spelt = (...texts: string[]): string[] | undefined =>
      textsOf(
        show(
          texts.map((text) => wrote(text)),
          { audience: 'presenter' },
        ),
      );
    expect(spelt('Drift', 'drift', 'Drift')).toEqual(['Drift']);
    expect(spelt('DRIFT', 'Drift?!', 'drift')).toEqual(['drift']);
  });

  it('becomes the room’s, letter for letter, by the keys in it', () => {
    const text = fc.oneof(
      fc.constantFrom('__proto__', 'constructor', 'a:b', '\u0130', 'Σίσυφος', 'ẞ', '?'),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
    );
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 20 }), (texts) => {
        const given = texts.map((one) => wrote(one.normalize('NFC'), one.length > 9 ? 1 : null));
        const words = show(given, { audience: 'presenter' })?.words ?? [];
        const approved = words.flatMap((one) =>
          'key' in one && typeof one.key === 'string' ? [one.key] : [],
        );
        expect(show(given, { approved })?.words).toEqual(
          words.map(({ choice, text: spelt, count }) => ({ choice, text: spelt, count })),
        );
      }),
    );
  });

  it('lists three hundred texts at most, among them all that the room reads', () => {
    const answers = many(350);
    const last = answers.slice(-20).map(({ text }) => keyOf(null, text ?? ''));
    const shown = show(answers, { audience: 'presenter', approved: last });
    expect(shown?.words).toHaveLength(300);
    expect(shown).toMatchObject({ more: 50, waiting: 330 });
    expect(shown?.words.filter((words) => 'approved' in words && words.approved)).toHaveLength(20);
  });

  it('is hidden below what its author says, with everything that was written', () => {
    expect(show([wrote('a'), wrote('b')], { audience: 'presenter', minAnswers: 3 })).toBeNull();
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

function many(texts: number): OpenTextAnswer[] {
  return Array.from({ length: texts }, (_, index) =>
    wrote(`text ${String(index).padStart(3, '0')}`),
  );
}

interface To {
  readonly audience?: Audience;
  readonly minAnswers?: number;
  readonly approved?: readonly string[];
}

function show(answers: readonly OpenTextAnswer[], to: To = {}) {
  const { audience = 'room', minAnswers = 1, approved = [] } = to;
  const content = contentOf({ options: OPTIONS });
  const tally = openText.emptyTally(content);
  for (const given of answers) openText.count(tally, given, 1, 'ann');
  for (const key of approved) moderation.apply(tally, { approve: key });
  const showing = { audience, minAnswers, answerRevealed: false, now: 0 };
  return openText.show(tally, content, showing);
}

function keyOf(choice: number | null, text: string): string {
  return keyOfText({ choice, text });
}

function textsOf(shown: ReturnType<typeof show>): string[] | undefined {
  return shown?.words.map(({ text }) => text);
}
