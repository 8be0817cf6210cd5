import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bradleyTerry } from '../../lib/bradley-terry.ts';
import { readActivity } from '../read-activity.ts';
import { activityType } from '../registry.ts';
import { compare } from './compare.ts';
import type { CompareAnswer, CompareContent, Judgement, Outcome } from './content.ts';
import { deal } from './deal.ts';
import { choiceOf, given, withChoice } from './judging.ts';
import { placedOptions } from './order.ts';

const DRINKS = ['Tea', 'Coffee', 'Water', 'Milk'];
const CONTENT: CompareContent = { options: DRINKS, pictures: [], pairs: 3 };
const ALL: CompareContent = { ...CONTENT, pairs: 6 };

describe('a comparison in a deck', () => {
  it.each([
    [['A', 'B', 'C'], 3],
    [['A', 'B', 'C', 'D'], 6],
    [['A', 'B', 'C', 'D', 'E'], 6],
    [[...'ABCDEFGHIJ'], 6],
  ])('asks for up to six pairs, where nothing else is said: %j', (options, pairs) => {
    expect(read({ options })).toEqual({ problems: [], content: { options, pictures: [], pairs } });
  });

  it.each([
    ['two options', { options: ['A', 'B'] }, /"options" needs 3 to 10 entries, and has 2/],
    ['eleven', { options: [...'ABCDEFGHIJK'] }, /"options" needs 3 to 10 entries, and has 11/],
    ['an option twice', { options: ['A', 'B', 'A'] }, /"A" appears twice/],
    [
      'a picture without a name',
      { options: ['A', 'B', { picture: 'c.png' }] },
      /"options", entry 3, "text" must be a text/,
    ],
    ['no pair', { pairs: 0 }, /"pairs" must be a whole number from 1 to 6/],
    ['more pairs than there are', { pairs: 7 }, /"pairs" must be a whole number from 1 to 6/],
  ])('says what is wrong: %s', (_, options, problem) => {
    expect(read(options).problems).toEqual([expect.stringMatching(problem)]);
  });
});

describe('[V29] judgements of pairs', () => {
  it('are kept in one form, with null for the pairs that are not judged yet', () => {
    const judgements = [[3, 1, 'first'], null, [2, 0, 'same']];
    expect(compare.check(CONTENT, { judgements })).toEqual({
      ok: true,
      value: { judgements: [[0, 2, 'same'], [1, 3, 'second'], null] },
    });
  });

  it.each([
    [[], 'Judge at least one of the pairs.'],
    [
      [
        [0, 1, 'first'],
        [1, 0, 'first'],
      ],
      'The answer judges a pair twice.',
    ],
    [[[1, 1, 'same']], 'The answer compares an option with itself.'],
    [[[0, 4, 'same']], 'The answer names an option that this question lacks.'],
    [[[0, 1, 'better']], 'The outcome of a judgement must be first, second or same.'],
    [[[0, 1]], 'A judgement must be a list of two options and an outcome.'],
    [[null, null, null, null], 'Judge 3 pairs and no more.'],
  ])('are refused in words, if a pair is there twice or none is: %j', (judgements, error) => {
    expect(compare.check(CONTENT, { judgements })).toEqual({ ok: false, error });
  });

  it('are added one by one, in whichever order, and each can be changed', () => {
    const judging = fc.tuple(
      fc.string(),
      fc.array(fc.tuple(fc.nat(5), fc.constantFrom('one', 'other', 'same')), { minLength: 1 }),
    );
    fc.assert(
      fc.property(judging, ([seed, presses]) => {
        const dealt = deal(4, 6, seed);
        let answer: CompareAnswer | null = null;
        const wanted = new Map<number, number | 'same'>();
        for (const [place, press] of presses) {
          const pair = dealt[place] ?? [0, 1];
          const choice = press === 'same' ? 'same' : pair[press === 'one' ? 0 : 1];
          wanted.set(place, choice);
          answer = withChoice(ALL, answer, pair, choice);
          expect(compare.check(ALL, answer)).toEqual({ ok: true, value: answer });
        }
        for (const [place, pair] of dealt.entries()) {
          expect(choiceOf(answer, pair)).toBe(wanted.get(place) ?? null);
        }
      }),
    );
  });

  it('[X1] are a row each in the export, with the chosen option and its place in the deck', () => {
    const judgements = [[0, 1, 'second'], [0, 3, 'first'], [1, 2, 'same'], null] as const;
    expect(compare.report(ALL, { judgements })).toEqual([
      { item: 'Tea / Coffee', value: 2, choice: 'Coffee', text: '' },
      { item: 'Tea / Milk', value: 1, choice: 'Tea', text: '' },
      { item: 'Coffee / Water', value: null, choice: 'The same', text: '' },
    ]);
  });
});

