import { codeOf, coded, flagOf } from '../variables.ts';
import { ACCENTS, isAccent } from '../../lib/accents.ts';
import { isRecord } from '../../lib/json.ts';
import { readIndices } from '../../lib/indices.ts';
import { failure, success, type Result } from '../../lib/result.ts';
import {
  commonSpelling,
  countSpelling,
  mostFrequentSpelling,
  type Spellings,
} from '../../lib/spellings.ts';
import { normaliseText, textLength } from '../../lib/typed-text.ts';
import type { ActivityType, ResultItem, Variable } from '../contract.ts';
import type { FenceReader } from '../fence-reader.ts';
import { LONGEST_OTHER, OTHER_UNFIT } from './longest-other.ts';

/** One choice, or several, from a list. */
export type PollContent = {
  readonly options: readonly string[];
  /** The accent of each option, from 1; empty where they share that of the slide. */
  readonly accents: readonly number[];
  /** The fewest and the most choices that an attendee may make; a written choice counts as one. */
  readonly min: number;
  readonly max: number;
  /** true: an attendee may write a choice of their own. */
  readonly other: boolean;
  /** The id of the slide to which each option leads, '' for none; left out where none leads anywhere. */
  readonly go?: readonly string[];
};

export type PollAnswer = {
  /** Indices into `options`, rising. */
  readonly choices: readonly number[];
  /** The attendee's own words, or null. */
  readonly other: string | null;
};

type PollTally = {
  answers: number;
  /** Attendees for each option. */
  readonly counts: number[];
  other: number;
  /** Own choices that read the same, by their common spelling. */
  readonly others: Map<string, Spellings>;
};

/** null where too few have answered. */
export type PollShown = {
  readonly answers: number;
  readonly counts: readonly number[];
  /** Attendees who wrote a choice of their own. */
  readonly other: number;
  /** Their choices, the most frequent first, up to a limit; empty for the room. */
  readonly texts: readonly { readonly text: string; readonly count: number }[];
} | null;

const MOST_OPTIONS = 20;
/** A console is sent all of them with every answer, and nobody reads more. */
const MOST_TEXTS = 300;

export const poll: ActivityType<PollContent, PollAnswer, PollTally, PollShown> = {
  type: 'poll',
  // A poll asks for an opinion, and a room likes to see the first bar move.
  minAnswers: 1,
  results: 'live',

  read(fence) {
    const { options, ...go } = readOptions(fence);
    const other = fence.flag('other', false);
    const choices = Math.max(options.length + (other ? 1 : 0), 1);
    const min = fence.integer('min', 1, choices, 1);
    const max = fence.integer('max', min, choices, min);
    return { options, accents: readAccents(fence, options.length), min, max, other, ...go };
  },

  // The ways on are the presenter's; and other ways make no other question.
  publicContent: ({ go: _, ...content }) => content,
  correctAnswer: () => null,
  isCorrect: () => null,

  check(content, answer) {
    if (!isRecord(answer)) return failure('The answer must name its choices.');
    const choices = readIndices(answer['choices'], content.options.length);
    if (choices === null) return failure('The answer names a choice that this question lacks.');
    const written = readOther(answer['other'] ?? null);
    if (!written.ok) return written;
    const other = written.value;
    if (other !== null && !content.other) return failure('This question takes no own choice.');
    const chosen = choices.length + (other === null ? 0 : 1);
    if (chosen < content.min) return failure(`Choose at least ${content.min}.`);
    if (chosen > content.max) return failure(`Choose at most ${content.max}.`);
    return success({ choices, other });
  },

  emptyTally: (content) => ({
    answers: 0,
    counts: content.options.map(() => 0),
    other: 0,
    others: new Map(),
  }),

  count(tally, answer, by) {
    tally.answers += by;
    for (const choice of answer.choices) tally.counts[choice] = (tally.counts[choice] ?? 0) + by;
    if (answer.other === null) return;
    tally.other += by;
    const name = commonSpelling(answer.other);
    const spellings: Spellings = tally.others.get(name) ?? new Map();
    countSpelling(spellings, answer.other, by);
    if (spellings.size === 0) tally.others.delete(name);
    else tally.others.set(name, spellings);
  },

  show(tally, _content, { minAnswers, audience }) {
    if (tally.answers < minAnswers) return null;
    const { answers, counts, other, others } = tally;
    const texts = audience === 'presenter' ? mostFrequent(others) : [];
    return { answers, counts: [...counts], other, texts };
  },

  report(content, answer) {
    const several = content.max > 1;
    const chosen = answer.choices.map((choice): ResultItem => {
      const option = content.options[choice] ?? '';
      return { item: several ? option : '', value: choice + 1, choice: option, text: '' };
    });
    if (answer.other === null) return chosen;
    const own = { item: several ? 'Other' : '', value: null, choice: 'Other', text: answer.other };
    return [...chosen, own];
  },

  variables({ options, max, other }) {
    if (max > 1) {
      const chosen = options.map((option, index) =>
        flagOf(option, ({ value }) => value === index + 1),
      );
      const isOther = ({ value }: ResultItem): boolean => value === null;
      return other ? [...chosen, flagOf('Other', isOther), ownChoice('Other')] : chosen;
    }
    const { cell, ...choice } = codeOf('', coded([...options, ...(other ? ['Other'] : [])]));
    const orOther: Variable = {
      ...choice,
      cell: (items) => cell(items) ?? (items.length > 0 ? options.length + 1 : null),
    };
    return other ? [orOther, ownChoice('')] : [orOther];
  },

  groupings: ({ options, other, min, max }) => [
    {
      item: '',
      by: 'group',
      groups: other ? [...options, 'Other'] : options,
      each: [min, max],
      of: (answer) => [...answer.choices, ...(answer.other === null ? [] : [options.length])],
    },
  ],

  ways: {
    to: ({ go = [] }) => go,
    options: ({ options }) => options,
    counts: ({ counts }) => counts,
  },

  comparison: {
    of: 'share',
    unit: () => 'share of people',
    items: ({ options, other }) => [...options, ...(other ? ['Something else'] : [])],
    measure({ options, other }, answer) {
      const chosen = options.map((_, option) => Number(answer.choices.includes(option)));
      return [...chosen, ...(other ? [Number(answer.other !== null)] : [])];
    },
    scale: () => [0, 1],
  },

  roomOptions: {
    most: MOST_OPTIONS,
    replace(content, options) {
      const { accents, other } = content;
      const choices = options.length + (other ? 1 : 0);
      const [min, max] = [Math.min(content.min, choices), Math.min(content.max, choices)];
      return { ...content, options, accents: accents.slice(0, options.length), min, max };
    },
  },

  example: `question: When do you like to have lunch?
options: [At half past eleven, At noon, At one]
other: true`,

  sample: {
    options: { id: 'sample', question: 'Tea?', options: ['Yes', 'No'], max: 2, other: true },
    fitting: [
      { choices: [0], other: null },
      { choices: [0, 1], other: null },
      { choices: [], other: 'Later' },
      { choices: [1], other: 'Later' },
    ],
    unfitting: [
      null,
      'Yes',
      {},
      { choices: [], other: null },
      { choices: [2], other: null },
      { choices: [0, 0], other: null },
      { choices: [0.5], other: null },
      { choices: [-1], other: null },
      { choices: ['0'], other: null },
      { choices: [0, 1], other: 'And more' },
      { choices: [], other: '   ' },
      { choices: [0], other: '\u3164' },
      { choices: [], other: '\u2800\u115F\u1160\uFFA0' },
      { choices: [], other: 'x'.repeat(LONGEST_OTHER + 1) },
      { choices: [], other: 7 },
    ],
  },

  sampleAnswer({ options, min, other }, attendee) {
    if (other && min === 1 && attendee % 6 === 5) return { choices: [], other: 'None of these' };
    const first = attendee % (options.length - min + 1);
    return { choices: Array.from({ length: min }, (_, index) => first + index), other: null };
  },
};

