import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ShowOptions } from '../contract.ts';
import { readActivity } from '../read-activity.ts';
import { activityType } from '../registry.ts';
import { tappableLines, type HighlightAnswer, type HighlightContent } from './content.ts';
import { highlight } from './highlight.ts';

const CODE = ['def half(x):', '    y = x / 2', '', '    return x'].join('\n');
const BUG = { id: 'bug', question: 'Which line is wrong?', code: `${CODE}\n` };
const CLAIM = {
  id: 'claim',
  question: 'Which is the claim?',
  lines: ['It rains.', 'It will rain.'],
};

const NO_LINES =
  '"answer" must list numbers of lines, from 1 to 4, each once and none of a blank line';

describe('reading the lines to highlight', () => {
  it('keeps a code letter for letter, without blank lines at its end', () => {
    expect(contentOf({ code: `${CODE}  \n\n  \n` })).toEqual({
      form: 'code',
      lines: ['def half(x):', '    y = x / 2', '', '    return x  '],
      most: null,
      right: null,
      explain: '',
    });
    expect(contentOf({ code: '\n    if x:\n\treturn  1' }).lines).toEqual([
      '',
      '    if x:',
      '\treturn  1',
    ]);
  });

  it('has a list of texts in the place of a code, of which several may read the same', () => {
    const lines = ['Never again.', 'It rains.', 'Never again.'];
    expect(readText({ lines }).content).toMatchObject({ form: 'text', lines });
  });

  it.each([
    ['neither', { code: undefined }, '"code" is missing, or "lines" with a list of texts'],
    ['both', { lines: ['A', 'B'] }, 'A question has "code" or "lines", not both'],
    [
      'one line',
      { code: 'x\n\n' },
      '"code" needs 2 to 25 lines, and has 1: begin them below "code: |"',
    ],
    [
      'no line',
      { code: ' \n' },
      '"code" needs 2 to 25 lines, and has 0: begin them below "code: |"',
    ],
    ['26 lines', { code: 'x\n'.repeat(26) }, '"code" needs 2 to 25 lines, and has 26'],
    [
      'a long line',
      { code: `x\n${'y'.repeat(121)}` },
      'Line 2 has 121 characters, and 120 are the most',
    ],
    ['no line to tap', { most: 0 }, '"most" must be a whole number from 1 to 3'],
    ['more than there are', { most: 4 }, '"most" must be a whole number from 1 to 3'],
    ['a line beyond', { answer: [5] }, NO_LINES],
    ['the line 0', { answer: 0 }, NO_LINES],
    ['a blank line', { answer: [3] }, NO_LINES],
    ['a line twice', { answer: [1, 1] }, NO_LINES],
    ['no line', { answer: [] }, NO_LINES],
    ['too many', { answer: [1, 2], most: 1 }, '"answer" lists 2 lines, and "most" allows 1'],
    [
      'a reason for nothing',
      { explain: 'So.' },
      '"explain" needs "answer": it is shown with the correct lines',
    ],
  ])('says what is wrong: %s', (_, options, problem) => {
    expect(problemsOf(options)).toContain(problem);
  });

  it('says which text of a list is too long, or empty', () => {
    const { problems } = readText({ lines: ['x'.repeat(301), ' '] });
    expect(problems).toMatchObject([
      { path: ['lines', 1], message: '"lines", entry 2 must be a text' },
      { path: ['lines', 0], message: 'Line 1 has 301 characters, and 300 are the most' },
    ]);
  });

  it('[A12] makes one question of whatever is right', () => {
    const hashes = [{}, { answer: [2] }, { answer: [1, 4], explain: 'So.' }].map(
      (options) => read(options).activity.hash,
    );
    expect(new Set(hashes).size).toBe(1);
    expect(read({ most: 2 }).activity.hash).not.toBe(hashes[0]);
  });
});

describe('[V27] an answer of lines', () => {
  it('is kept in the order of the lines, whatever the order of the taps', () => {
    expect(answer({}, [3, 0, 1])).toEqual({ lines: [0, 1, 3] });
  });

  it.each([
    [{}, [], 'Tap at least one line.'],
    [{}, [1, 2], 'A blank line cannot be tapped.'],
    [{}, [4], 'The answer must name lines of this question, each once.'],
    [{}, [1, 1], 'The answer must name lines of this question, each once.'],
    [{ most: 1 }, [0, 1], 'Tap one line, no more.'],
    [{ most: 2 }, [0, 1, 3], 'Tap up to 2 lines, no more.'],
  ])('is refused in words, unless it fits: %j %j', (options, lines, reason) => {
    expect(answer(options, lines)).toBe(reason);
  });

  it('is correct with exactly the correct lines, and neither without any', () => {
    const given = [[1], [1, 3], [0, 1, 3]].map((lines) => ({ lines }));
    const verdicts = (options: object): unknown[] =>
      given.map((one) => highlight.isCorrect(contentOf(options), one));
    expect(verdicts({ answer: [4, 2] })).toEqual([false, true, false]);
    expect(verdicts({ answer: 2 })).toEqual([true, false, false]);
    expect(verdicts({})).toEqual([null, null, null]);
    expect(highlight.correctAnswer(contentOf({}))).toBeNull();
  });

  it('is a row for each line in the export, with its number and its text', () => {
    expect(highlight.report(contentOf({}), { lines: [0, 3] })).toEqual([
      { item: 'Line 1', value: 1, choice: 'def half(x):', text: '' },
      { item: 'Line 4', value: 4, choice: 'return x', text: '' },
    ]);
    expect(highlight.report(contentOf({ most: 1 }), { lines: [1] })).toEqual([
      { item: '', value: 2, choice: 'y = x / 2', text: '' },
    ]);
  });
});

