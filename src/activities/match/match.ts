import { choiceOf, codeOf, coded, numberOf } from '../variables.ts';
import { isRecord } from '../../lib/json.ts';
import { isIndex } from '../../lib/indices.ts';
import { failure, success } from '../../lib/result.ts';
import { unreachable } from '../../lib/unreachable.ts';
import type { ActivityType, Grouping, ResultItem } from '../contract.ts';
import type { Choices, MatchContent } from './content.ts';
import { ranked, verdictOf } from './scores.ts';
import { readMatch } from './read-match.ts';
import { percentOf, formatPoints, verdictLabel } from './labels.ts';
import type { MatchRoom } from './content.ts';

/** One choice for each question; null for those not answered yet. */
export type MatchAnswer = { readonly choices: Choices };

type MatchTally = {
  readonly content: MatchContent;
  answers: number;
  finished: number;
  none: number;
  /** For each case, the attendees who match it clearly. */
  readonly clear: number[];
  /** For each case, the attendees between it and another: each counts for two cases. */
  readonly between: number[];
};

/** null where too few have answered; `room` is null where too few have answered every question. */
export type MatchShown = {
  readonly answers: number;
  readonly finished: number;
  readonly room: MatchRoom | null;
} | null;

export const match: ActivityType<MatchContent, MatchAnswer, MatchTally, MatchShown> = {
  type: 'match',
  // The cases stand for troubles in one's own work; four colleagues could tell whose.
  minAnswers: 5,
  results: 'live',

  read: readMatch,

  // The weights are no secret: the phone ranks by itself.
  publicContent: (content) => content,
  correctAnswer: () => null,
  isCorrect: () => null,

  check(content, answer) {
    const written = isRecord(answer) ? answer['choices'] : undefined;
    if (!Array.isArray(written) || written.length !== content.questions.length) {
      return failure('The answer must hold one choice for each question.');
    }
    const choices: (number | null)[] = [];
    for (const [place, { options }] of content.questions.entries()) {
      const choice: unknown = written[place];
      if (choice !== null && !isIndex(choice, options.length)) {
        return failure('The answer names a choice that this question lacks.');
      }
      choices.push(choice);
    }
    if (choices.every((choice) => choice === null)) {
      return failure('Answer at least one of the questions.');
    }
    return success({ choices });
  },

  emptyTally: (content) => ({
    content,
    answers: 0,
    finished: 0,
    none: 0,
    clear: content.cases.map(() => 0),
    between: content.cases.map(() => 0),
  }),

  count(tally, { choices }, by) {
    tally.answers += by;
    const verdict = verdictOf(tally.content, choices);
    if (verdict === null) return;
    tally.finished += by;
    switch (verdict.is) {
      case 'clear':
        return add(tally.clear, verdict.case, by);
      case 'between':
        return verdict.cases.forEach((place) => add(tally.between, place, by));
      case 'none':
        tally.none += by;
        return;
      default:
        return unreachable(verdict);
    }
  },

  show({ answers, finished, clear, between, none }, _content, { minAnswers }) {
    if (answers < minAnswers) return null;
    const enough = finished >= minAnswers;
    const room = enough ? { clear: [...clear], between: [...between], none } : null;
    return { answers, finished, room };
  },

  report(content, { choices }) {
    const chosen = content.questions.flatMap(({ ask, options }, question): ResultItem[] => {
      const choice = choices[question] ?? null;
      if (choice === null) return [];
      return [{ item: ask, value: choice + 1, choice: options[choice]?.text ?? '', text: '' }];
    });
    return [...chosen, ...reportVerdict(content, choices)];
  },

  variables: ({ questions, cases }) => [
    ...questions.map(({ ask, options }) => codeOf(ask, coded(options.map(({ text }) => text)))),
    ...cases.map(({ name }) => numberOf(`Score: ${name}`)),
    choiceOf('Result'),
  ],

  groupings: (content) => [
    ...content.questions.map(({ ask, options }, question): Grouping<MatchAnswer> => {
      return {
        item: ask,
        by: 'group',
        groups: options.map(({ text }) => text),
        each: [1, 1],
        of: ({ choices }) => [choices[question] ?? null].filter((choice) => choice !== null),
      };
    }),
    {
      item: 'Result',
      by: 'group',
      each: [1, 1],
      groups: [...content.cases.map(({ name }) => name), 'Between two', 'No clear match'],
      of({ choices }) {
        const verdict = verdictOf(content, choices);
        if (verdict === null) return [];
        if (verdict.is === 'clear') return [verdict.case];
        return [content.cases.length + (verdict.is === 'between' ? 0 : 1)];
      },
    },
  ],

  inShort(content, { choices }) {
    const verdict = verdictOf(content, choices);
    return verdict === null ? [] : [{ about: 'match', text: verdictLabel(content, verdict) }];
  },

  example: `question: Which drink are you?
cases:
  - {name: Tea}
  - {name: Coffee}
questions:
  - ask: When do you get up?
    options:
      - {text: Before the sun, points: {Coffee: 3}}
      - {text: With the sun, points: {Tea: 3}}`,

  sample: {
    options: {
      id: 'sample',
      question: 'Which drink are you?',
      cases: [{ name: 'Tea' }, { name: 'Coffee', accent: 5, note: 'Not after six' }],
      questions: [
        {
          ask: 'When do you get up?',
          options: [
            { text: 'Early', points: { Coffee: 3 }, warning: 'Go to bed early, too' },
            { text: 'Late', points: { Tea: 2 } },
          ],
        },
        {
          ask: 'And then?',
          options: [
            { text: 'I hurry', points: { Coffee: 2 } },
            { text: 'I read', points: { Tea: 2, Coffee: 2 } },
            { text: 'I sleep on', points: {} },
          ],
        },
      ],
    },
    fitting: [
      { choices: [0, 0] },
      { choices: [1, 0] },
      { choices: [0, 1] },
      { choices: [1, null] },
      { choices: [null, 2] },
    ],
    unfitting: [
      null,
      [0, 0],
      {},
      { choices: [0] },
      { choices: [0, 0, 0] },
      { choices: [null, null] },
      { choices: [2, 0] },
      { choices: [0, 3] },
      { choices: [-1, 0] },
      { choices: [0.5, 0] },
      { choices: ['0', 0] },
      { choices: 'Early' },
    ],
  },

  // Every second attendee chooses consistently: a clear match, where the options allow one.
  sampleAnswer({ questions }, attendee) {
    const drift = attendee % 2;
    return {
      choices: questions.map(({ options }, place) => (attendee + drift * place) % options.length),
    };
  },
};

function add(counts: number[], place: number, by: 1 | -1): void {
  counts[place] = (counts[place] ?? 0) + by;
}

/** Each case's share of its maximum, in the order of the content, and the verdict. */
function reportVerdict(content: MatchContent, choices: Choices): ResultItem[] {
  const verdict = verdictOf(content, choices);
  if (verdict === null) return [];
  const scores = ranked(content, choices).sort((a, b) => a.case - b.case);
  const shares = scores.map((score): ResultItem => {
    const percent = percentOf(score);
    return {
      item: `Score: ${content.cases[score.case]?.name ?? ''}`,
      value: Math.round(10 * percent) / 10,
      choice: `${Math.round(percent)}% of its maximum (${formatPoints(score)})`,
      text: '',
    };
  });
  return [
    ...shares,
    { item: 'Result', value: null, choice: verdictLabel(content, verdict), text: '' },
  ];
}
