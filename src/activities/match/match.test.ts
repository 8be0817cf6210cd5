import { describe, expect, it } from 'vitest';
import type { ShowOptions } from '../contract.ts';
import { readActivity } from '../read-activity.ts';
import { activityType } from '../registry.ts';
import type { Choices, MatchContent } from './content.ts';
import { match } from './match.ts';
import { warningsOf } from './warnings.ts';

const HURTS = {
  ask: 'What hurts?',
  options: [
    { text: 'Shipping', points: { Netflix: 3 } },
    { text: 'Features', points: { Uber: 3 } },
    { text: 'Actions', points: { Uber: 1, AutoGPT: 3 }, warning: 'Ask somebody first' },
    { text: 'Nothing', points: {} },
  ],
};
const OWNS = {
  ask: 'What do you own?',
  options: [
    { text: 'Notebooks', points: { Netflix: 2, Uber: 1 } },
    { text: 'Events', points: { Uber: 2, AutoGPT: 0 } },
    { text: 'Both', points: { Netflix: 2, Uber: 2 } },
    { text: 'Little', points: {} },
  ],
};
const MATCHER = {
  id: 'matcher',
  question: 'Which case study matches you?',
  cases: [
    { name: 'Netflix' },
    { name: 'Uber', accent: 7 },
    { name: 'AutoGPT', note: 'Copy the loop' },
  ],
  questions: [HURTS, OWNS],
};

const NETFLIX = [0, 0];
const UBER = [1, 1];
const AUTOGPT = [2, 3];
const NETFLIX_OR_UBER = [3, 2];
const NOBODY = [3, 3];

describe('reading a match', () => {
  it('gives each case its points of each option, and none where none are written', () => {
    const [hurts] = contentOf({}).questions;
    expect(hurts?.options.map(({ points }) => points)).toEqual([
      [3, 0, 0],
      [0, 3, 0],
      [0, 1, 3],
      [0, 0, 0],
    ]);
  });

  it('takes the place of a case as its accent where none is written', () => {
    expect(contentOf({}).cases.map(({ accent }) => accent)).toEqual([1, 7, 3]);
  });

  it('hides its tally below five answers, for it says something about the attendees’ own work', () => {
    expect(read({}).activity.settings.minAnswers).toBe(5);
  });

  it.each([
    ['no cases', { cases: undefined }, '"cases" must be a list of at least 2'],
    [
      'a case without a name',
      { cases: [...MATCHER.cases, {}] },
      '"cases", entry 4, "name" must be a text',
    ],
    [
      'a case that is a bare name',
      { cases: [...MATCHER.cases, 'OpenAI'] },
      '"cases", entry 4 must be a mapping of name, accent, note',
    ],
    [
      'a case twice',
      { cases: [...MATCHER.cases, { name: 'Uber' }] },
      '"Uber" appears twice in "cases"',
    ],
    [
      'an accent that the theme lacks',
      { cases: [...MATCHER.cases, { name: 'OpenAI', accent: 9 }] },
      '"accent" must be a whole number from 1 to 8',
    ],
    ['no questions', { questions: [] }, '"questions" needs 1 to 12 entries, and has 0'],
    [
      'a question twice',
      { questions: [HURTS, HURTS] },
      '"What hurts?" appears twice in "questions"',
    ],
    [
      'a question without options',
      { questions: [HURTS, { ask: 'Why?' }] },
      '"questions", entry 2, "options" must be a list of at least 2',
    ],
    [
      'a question of one option',
      { questions: [HURTS, { ask: 'Why?', options: [{ text: 'So', points: {} }] }] },
      '"questions", entry 2, "options" needs 2 to 8 entries, and has 1',
    ],
    [
      'a slip in a question',
      { questions: [HURTS, { ...OWNS, asks: '' }] },
      '"asks" is not an option here; did you mean "ask"?',
    ],
    [
      'an option twice',
      withOption({ text: 'Notebooks' }),
      '"Notebooks" appears twice in "options"',
    ],
    [
      'an option without a text',
      withOption({ text: '' }),
      '"questions", entry 2, "options", entry 5, "text" must be a text',
    ],
    [
      'no points',
      withOption({ points: undefined }),
      '"points" must say how many points go to which case, as in {Netflix: 1}',
    ],
    [
      'points without a case',
      withOption({ points: 3 }),
      '"points" must say how many points go to which case, as in {Netflix: 1}',
    ],
    [
      'points of a misspelt case',
      withOption({ points: { Netflx: 3 } }),
      '"Netflx" is none of the cases; did you mean "Netflix"?',
    ],
    [
      'points of nobody known',
      withOption({ points: { Anthropic: 3 } }),
      '"Anthropic" is none of the cases; they are Netflix, Uber, AutoGPT',
    ],
    [
      'half a point',
      withOption({ points: { Uber: 0.5 } }),
      'The points of "Uber" must be a whole number from 0 to 10',
    ],
    [
      'too many points',
      withOption({ points: { Uber: 11 } }),
      'The points of "Uber" must be a whole number from 0 to 10',
    ],
    [
      'a case that nobody can match',
      { cases: [...MATCHER.cases, { name: 'OpenAI' }] },
      'No option gives points to "OpenAI", so nobody can match it: give it some, or leave it out',
    ],
  ])('says what is wrong: %s', (_, options, problem) => {
    const messages = read(options).problems.map(({ message }) => message);
    expect(messages).toEqual([problem]);
  });

  it.each([
    [withOption({ points: { Netflx: 3 } }), ['questions', 1, 'options', 4, 'points', 'Netflx']],
    [withOption({ warning: [] }), ['questions', 1, 'options', 4, 'warning']],
    [{ cases: [...MATCHER.cases, { name: 'OpenAI', note: 7 }] }, ['cases', 3]],
  ])('says where it is wrong: %#', (options, path) => {
    expect(read(options).problems).toMatchObject([{ path }]);
  });

  it('names what it asks with its weights, so that other weights make another question', () => {
    const other = withOption({ points: { Uber: 2 } });
    expect(read(other).activity.hash).not.toBe(read(withOption({})).activity.hash);
  });
});