describe('[V31] the room’s scores', () => {
  it('follow from the wins of each option against each, a tie as half a win of both', () => {
    fc.assert(
      fc.property(fc.array(answers(ALL), { minLength: 1, maxLength: 30 }), (own) => {
        const wins = winsByHand(own);
        const fit = bradleyTerry(wins, Math.log(19) / 1.96);
        const shown = show(ALL, own);
        expect(shown?.answers).toBe(own.length);
        expect(shown?.judged).toBe(own.reduce((sum, answer) => sum + given(answer).length, 0));
        for (const [option, { chance, low, high }] of (shown?.options ?? []).entries()) {
          const score = fit.scores[option] ?? NaN;
          expect(chance).toBeCloseTo(100 / (1 + Math.exp(-score)), 0);
          expect(low).toBeLessThan(chance);
          expect(high).toBeGreaterThan(chance);
        }
      }),
    );
  });

  it('have options that are judged alike at one value, in their author’s order', () => {
    const shown = show(ALL, [judged([0, 1, 'same']), judged([2, 3, 'same'])]);
    expect(shown?.options.map(({ chance }) => chance)).toEqual([50, 50, 50, 50]);
    const circle = show(ALL, [judged([0, 1, 'first']), judged([1, 2, 'first'], [0, 2, 'second'])]);
    if (circle === null) throw new Error('Two answers are shown');
    expect(placedOptions(circle)).toEqual([0, 1, 2, 3]);
  });

  it('are the same to the last digit for options that nothing tells apart', () => {
    const renamed = (index: number): number => [1, 0][index] ?? index;
    fc.assert(
      fc.property(fc.array(answers(ALL), { minLength: 1, maxLength: 20 }), (some) => {
        const mirrored = some.map((own) => {
          const turned = given(own).map(([one, other, outcome]) => [
            ...[renamed(one), renamed(other)],
            outcome,
          ]);
          const result = compare.check(ALL, { judgements: turned });
          if (!result.ok) throw new Error(result.error);
          return result.value;
        });
        const options = show(ALL, [...some, ...mirrored])?.options ?? [];
        expect(options[0]?.chance).toBe(options[1]?.chance);
      }),
    );
  });

  it('claim no order after one answer, and one after many that agree', () => {
    const first = Array.from({ length: 40 }, (_, phone) =>
      deal(4, 6, String(phone)).reduce<CompareAnswer>(
        (own, pair) => withChoice(ALL, own, pair, Math.min(...pair)),
        { judgements: [] },
      ),
    );
    expect(show(ALL, first.slice(0, 1))?.options.map(({ ahead }) => ahead)).toEqual([
      ...Array.from({ length: 4 }, () => []),
    ]);
    expect(show(ALL, first)?.options.map(({ ahead }) => ahead)).toEqual([
      [1, 2, 3],
      [2, 3],
      [3],
      [],
    ]);
  });

  it('[A3] are hidden while fewer people have answered, however many pairs each has judged', () => {
    const three = Array.from({ length: 3 }, () => judged([0, 1, 'first'], [1, 2, 'first']));
    expect(show(ALL, three, 4)).toBeNull();
    expect(show(ALL, three, 3)?.answers).toBe(3);
  });
});

it('[V7] the tally of a comparison is empty again once every answer is taken back, in any order', () => {
  const counted = fc
    .array(answers(ALL))
    .chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
  fc.assert(
    fc.property(counted, ([all, back]) => {
      const tally = tallyOf(ALL, all);
      for (const one of back) compare.count(tally, one, -1, 'ann');
      expect(tally).toEqual(compare.emptyTally(ALL));
    }),
  );
});

it('[V30] the sample answers of a rehearsal judge each pair about as often, and have a favourite', () => {
  const content = { options: [...'ABCDEFG'], pictures: [], pairs: 6 };
  const many = Array.from({ length: 420 }, (_, attendee) =>
    compare.sampleAnswer(content, attendee),
  );
  const counts = new Map<string, number>();
  for (const [one, other] of many.flatMap((own) => given(own))) {
    counts.set(`${one}/${other}`, (counts.get(`${one}/${other}`) ?? 0) + 1);
  }
  expect(counts.size).toBe(21);
  // Of 108 on average.
  for (const count of counts.values()) expect(Math.abs(count - 108)).toBeLessThan(60);
  const shown = show(content, many);
  if (shown === null) throw new Error('Many answers are shown');
  expect(placedOptions(shown)[0]).toBe(0);
});

function read(options: Record<string, unknown>) {
  const asked = { id: 'a', question: 'Which?', options: DRINKS, ...options };
  const { activity, problems } = readActivity(activityType('compare'), asked);
  return { content: activity.content, problems: problems.map(({ message }) => message) };
}

function judged(...judgements: readonly Judgement[]): CompareAnswer {
  return { judgements };
}

/** Whole and partial answers. */
function answers(content: CompareContent): fc.Arbitrary<CompareAnswer> {
  const all = deal(content.options.length, 6, '');
  return fc
    .subarray(all, { minLength: 1, maxLength: content.pairs })
    .chain((pairs) =>
      fc.tuple(
        ...pairs.map(([one, other]) =>
          fc
            .constantFrom<Outcome>('first', 'second', 'same')
            .map((outcome): Judgement => [one, other, outcome]),
        ),
      ),
    )
    .map((judgements) => {
      const result = compare.check(content, { judgements });
      if (!result.ok) throw new Error(result.error);
      return result.value;
    });
}

function tallyOf(content: CompareContent, all: readonly CompareAnswer[]) {
  const tally = compare.emptyTally(content);
  for (const one of all) compare.count(tally, one, 1, 'ann');
  return tally;
}

function show(content: CompareContent, all: readonly CompareAnswer[], minAnswers = 1) {
  const options = { minAnswers, audience: 'room', answerRevealed: false, now: 0 } as const;
  return compare.show(tallyOf(content, all), content, options);
}

/** The wins of each option against each, counted pair by pair. */
function winsByHand(all: readonly CompareAnswer[]): number[][] {
  const pairs = all.flatMap((own) => given(own));
  return DRINKS.map((_, i) =>
    DRINKS.map((_each, j) => {
      const between = pairs.filter(([a, b]) => (a === i && b === j) || (a === j && b === i));
      const won = between.filter(([a, , outcome]) => outcome === (a === i ? 'first' : 'second'));
      const same = between.filter(([, , outcome]) => outcome === 'same');
      return won.length + same.length / 2;
    }),
  );
}
