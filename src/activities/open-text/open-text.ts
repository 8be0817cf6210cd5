import { codeOf, coded, textOf } from '../variables.ts';
import { isRecord } from '../../lib/json.ts';
import { isIndex } from '../../lib/indices.ts';
import { failure, success } from '../../lib/result.ts';
import { cutText, normaliseText, textLength } from '../../lib/typed-text.ts';
import type { ActivityType } from '../contract.ts';
import { countText } from '../../moderation/groups.ts';
import { moderation, type Moderation } from '../../moderation/moderation.ts';
import { presenterTexts, roomTexts } from '../../moderation/shown.ts';
import { noTexts } from '../../moderation/texts.ts';
import type { OpenTextShown } from './tally.ts';
import type { OpenTextContent, OpenTextAnswer } from './content.ts';
import type { OpenTextTally } from './tally.ts';

type Rules = ActivityType<
  OpenTextContent,
  OpenTextAnswer,
  OpenTextTally,
  OpenTextShown,
  Moderation
>;

const MOST_OPTIONS = 8;
const DEFAULT_LONGEST = 140;
const MOST_DAYS = 365;

const SAMPLE_TEXTS = [
  'Approvals take longer than building',
  'Nobody owns the tests',
  'One person can deploy, and she is on holiday',
  'We find out from customers that a model has gone stale, weeks after it has',
];

export const openText: Rules = {
  type: 'open-text',
  // Not for each text: most are written by one person alone. Somebody reads each of them before
  // the room does, and that keeps out what would give a person away.
  minAnswers: 1,
  results: 'live',

  read(fence) {
    return {
      options:
        fence.raw('options') === undefined ? [] : fence.distinctTexts('options', 2, MOST_OPTIONS),
      starters: fence.optionalText('starters') || null,
      remindIn: fence.integer('remind-in', 1, MOST_DAYS, null),
      longest: fence.integer('longest', 20, 500, DEFAULT_LONGEST),
      lang: fence.deck.lang,
    };
  },

  // Its hash is that of earlier versions, which knew no blocklist.
  publicContent: ({ lang: _, ...content }) => content,
  correctAnswer: () => null,
  isCorrect: () => null,
  startsFrom: ({ starters }) => starters,

  check({ options, longest }, answer) {
    if (!isRecord(answer)) return failure('The answer must hold a choice, a text or both.');
    const { choice = null, text: written = null } = answer;
    if (choice !== null && !isIndex(choice, options.length)) {
      return failure('The answer names a choice that this question lacks.');
    }
    if (written !== null && typeof written !== 'string') {
      return failure('What you write must be a text.');
    }
    const text = normaliseText(written ?? '') || null;
    if (text !== null && textLength(text) > longest) {
      return failure(`Shorten it to ${longest} characters.`);
    }
    if (choice === null && text === null) {
      return failure(options.length > 0 ? 'Tap one, or write something.' : 'Write something.');
    }
    return success({ choice, text });
  },

  emptyTally: ({ options, lang = 'en' }) => ({
    answers: 0,
    counts: options.map(() => 0),
    ...noTexts({ letsThrough: false, lang }),
  }),

  count(tally, { choice, text }, by) {
    tally.answers += by;
    if (choice !== null) tally.counts[choice] = (tally.counts[choice] ?? 0) + by;
    if (text !== null) countText(tally.groups, { choice, text }, by);
  },

  show(tally, _content, { minAnswers, audience }) {
    if (tally.answers < minAnswers) return null;
    const totals = { answers: tally.answers, counts: [...tally.counts] };
    return audience === 'room'
      ? { audience, ...totals, ...roomTexts(tally) }
      : { audience, ...totals, ...presenterTexts(tally) };
  },

  control: moderation,

  roomTexts: (tally) => roomTexts(tally).words.map(({ text }) => text),

  report({ options }, { choice, text }) {
    const [value, chosen] =
      choice === null ? [null, 'Written'] : [choice + 1, options[choice] ?? ''];
    return [{ item: '', value, choice: chosen, text: text ?? '' }];
  },

  variables: ({ options }) => [
    ...(options.length > 0 ? [codeOf('', coded(options))] : []),
    textOf('', 'Text'),
  ],

  // What somebody has written after suggestions is the step that they take.
  inShort: ({ starters }, { text }) =>
    starters === null || text === null ? [] : [{ about: 'next-step', text }],

  example: `question: What would make our meetings better?`,

  sample: {
    options: { id: 'sample', question: 'What hurts?', options: ['Data', 'People'], longest: 20 },
    fitting: [
      { choice: 0, text: null },
      { choice: null, text: 'Slow builds' },
      { choice: 1, text: 'No time.' },
      { choice: 1, text: 'no time' },
    ],
    unfitting: [
      null,
      'Slow builds',
      {},
      { choice: null, text: null },
      { choice: null, text: ' \u200B ' },
      { choice: null, text: '\u3164' },
      { choice: null, text: '\u2800 \u115F\u1160\uFFA0' },
      { choice: 2, text: null },
      { choice: 0.5, text: null },
      { choice: '0', text: null },
      { choice: null, text: 7 },
      { choice: 0, text: 'x'.repeat(21) },
    ],
  },

  sampleAnswer: ({ options, longest }, attendee) => ({
    choice: options.length === 0 ? null : attendee % options.length,
    text: cutText(SAMPLE_TEXTS[attendee % SAMPLE_TEXTS.length] ?? '', longest),
  }),
};