describe('the tally of lines', () => {
  it('[V27] has the number of attendees of each line, as a count by hand of every answer', () => {
    fc.assert(
      fc.property(someAnswers(), ({ content, answers }) => {
        const shown = show(content, answers, { answerRevealed: true });
        expect(shown?.answers).toBe(answers.length);
        for (const [line, count] of (shown?.counts ?? []).entries()) {
          expect(count).toBe(answers.filter(({ lines }) => lines.includes(line)).length);
        }
        const right = answers.filter((one) => highlight.isCorrect(content, one) === true).length;
        expect(shown?.right).toBe(right);
      }),
    );
  });

  it('[V7] is empty again once all answers are taken back, and holds nothing of them', () => {
    fc.assert(
      fc.property(someAnswers(), ({ content, answers }) => {
        const tally = highlight.emptyTally(content);
        for (const one of answers) highlight.count(tally, one, 1, 'ann');
        for (const one of answers) highlight.count(tally, one, -1, 'ann');
        expect(tally).toEqual(highlight.emptyTally(content));
      }),
    );
  });

  it('[P4] tells nobody how many are right before the correct answer is revealed', () => {
    const content = contentOf({ answer: [4] });
    for (const audience of ['room', 'presenter'] as const) {
      expect(show(content, [{ lines: [3] }], { audience })).toMatchObject({ right: null });
    }
    expect(show(content, [{ lines: [3] }], { answerRevealed: true })).toMatchObject({ right: 1 });
    expect(show(contentOf({}), [{ lines: [3] }], { answerRevealed: true })?.right).toBeNull();
  });

  it('judges the answers that are there by a correct answer that is edited during the talk', () => {
    const tally = highlight.emptyTally(contentOf({ answer: [1] }));
    for (const lines of [[3], [0, 3], [3]]) highlight.count(tally, { lines }, 1, 'ann');
    const shown = highlight.show(
      tally,
      contentOf({ answer: [4] }),
      showOptions({ answerRevealed: true }),
    );
    expect(shown).toMatchObject({ answers: 3, right: 2 });
  });
});

it('a rehearsal taps some lines much more than others, and only those that have a text', () => {
  const content = contentOf({ code: 'a\n\nb\nc\nd\ne\nf\ng\n' });
  const given = Array.from({ length: 60 }, (_, one) => highlight.sampleAnswer(content, one));
  const counts = show(content, given)?.counts ?? [];
  expect(counts[1]).toBe(0);
  expect(Math.max(...counts)).toBeGreaterThan(3 * Math.min(...counts.filter((_, at) => at !== 1)));
});

function read(given: object) {
  return readActivity(activityType('highlight'), { ...BUG, ...given });
}

function readText(given: object) {
  const { activity, problems } = readActivity(activityType('highlight'), { ...CLAIM, ...given });
  return { content: activity.content, problems };
}

function problemsOf(given: object): string[] {
  return read(given).problems.map(({ message }) => message);
}

function contentOf(given: object): HighlightContent {
  // Sound: the type itself has just read it.
  return read(given).activity.content as HighlightContent;
}

/** The answer as it is kept, or why it is refused. */
function answer(given: object, lines: unknown): HighlightAnswer | string {
  const result = highlight.check(contentOf(given), { lines });
  return result.ok ? result.value : result.error;
}

function show(
  content: HighlightContent,
  answers: readonly HighlightAnswer[],
  to: Partial<ShowOptions> = {},
) {
  const tally = highlight.emptyTally(content);
  for (const one of answers) highlight.count(tally, one, 1, 'ann');
  return highlight.show(tally, content, showOptions(to));
}

function showOptions(to: Partial<ShowOptions>): ShowOptions {
  return { minAnswers: 1, audience: 'room', answerRevealed: false, now: 0, ...to };
}

/** A code with blank lines and a correct answer, and answers to it. */
function someAnswers() {
  const line = fc.constantFrom('a', 'b  c', '', '}');
  return fc
    .array(line, { minLength: 2, maxLength: 25 })
    .map((lines) => ['first', ...lines, 'last'].slice(0, 25))
    .chain((lines) => {
      const prompt = { form: 'code', lines, most: null } as const;
      const tapped = fc.subarray(tappableLines(prompt), { minLength: 1 });
      const right = tapped.map((one) => ({ ...prompt, right: one, explain: '' }));
      const answers = fc.array(
        tapped.map((one) => ({ lines: one })),
        { minLength: 1 },
      );
      return fc.record({ content: right, answers });
    });
}
