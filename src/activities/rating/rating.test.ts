import { describe, expect, it } from 'vitest';
import { readActivity } from '../read-activity.ts';
import { activityType } from '../registry.ts';
import { rating } from './rating.ts';
import type { Rating, RatingContent } from './content.ts';

const MATURITY = {
  id: 'maturity',
  question: 'Where are you today?',
  scale: { 1: 'Ad hoc', 5: 'Proven' },
  rows: ['Data', 'People', 'Deployment'],
};
const FIVE_WORDS = ['none', 'little', 'some', 'much', 'all'];
const FIVE_STEPS = ['begin', 'write it down', 'share it', 'test it', 'drill it'];

describe('reading a rating', () => {
  it('goes from 1 to 5 and lets an attendee pass, where nothing else is said', () => {
    expect(contentOf({ scale: undefined })).toMatchObject({
      from: 1,
      levels: ['Lowest', '', '', '', 'Highest'],
      cannotSay: true,
    });
  });

  it('hides its tally below five answers, for it says something about the attendees’ own work', () => {
    expect(read({}).activity.settings.minAnswers).toBe(5);
  });

  it('takes the lowest and the highest key of its scale as its ends, below 0 as well', () => {
    expect(contentOf({ scale: { 2: 'Always', 0: 'Never' } })).toMatchObject({
      from: 0,
      levels: ['Never', '', 'Always'],
    });
    expect(contentOf({ scale: { '-1': 'Worse', 0: 'Same', 1: 'Better' } })).toMatchObject({
      from: -1,
      levels: ['Worse', 'Same', 'Better'],
    });
  });

  it('lets a level go without a name', () => {
    expect(contentOf({ scale: { 1: null, 3: 'Much' } }).levels).toEqual(['', '', 'Much']);
  });

  it('is one row where no rows are given, with what the levels mean', () => {
    expect(contentOf({ rows: undefined, descriptors: FIVE_WORDS }).rows).toEqual([
      { label: '', ask: '', descriptors: FIVE_WORDS, steps: [], see: '' },
    ]);
  });

  it('gives each row its own question, meanings, next steps and case to look at', () => {
    const texts = { descriptors: FIVE_WORDS, steps: FIVE_STEPS, see: 'Netflix' };
    const row = { label: 'Data', ask: 'Is it kept?', ...texts };
    expect(contentOf({ rows: [row, 'People'] }).rows).toEqual([
      row,
      { label: 'People', ask: '', descriptors: [], steps: [], see: '' },
    ]);
  });

  it.each([
    ['a scale of words', { scale: 'high to low' }, /"scale" must name at least its two ends/],
    ['a scale of one level', { scale: { 3: 'Only' } }, /"scale" must name at least its two ends/],
    ['a scale of letters', { scale: { a: 'x', b: 'y' } }, /"scale" must name at least its two/],
    ['a scale of halves', { scale: { 1: 'x', 2.5: 'y' } }, /"scale" must name at least its two/],
    ['a scale too long', { scale: { 0: 'x', 11: 'y' } }, /"scale" has 12 levels; the most is 11/],
    ['a level that is no text', { scale: { 1: 'x', 3: ['y'] } }, /"scale", "3" must be a text/],
    ['no row', { rows: [] }, /"rows" needs 1 to 12 entries, and has 0/],
    ['a row twice', { rows: ['Data', 'Data'] }, /"Data" appears twice in "rows"/],
    [
      'a row without a label',
      { rows: [{ ask: 'Why?' }] },
      /"rows", entry 1, "label" must be a text/,
    ],
    ['a slip in a row', { rows: [{ label: 'Data', asks: 'Why?' }] }, /did you mean "ask"\?/],
    [
      'fewer meanings than levels',
      { rows: [{ label: 'Data', descriptors: ['none', 'all'] }] },
      /"descriptors" must list 5 texts, one for each level of the scale/,
    ],
    [
      'more meanings than levels',
      { rows: undefined, descriptors: [...FIVE_WORDS, 'more'] },
      /"descriptors" must list 5 texts/,
    ],
    [
      'fewer next steps than levels',
      { rows: [{ label: 'Data', steps: ['begin'] }] },
      /"steps" must list 5 texts, one for each level of the scale/,
    ],
    [
      'a next step that is no text',
      { rows: [{ label: 'Data', steps: [...FIVE_STEPS.slice(1), ''] }] },
      /"rows", entry 1, "steps", entry 5 must be a text/,
    ],
    [
      'no case to look at',
      { rows: [{ label: 'Data', see: '' }] },
      /"rows", entry 1, "see" must be a text/,
    ],
    ['next steps of no row', { steps: FIVE_STEPS }, /"steps" is not an option here/],
    ['meanings beside rows', { descriptors: FIVE_WORDS }, /belongs to each row/],
    ['no yes or no', { 'cannot-say': 'maybe' }, /"cannot-say" must be true or false/],
  ])('says what is wrong: %s', (_, options, problem) => {
    expect(problemsOf(options)).toEqual([expect.stringMatching(problem)]);
  });

  it('says where it is wrong', () => {
    const rows = ['Data', { label: 'People', descriptors: 'none' }];
    expect(read({ rows }).problems).toMatchObject([{ path: ['rows', 1, 'descriptors'] }]);
  });
});