describe('an answer to a match', () => {
  it('may leave questions open, but not all of them', () => {
    expect(refusal([0, null])).toBeNull();
    expect(refusal([null, null])).toBe('Answer at least one of the questions.');
  });

  it('holds one choice for each question, each an option of that question', () => {
    expect(refusal([0])).toBe('The answer must hold one choice for each question.');
    expect(refusal([0, 3])).toBeNull();
    expect(refusal([0, 4])).toBe('The answer names a choice that this question lacks.');
  });
});

describe('the tally of a match', () => {
  it('counts those who match one case, those between two at both, and those who match none', () => {
    expect(show([NETFLIX, UBER, UBER, AUTOGPT, NETFLIX_OR_UBER, NOBODY], 1)).toEqual({
      answers: 6,
      finished: 6,
      room: { clear: [1, 2, 1], between: [1, 1, 0], none: 1 },
    });
  });

  it('counts those who left questions open as answers, and for no case', () => {
    expect(show([NETFLIX, [1, null], [null, 2]], 1)).toEqual({
      answers: 3,
      finished: 1,
      room: { clear: [1, 0, 0], between: [0, 0, 0], none: 0 },
    });
  });

  it('[A3] hides the cases while too few have answered everything, even where enough have begun', () => {
    const begun = [
      [0, null],
      [0, null],
      [0, null],
      [0, null],
    ];
    expect(show([...begun, NETFLIX], 5)).toEqual({ answers: 5, finished: 1, room: null });
    expect(show(begun, 5)).toBeNull();
  });

  it('moves an attendee who changes their mind', () => {
    const tally = match.emptyTally(contentOf({}));
    match.count(tally, { choices: NETFLIX_OR_UBER }, 1, 'ann');
    match.count(tally, { choices: NETFLIX_OR_UBER }, -1, 'ann');
    match.count(tally, { choices: UBER }, 1, 'ann');
    expect(match.show(tally, contentOf({}), showOptions(1))?.room).toEqual({
      clear: [0, 1, 0],
      between: [0, 0, 0],
      none: 0,
    });
  });
});

describe('the export of a match', () => {
  const lines = (choices: Choices) =>
    match
      .report(contentOf({}), { choices })
      .map(({ item, value, choice }) => [item, value, choice] as const);

  it('gives a line to each answer, to each case’s share of its maximum, and to the result', () => {
    expect(lines([2, 0])).toEqual([
      ['What hurts?', 3, 'Actions'],
      ['What do you own?', 1, 'Notebooks'],
      ['Score: Netflix', 40, '40% of its maximum (2 of 5 points)'],
      ['Score: Uber', 40, '40% of its maximum (2 of 5 points)'],
      ['Score: AutoGPT', 100, '100% of its maximum (3 of 3 points)'],
      ['Result', null, 'AutoGPT'],
    ]);
  });

  it('names the two cases that a verdict is between, or says that none is clear', () => {
    expect(lines(NETFLIX_OR_UBER).at(-1)).toEqual(['Result', null, 'Between Netflix and Uber']);
    expect(lines(NOBODY).at(-1)).toEqual(['Result', null, 'No clear match']);
  });

  it('rounds a share to a tenth of a percent, and to a whole one in texts', () => {
    const content = contentOf({
      questions: [
        HURTS,
        { ...OWNS, options: [{ text: 'All', points: { Netflix: 4 } }, ...OWNS.options] },
      ],
    });
    expect(match.report(content, { choices: [0, 2] })[2]).toMatchObject({
      value: 42.9,
      choice: '43% of its maximum (3 of 7 points)',
    });
  });

  it('has neither shares nor a result before the last answer', () => {
    expect(lines([null, 1])).toEqual([['What do you own?', 2, 'Events']]);
  });
});

describe('the warnings of a match', () => {
  it('are those of what was chosen', () => {
    expect(warningsOf(contentOf({}), [2, 0])).toMatchObject([{ warning: 'Ask somebody first' }]);
    expect(warningsOf(contentOf({}), [0, null])).toEqual([]);
  });
});

function read(options: Record<string, unknown>) {
  return readActivity(activityType('match'), { ...MATCHER, ...options });
}

function contentOf(options: Record<string, unknown>): MatchContent {
  // Sound: the match itself has just read it.
  return read(options).activity.content as MatchContent;
}

/** The matcher with one more option of its last question. */
function withOption(option: Record<string, unknown>): Record<string, unknown> {
  const more = { text: 'More', points: {}, ...option };
  return { questions: [HURTS, { ...OWNS, options: [...OWNS.options, more] }] };
}

function refusal(choices: unknown[]): string | null {
  const result = match.check(contentOf({}), { choices });
  return result.ok ? null : result.error;
}

function show(votes: readonly Choices[], minAnswers: number) {
  const content = contentOf({});
  const tally = match.emptyTally(content);
  for (const choices of votes) match.count(tally, { choices }, 1, 'ann');
  return match.show(tally, content, showOptions(minAnswers));
}

function showOptions(minAnswers: number): ShowOptions {
  return { minAnswers, audience: 'room', answerRevealed: false, now: 0 };
}
