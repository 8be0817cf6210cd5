import { describe, expect, it } from 'vitest';
import { readActivity } from '../read-activity.ts';
import { activityType } from '../registry.ts';
import { guess, type GuessContent } from './guess.ts';

const HOURS = {
  id: 'netflix-hours',
  question: 'What share of the hours streamed did recommendations influence?',
  unit: '%',
  from: 0,
  to: 100,
  answer: 80,
  within: [5, 10],
  source: 'Public: Gomez-Uribe & Hunt, 2015',
};

describe('reading a question to be guessed', () => {
  it('goes in steps of one, with nothing to explain, where nothing else is said', () => {
    expect(contentOf({})).toEqual({
      ...{ from: 0, to: 100, step: 1, unit: '%', answer: 80, within: [5, 10] },
      ...{ source: 'Public: Gomez-Uribe & Hunt, 2015', explain: '' },
    });
  });

  it('shows nothing before the presenter reveals it, for the first guesses would lead the others', () => {
    expect(read({}).activity.settings.results).toBe('revealed');
  });

  it('shows a single guess, which says nothing about its guesser', () => {
    expect(read({}).activity.settings.minAnswers).toBe(1);
  });

  it('may have an answer between two steps', () => {
    expect(problemsOf({ answer: 79.5 })).toEqual([]);
  });

  it('keeps no −0, which the log would lose', () => {
    expect(Object.is(contentOf({ from: -0 }).from, 0)).toBe(true);
  });

  it.each([
    ['no unit', { unit: undefined }, '"unit" is missing'],
    ['no source: every figure has one', { source: undefined }, '"source" is missing'],
    ['no answer', { answer: undefined }, '"answer" is missing'],
    ['no range', { from: undefined, to: undefined }, '"from" is missing'],
    ['no distances', { within: undefined }, '"within" must be a list of at least 1'],
    ['a range upside down', { from: 100, to: 0 }, '"to" must be greater than "from"'],
    ['a step of nothing', { step: 0 }, '"step" must be greater than 0'],
    ['a step too fine', { step: 1e-9 }, '"step" is too small for numbers this large'],
    ['an end beside the steps', { step: 30 }, '"to" must lie a whole number of steps'],
    ['an answer out of range', { answer: 101 }, '"answer" must lie between "from" and "to"'],
    [
      'an answer that is a text',
      { answer: 'many' },
      '"answer" must be a number, a billion at most',
    ],
    ['no number at all', { answer: Infinity }, '"answer" must be a number, a billion at most'],
    ['too many distances', { within: [1, 2, 3, 4] }, '"within" needs 1 to 3 entries, and has 4'],
    ['distances that fall', { within: [10, 5] }, '"within" must list distances above 0, rising'],
    ['a distance of nothing', { within: [0] }, '"within" must list distances above 0, rising'],
  ])('says what is wrong: %s', (_, options, problem) => {
    expect(problemsOf(options)[0]).toEqual(expect.stringContaining(problem));
  });

  it('says once what is wrong, and nothing that only follows from it', () => {
    expect(problemsOf({ to: 'all' })).toHaveLength(1);
    expect(problemsOf({ from: 200 })).toHaveLength(1);
  });
});

describe('the public content of a guess', () => {
  it('is the range and the unit, and nothing else', () => {
    expect(guess.publicContent(contentOf({}))).toEqual({ from: 0, to: 100, step: 1, unit: '%' });
  });

  it('[A12] does not change with the answer: with its hash one could try answers until one fits', () => {
    const other = read({ answer: 12, within: [1], source: 'Another', explain: 'Why' });
    expect(other.activity.hash).toBe(read({}).activity.hash);
  });

  it('[P4] holds no count of those who were near, before the answer is shown', () => {
    expect(show([80, 81, 20])).toMatchObject({ guesses: 3, within: [] });
  });
});

describe('the answer, once it is shown', () => {
  it('comes with its source and what is to be said about it', () => {
    expect(guess.correctAnswer(contentOf({ explain: 'Hours, not views.' }))).toEqual({
      answer: 80,
      source: 'Public: Gomez-Uribe & Hunt, 2015',
      explain: 'Hours, not views.',
    });
  });

  it('makes no guess right or wrong', () => {
    expect(guess.isCorrect(contentOf({}), { guess: 80 })).toBeNull();
  });

  it('counts who was how near, those at the very distance with them', () => {
    expect(show([80, 75, 85, 86, 70, 69], { answerRevealed: true })?.within).toEqual([
      { distance: 5, guesses: 3 },
      { distance: 10, guesses: 5 },
    ]);
  });

  it('counts no distance that binary arithmetic makes a little too large', () => {
    const content = contentOf({ to: 1, step: 0.1, answer: 0.3, within: [0.2] });
    expect(show([0.1, 0.5], { answerRevealed: true, content })?.within).toEqual([
      { distance: 0.2, guesses: 2 },
    ]);
  });

  it('[A3] says of too few guesses nothing at all, not even how near they were', () => {
    expect(show([80, 81, 82, 83], { answerRevealed: true, minAnswers: 5 })).toBeNull();
  });
});

describe('a guess', () => {
  it('is a number of the range, its ends with it, between two steps as well', () => {
    expect([0, 100, 72.5].map((value) => refusal(value))).toEqual([null, null, null]);
  });

  it('is refused out of range, with a sentence that says what fits', () => {
    expect(refusal(101)).toBe('Guess a number from 0 to 100%.');
    expect(refusal('72')).toBe('Guess a number from 0 to 100%.');
  });
});

describe('the spread of the guesses', () => {
  it('says the median and the middle half, never a mean', () => {
    expect(show([10, 20, 30, 90])?.spread).toEqual({
      count: 4,
      lowerQuartile: 17.5,
      median: 25,
      upperQuartile: 45,
    });
  });

  it('counts every guess in its bin', () => {
    const counts = show([70, 71, 80, 0])?.histogram.counts ?? [];
    expect([counts[0], counts[14], counts[16]]).toEqual([1, 2, 1]);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(4);
  });

  it('takes no more room on the wire, however many guess', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => index / 100);
    expect(JSON.stringify(show(many)).length).toBeLessThan(600);
  });
});

it('exports the number, and the number with its unit', () => {
  expect(guess.report(contentOf({}), { guess: 72.5 })).toEqual([
    { item: '', value: 72.5, choice: '72.5%', text: '' },
  ]);
  expect(guess.report(contentOf({ unit: 'million' }), { guess: 1 })[0]?.choice).toBe('1 million');
});

function read(options: Record<string, unknown>) {
  return readActivity(activityType('guess'), { ...HOURS, ...options });
}

function problemsOf(options: Record<string, unknown>): string[] {
  return read(options).problems.map(({ message }) => message);
}

function contentOf(options: Record<string, unknown>): GuessContent {
  // Sound: the guess itself has just read it.
  return read(options).activity.content as GuessContent;
}

function refusal(value: unknown): string | null {
  const result = guess.check(contentOf({}), { guess: value });
  return result.ok ? null : result.error;
}

function show(
  guesses: readonly number[],
  { answerRevealed = false, minAnswers = 1, content = contentOf({}) } = {},
) {
  const tally = guess.emptyTally(content);
  for (const value of guesses) guess.count(tally, { guess: value }, 1, 'ann');
  return guess.show(tally, content, { minAnswers, audience: 'room', answerRevealed, now: 0 });
}