describe('an answer to a rating', () => {
  it('may leave rows open, but not all of them', () => {
    expect(refusal({}, [null, 3, null])).toBeNull();
    expect(refusal({}, [null, null, null])).toBe('Rate at least one row.');
  });

  it('stays within the scale, wherever that starts', () => {
    expect(refusal({}, [1, 5, 3])).toBeNull();
    expect(refusal({}, [0, 5, 3])).toBe('A rating lies outside the scale.');
    expect(refusal({}, [1, 6, 3])).toBe('A rating lies outside the scale.');
    expect(refusal({ scale: { 0: 'x', 10: 'y' } }, [0, 10, 5])).toBeNull();
  });

  it('may pass on a row only where that is offered', () => {
    expect(refusal({}, ['cannot-say', 1, 1])).toBeNull();
    expect(refusal({ 'cannot-say': false }, ['cannot-say', 1, 1])).toBe(
      'A rating lies outside the scale.',
    );
  });

  it('holds one rating for each row', () => {
    expect(refusal({}, [1, 2])).toBe('The answer must hold one rating for each row.');
  });
});

describe('the tally of a rating', () => {
  it('counts each row by itself, those who passed beside the levels, and those who left it open not at all', () => {
    const votes: Rating[][] = [
      [1, 5, 'cannot-say'],
      [1, 4, null],
      [null, null, 2],
    ];
    expect(show(votes, 1)).toMatchObject({
      answers: 3,
      rows: [
        { counts: [2, 0, 0, 0, 0], cannotSay: 0 },
        { counts: [0, 0, 0, 1, 1], cannotSay: 0, spread: { median: 4.5 } },
        { counts: [0, 1, 0, 0, 0], cannotSay: 1, spread: { median: 2 } },
      ],
    });
  });

  it('[A3] hides each row that too few have rated, even where enough have answered', () => {
    const votes: Rating[][] = [
      ...Array.from({ length: 4 }, (): Rating[] => [3, 3, 'cannot-say']),
      [3, null, 'cannot-say'],
    ];
    expect(show(votes, 5)?.rows.map((row) => row?.spread.count ?? null)).toEqual([5, null, null]);
  });

  it('says how the answers spread', () => {
    const votes = [1, 2, 3, 4].map((level): Rating[] => [level, null, null]);
    expect(show(votes, 1)?.rows[0]?.spread).toEqual({
      count: 4,
      lowerQuartile: 1.75,
      median: 2.5,
      upperQuartile: 3.25,
    });
  });

  it('counts from the scale’s own start', () => {
    const content = contentOf({ scale: { 0: 'Never', 2: 'Always' } });
    expect(show([[0, 2, 1]], 1, content)?.rows.map((row) => row?.counts)).toEqual([
      [1, 0, 0],
      [0, 0, 1],
      [0, 1, 0],
    ]);
  });
});

