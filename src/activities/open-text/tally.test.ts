import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Audience } from '../contract.ts';
import { readActivity } from '../read-activity.ts';
import { activityType } from '../registry.ts';
import { keyOf as keyOfText } from '../../moderation/text-key.ts';
import { moderation } from '../../moderation/moderation.ts';
import { openText } from './open-text.ts';
import type { OpenTextAnswer, OpenTextContent } from './content.ts';

/** A question with three options to tap. */
const OPTIONS = ['Data', 'Deployment', 'People'];
const { activity } = readActivity(activityType('open-text'), {
  ...{ id: 'pain', question: 'What hurts most?', options: OPTIONS },
});
// Sound: the type itself has just read it.
const content = activity.content as OpenTextContent;

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
