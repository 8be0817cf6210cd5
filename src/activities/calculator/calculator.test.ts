import { describe, expect, it } from 'vitest';
import { readActivity } from '../read-activity.ts';
import { activityType } from '../registry.ts';
import { calculator, resultOf } from './calculator.ts';
import type { CalculatorContent } from './content.ts';

const RELEASES = { label: 'Releases a year', from: 0, to: 500, start: 12 };
const COST = { label: 'Cost of an hour', unit: '€', from: 0, to: 500, start: 80, step: 5 };
const WORTH = {
  id: 'worth',
  question: 'What is a faster deployment worth?',
  inputs: [RELEASES, COST],
  factor: 0.1,
  unit: '€ a year',
};

describe('reading a calculator', () => {
  it('goes in steps of one and multiplies by nothing, where nothing else is said', () => {
    expect(contentOf({ factor: undefined })).toEqual({
      inputs: [{ ...RELEASES, unit: '', step: 1 }, COST],
      factor: 1,
      unit: '€ a year',
    });
  });

  it('hides its tally below five answers, for it says something about the attendees’ work and pay', () => {
    expect(read({}).activity.settings.minAnswers).toBe(5);
  });

  it.each([
    ['no inputs', { inputs: undefined }, '"inputs" must be a list of at least 1'],
    ['six inputs', { inputs: inputs(6) }, '"inputs" needs 1 to 5 entries, and has 6'],
    [
      'an input that is no mapping',
      { inputs: ['Cost'] },
      '"inputs", entry 1 must be a mapping of label',
    ],
    ['no unit of the result', { unit: undefined }, '"unit" is missing'],
    ['a factor that is a text', { factor: 'ten' }, '"factor" must be a number, a billion at most'],
    ['a factor of 0', { factor: 0 }, '"factor" must not be 0, or every result is'],
    [
      'no label',
      { inputs: [{ ...COST, label: undefined }] },
      '"inputs", entry 1, "label" must be a text',
    ],
    ['a label twice', { inputs: [COST, COST] }, '"Cost of an hour" appears twice in "inputs"'],
    [
      'an input called as the result in the export',
      { inputs: [{ ...COST, label: 'Result' }] },
      '"Result" names the result: call the input something else',
    ],
    [
      'no start',
      { inputs: [{ ...COST, start: undefined }] },
      '"inputs", entry 1, "start" must be a number, a billion at most',
    ],
    [
      'a start out of range',
      { inputs: [{ ...COST, start: 501 }] },
      '"start" must lie between "from" and "to"',
    ],
    ['a range upside down', { inputs: [{ ...COST, to: -1 }] }, '"to" must be greater than "from"'],
    ['a step of nothing', { inputs: [{ ...COST, step: 0 }] }, '"step" must be greater than 0'],
    [
      'a slip',
      { inputs: [{ ...COST, stat: 1 }] },
      '"stat" is not an option here; did you mean "start"?',
    ],
  ])('says what is wrong: %s', (_, options, problem) => {
    expect(read(options).problems.map(({ message }) => message)).toEqual([
      expect.stringContaining(problem),
    ]);
  });

  it('says where it is wrong', () => {
    const { problems } = read({ inputs: [RELEASES, { ...COST, to: -1 }] });
    expect(problems).toMatchObject([{ path: ['inputs', 1, 'to'] }]);
  });
});

describe('an answer to a calculator', () => {
  it('is a number for each input, between two steps as well', () => {
    expect(refusal([12, 82.5])).toBeNull();
    expect(refusal([0, 500])).toBeNull();
  });

  it('is refused where one is out of range, with a sentence that names it and what fits', () => {
    expect(refusal([12, 501])).toBe('Cost of an hour: enter a number from 0 to 500 €.');
    expect(refusal([-1, 80])).toBe('Releases a year: enter a number from 0 to 500.');
  });

  it('is refused where one is missing, is too many or is no number', () => {
    const missing = 'The answer must hold one number for each input.';
    expect([[12], [12, 80, 1], 12].map(refusal)).toEqual([missing, missing, missing]);
    expect(refusal([12, NaN])).toMatch(/^Cost of an hour: /);
  });
});

describe('the result', () => {
  it('is the product of the inputs and the factor', () => {
    expect(resultOf(contentOf({}), [12, 80])).toBe(96);
    expect(resultOf(contentOf({ factor: undefined }), [12, 80])).toBe(960);
  });

  it('holds nothing that binary arithmetic adds', () => {
    expect(resultOf({ factor: 0.1 }, [3])).toBe(0.3);
    expect(resultOf({ factor: 0.7 }, [0.1, 3])).toBe(0.21);
  });

  it('is a number even where every input is as large as an author may ask for', () => {
    expect(resultOf({ factor: 1e9 }, [1e9, 1e9, 1e9, 1e9, 1e9])).toBe(1e54);
  });
});

describe('the room’s results', () => {
  it('are bins, the median and the middle half', () => {
    const shown = show([10, 20, 30, 40, 50].map((releases) => [releases, 10]));
    expect(shown).toEqual({
      answers: 5,
      histogram: {
        scale: 'linear',
        edges: [10, 15, 20, 25, 30, 35, 40, 45, 50, 55],
        counts: [1, 0, 1, 0, 1, 0, 1, 0, 1],
      },
      spread: { count: 5, lowerQuartile: 20, median: 30, upperQuartile: 40 },
    });
  });

  it('name nobody’s result to the last digit, though it be the median', () => {
    const shown = show([111, 222, 333, 444, 499].map((releases) => [releases, 111]));
    expect(shown?.spread.median).toBe(3700);
  });

  it('are bins that double where they spread over orders of magnitude', () => {
    expect(
      show([
        [1, 1],
        [10, 10],
        [10, 100],
        [100, 100],
        [500, 500],
      ])?.histogram.scale,
    ).toBe('log');
  });

  it('[A3] are hidden of fewer than five', () => {
    expect(show([1, 2, 3, 4].map((releases) => [releases, 80]))).toBeNull();
  });

  it('take no more room on the wire, however many answer', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => [index / 20, index / 20]);
    expect(JSON.stringify(show(many)).length).toBeLessThan(600);
  });
});

it('exports each input, and the result to its last digit', () => {
  expect(calculator.report(contentOf({}), { values: [12.345, 81.5] })).toEqual([
    { item: 'Releases a year', value: 12.345, choice: '12.345', text: '' },
    { item: 'Cost of an hour', value: 81.5, choice: '81.5 €', text: '' },
    { item: 'Result', value: 100.61175, choice: '100.61175 € a year', text: '' },
  ]);
});

function inputs(count: number): Record<string, unknown>[] {
  return Array.from({ length: count }, (_, index) => ({ ...COST, label: `Input ${index}` }));
}

function read(options: Record<string, unknown>) {
  return readActivity(activityType('calculator'), { ...WORTH, ...options });
}

function contentOf(options: Record<string, unknown>): CalculatorContent {
  // Sound: the calculator itself has just read it.
  return read(options).activity.content as CalculatorContent;
}

function refusal(values: unknown): string | null {
  const result = calculator.check(contentOf({}), { values });
  return result.ok ? null : result.error;
}

function show(answers: readonly number[][], minAnswers = 5) {
  const content = contentOf({});
  const tally = calculator.emptyTally(content);
  for (const values of answers) calculator.count(tally, { values }, 1, 'ann');
  return calculator.show(tally, content, {
    minAnswers,
    audience: 'room',
    answerRevealed: false,
    now: 0,
  });
}