describe('the next steps of a rating', () => {
  const rows = ['Data', 'People', 'Safety', 'Tools'].map((label) => ({
    label,
    steps: FIVE_STEPS.map((step) => `${step}: ${label}`),
  }));

  it('are the step from one’s own lowest level', () => {
    expect(nextSteps(rows, [3, 2, 5, 4])).toEqual([
      { about: 'People', step: 'write it down: People' },
    ]);
  });

  it('are one for each of several lowest rows, three at most', () => {
    expect(aboutOf(nextSteps(rows, [3, 2, 2, 4]))).toEqual(['People', 'Safety']);
    expect(aboutOf(nextSteps(rows, [4, 4, 4, 4]))).toEqual(['Data', 'People', 'Safety']);
  });

  it('are sought among the rows that were put on the scale', () => {
    expect(aboutOf(nextSteps(rows, ['cannot-say', 3, null, 4]))).toEqual(['People']);
  });

  it('are none where nothing was put on the scale', () => {
    expect(nextSteps(rows, ['cannot-say', null, null, null])).toEqual([]);
  });

  it('are none where the lowest row suggests none, whatever others suggest', () => {
    expect(nextSteps(['Bare', ...rows], [1, 2, 3, 4, 5])).toEqual([]);
  });

  it('is found wherever the scale starts', () => {
    const scale = { 0: 'Never', 4: 'Always' };
    expect(nextSteps(rows, [0, 1, 1, 1], scale)).toEqual([{ about: 'Data', step: 'begin: Data' }]);
  });
});

describe('the export of a rating', () => {
  it('gives a line to each row that was rated, with the level and its words', () => {
    const content = contentOf({
      rows: [{ label: 'Data', descriptors: FIVE_WORDS }, 'People', 'Deployment', 'Safety', 'Tools'],
    });
    expect(rating.report(content, { ratings: [4, 5, 3, 'cannot-say', null] })).toEqual([
      { item: 'Data', value: 4, choice: 'much', text: '' },
      { item: 'People', value: 5, choice: 'Proven', text: '' },
      { item: 'Deployment', value: 3, choice: '3', text: '' },
      { item: 'Safety', value: null, choice: "Can't say", text: '' },
    ]);
  });
});

function nextSteps(rows: unknown[], ratings: Rating[], scale: unknown = MATURITY.scale) {
  return rating.nextSteps?.(contentOf({ rows, scale }), { ratings }) ?? [];
}

function aboutOf(steps: readonly { readonly about: string }[]): string[] {
  return steps.map(({ about }) => about);
}

function read(options: Record<string, unknown>) {
  return readActivity(activityType('rating'), { ...MATURITY, ...options });
}

function problemsOf(options: Record<string, unknown>): string[] {
  return read(options).problems.map(({ message }) => message);
}

function contentOf(options: Record<string, unknown>): RatingContent {
  // Sound: the rating itself has just read it.
  return read(options).activity.content as RatingContent;
}

function refusal(options: Record<string, unknown>, ratings: unknown[]): string | null {
  const result = rating.check(contentOf(options), { ratings });
  return result.ok ? null : result.error;
}

function show(votes: readonly Rating[][], minAnswers: number, content = contentOf({})) {
  const tally = rating.emptyTally(content);
  for (const ratings of votes) rating.count(tally, { ratings }, 1, 'ann');
  const showing = {
    minAnswers,
    audience: 'room',
    answerRevealed: false,
    now: 0,
  } as const;
  return rating.show(tally, content, showing);
}
