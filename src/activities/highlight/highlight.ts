import { codeOf, flagOf } from '../variables.ts';
import { readIndices, sameIndices, shareOfIndices } from '../../lib/indices.ts';
import { isRecord } from '../../lib/json.ts';
import { failure, success } from '../../lib/result.ts';
import type { ActivityType } from '../contract.ts';
import {
  isTappable,
  tappableLines,
  type HighlightAnswer,
  type HighlightContent,
  type HighlightPrompt,
  type HighlightShown,
} from './content.ts';
import { lineName, taskLabel } from './labels.ts';
import { readCorrect, readExplanation, readLines } from './read-lines.ts';

type HighlightTally = {
  answers: number;
  /** Attendees for each line. */
  readonly counts: number[];
  /** Attendees for each set of lines. A deck edit may change the correct one. */
  readonly sets: Map<string, number>;
};

export const highlight: ActivityType<
  HighlightContent,
  HighlightAnswer,
  HighlightTally,
  HighlightShown
> = {
  type: 'highlight',
  minAnswers: 1,
  // An attendee who sees which line leads follows the room instead of reading.
  results: 'revealed',

  read(fence) {
    const { form, lines } = readLines(fence);
    const taps = lines.filter(isTappable).length;
    const prompt = { form, lines, most: fence.integer('most', 1, Math.max(taps, 1), null) };
    return { ...prompt, right: readCorrect(fence, prompt), explain: readExplanation(fence) };
  },

  blocks: ['code'],

  publicContent: ({ form, lines, most }) => ({ form, lines, most }),
  correctAnswer: ({ right, explain }) => (right === null ? null : { right, explain }),
  isCorrect: ({ right }, { lines }) => (right === null ? null : sameIndices(right, lines)),
  score: ({ right }, { lines }) => (right === null ? 0 : shareOfIndices(right, lines)),

  check({ lines, most }, answer) {
    const tapped = isRecord(answer) ? readIndices(answer['lines'], lines.length) : null;
    if (tapped === null) return failure('The answer must name lines of this question, each once.');
    if (tapped.length === 0) return failure('Tap at least one line.');
    if (!tapped.every((line) => isTappable(lines[line] ?? ''))) {
      return failure('A blank line cannot be tapped.');
    }
    if (most !== null && tapped.length > most) return failure(`${taskLabel({ most })}, no more.`);
    return success({ lines: tapped });
  },

  emptyTally: ({ lines }) => ({ answers: 0, counts: lines.map(() => 0), sets: new Map() }),

  count(tally, { lines }, by) {
    tally.answers += by;
    for (const line of lines) tally.counts[line] = (tally.counts[line] ?? 0) + by;
    const set = lines.join();
    const count = (tally.sets.get(set) ?? 0) + by;
    // Kept at 0, a set would stay for each answer that was changed.
    if (count === 0) tally.sets.delete(set);
    else tally.sets.set(set, count);
  },

  show({ answers, counts, sets }, { right }, { minAnswers, answerRevealed }) {
    if (answers < minAnswers) return null;
    const isJudged = answerRevealed && right !== null;
    return {
      answers,
      counts: [...counts],
      right: isJudged ? (sets.get(right.join()) ?? 0) : null,
    };
  },

  report: ({ lines, most }, answer) =>
    answer.lines.map((line) => ({
      item: most === 1 ? '' : lineName(line),
      value: line + 1,
      choice: (lines[line] ?? '').trim(),
      text: '',
    })),

  variables(content) {
    const named = tappableLines(content).map((line) => ({
      value: line + 1,
      label: (content.lines[line] ?? '').trim(),
    }));
    if (content.most === 1) return [codeOf('', named)];
    return named.map(({ value, label }) =>
      flagOf(`${lineName(value - 1)}: ${label}`, (line) => line.value === value),
    );
  },

  groupings(content) {
    const lines = tappableLines(content);
    return [
      {
        item: '',
        by: 'group',
        each: [1, content.most ?? lines.length],
        groups: lines.map((line) => `${line + 1}: ${(content.lines[line] ?? '').trim()}`),
        of: (answer) => answer.lines.map((line) => lines.indexOf(line)),
      },
    ];
  },

  comparison: {
    of: 'share',
    unit: () => 'share of people',
    items: (content) =>
      tappableLines(content).map((line) => `${line + 1}: ${(content.lines[line] ?? '').trim()}`),
    measure: (content, answer) =>
      tappableLines(content).map((line) => Number(answer.lines.includes(line))),
    scale: () => [0, 1],
  },

  example: `question: Which line would you change?
code: |
  total = 0
  for price in prices:
      total = price
  print(total)
# The numbers of the correct lines, from 1; without them nothing is right or wrong.
answer: [3]
explain: It keeps the last price, and no sum.`,

  sample: {
    options: {
      id: 'sample',
      question: 'Which lines never run?',
      code: 'def half(x):\n  return x / 2\n\n  print(x)\n  x += 1\n',
      most: 3,
      answer: [4, 5],
      explain: 'They come after the return.',
    },
    fitting: [{ lines: [3, 4] }, { lines: [4, 3, 0] }, { lines: [1] }, { lines: [-0] }],
    unfitting: [
      null,
      'Line 1',
      1,
      [0],
      {},
      { lines: null },
      { lines: 1 },
      { lines: '01' },
      { lines: { 0: 0, length: 1 } },
      { lines: [] },
      { lines: [2] },
      { lines: [0, 2] },
      { lines: [5] },
      { lines: [-1] },
      { lines: [0, 0] },
      { lines: [0, -0] },
      { lines: [0.5] },
      { lines: [NaN] },
      { lines: [null] },
      { lines: ['0'] },
      { lines: [[0]] },
      { lines: [0, 1, 3, 4] },
      { lines: Array.from({ length: 100_000 }, (_, index) => index) },
    ],
  },

  // Squares leave few rests: some lines are tapped much more than others, so that a chart has a shape.
  sampleAnswer(content: HighlightPrompt, attendee) {
    const taps = tappableLines(content);
    const wanted = Math.min(1 + (attendee % 3), content.most ?? taps.length, taps.length);
    const chosen = Array.from({ length: wanted }, (_, index) => attendee * attendee + 2 * index);
    const lines = new Set(chosen.map((number) => taps[number % taps.length] ?? 0));
    return { lines: [...lines].sort((one, other) => one - other) };
  },
};