function mostFrequent(others: PollTally['others']): { text: string; count: number }[] {
  return [...others.values()]
    .map((spellings) => ({
      text: mostFrequentSpelling(spellings),
      count: [...spellings.values()].reduce((sum, count) => sum + count, 0),
    }))
    .sort((one, other) => other.count - one.count || (one.text < other.text ? -1 : 1))
    .slice(0, MOST_TEXTS);
}

/** The options: texts, or mappings of `text` and of the slide to which it leads, `go`. */
function readOptions(fence: FenceReader): Pick<PollContent, 'options' | 'go'> {
  const written = fence.raw('options');
  const entries: readonly unknown[] = Array.isArray(written) ? written : [];
  if (!entries.some(isWay)) return { options: fence.options('options', 2, MOST_OPTIONS) };
  const ways = fence.list('options', 2, MOST_OPTIONS).map((entry, index) => {
    const path = ['options', index];
    if (!isWay(entry)) return { text: fence.entryAt(path, entry), go: '' };
    const { text, go } = fence.mappingAt(path, entry, ['text', 'go']);
    return {
      text: fence.textAt([...path, 'text'], text),
      go: fence.optionalTextAt([...path, 'go'], go),
    };
  });
  const options = ways.map(({ text }) => text);
  fence.distinctAt(['options'], options);
  return { options, go: ways.map(({ go }) => go) };
}

function isWay(entry: unknown): boolean {
  return isRecord(entry) && (Object.hasOwn(entry, 'go') || Object.hasOwn(entry, 'text'));
}

/** `accents: [1, 2, 3]`: none, or exactly one for each option. */
function readAccents(fence: FenceReader, options: number): number[] {
  const written = fence.raw('accents');
  if (written === undefined) return [];
  if (!Array.isArray(written) || written.length !== options || !written.every(isAccent)) {
    fence.problem(
      ['accents'],
      `"accents" must list ${options} numbers from 1 to ${ACCENTS}, one an option`,
    );
    return [];
  }
  return written.filter(isAccent);
}

/** The own choice, normalised; null for none. */
function readOther(written: unknown): Result<string | null, string> {
  if (written === null) return success(null);
  if (typeof written !== 'string') return failure(OTHER_UNFIT);
  const other = normaliseText(written);
  if (other === '') return failure('Write your own choice, or leave it out.');
  if (textLength(other) > LONGEST_OTHER) return failure(OTHER_UNFIT);
  return success(other);
}

/** The own choice in words: the line without a number. */
function ownChoice(item: string): Variable {
  return {
    ...{ item: item === '' ? 'Other' : `${item}: text`, measure: 'text', values: [] },
    cell: (items) => items.find(({ value }) => value === null)?.text ?? null,
  };
}
