import { isRecord } from '../../lib/json.ts';
import { failure, success, type Result } from '../../lib/result.ts';
import { cutText, normaliseText, textLength } from '../../lib/typed-text.ts';
import type { ActivityType, ChannelRow } from '../contract.ts';
import { groupOf, textOf } from '../../moderation/text-key.ts';
import { presenterTexts, type ReviewedWords } from '../../moderation/shown.ts';
import { rootOf } from '../../moderation/root-of.ts';
import { isVoteKey, nameOfText, voteKeyOf } from '../../moderation/vote-key.ts';
import {
  ASKED_ALREADY,
  MOST_OPEN,
  TOO_MANY_OPEN,
  type QuestionsAnswer,
  type QuestionsContent,
} from './content.ts';
import { questionsControl, type QuestionsControl } from './control.ts';
import { ownQuestions } from './own-questions.ts';
import { presenterQuestions, roomQuestions } from './shown.ts';
import { countQuestions, marksOf, noQuestions } from './tally.ts';
import type { QuestionsShown, QuestionsTally } from './tally.ts';

type Rules = ActivityType<
  QuestionsContent,
  QuestionsAnswer,
  QuestionsTally,
  QuestionsShown,
  QuestionsControl
>;

const LONGEST = 200;
const MOST_ASKED = 20;
const MOST_VOTES = 200;

const SAMPLE_QUESTIONS = [
  'How long did it take until it paid off?',
  'Who keeps the models up to date?',
  'What would you do otherwise today?',
  'Where do we begin with a small team?',
];

export const questions: Rules = {
  type: 'questions',
  // Somebody reads each before the room does, as with open texts.
  minAnswers: 1,
  results: 'live',

  read: (fence) => ({ longest: LONGEST, lang: fence.deck.lang }),
  publicContent: ({ longest }) => ({ longest }),
  correctAnswer: () => null,
  isCorrect: () => null,

  check({ longest }, answer) {
    if (!isRecord(answer) || !Array.isArray(answer['asked']) || !Array.isArray(answer['votes'])) {
      return failure('Send your questions and your votes, as lists.');
    }
    const asked = readAsked(answer['asked'], longest);
    if (!asked.ok) return asked;
    const votes: unknown[] = answer['votes'];
    const keys = votes.filter(isVoteKey);
    if (keys.length < votes.length) return failure('A vote has to name a question.');
    if (new Set(keys).size < keys.length) return failure('You have one vote for each question.');
    if (keys.length > MOST_VOTES) return failure(`You have ${MOST_VOTES} votes at most.`);
    return success({ asked: asked.value, votes: keys });
  },

  object(tally, { asked }, before) {
    const isNew = asked.some((text) => before?.asked.includes(text) !== true);
    const open = asked.filter((text) => !tally.answered.has(rootOf(tally, nameOfText(text))));
    return isNew && open.length > MOST_OPEN ? TOO_MANY_OPEN : null;
  },

  emptyTally: ({ lang = 'en' }) => noQuestions(lang),
  count: (tally, answer, by, attendee, at = 0) => countQuestions(tally, answer, by, attendee, at),

  show: (tally, _content, { audience }) =>
    audience === 'room' ? roomQuestions(tally) : presenterQuestions(tally),

  control: questionsControl,

  report: (_content, { asked }) =>
    asked.map((text) => ({ item: '', value: null, choice: '', text })),

  // Its lines name no attendee.
  variables: () => [],

  channel: {
    audience: 'room',
    question: 'Questions from the room',
    report: rows,
    leave: ({ spotlight }) => (spotlight === null ? null : { spotlight: null, before: spotlight }),
    own: (tally, { asked }) =>
      ownQuestions(asked, roomQuestions(tally)).map(({ text, is }) => ({
        text,
        note: is === 'answered' ? 'Answered' : '',
      })),
  },

  example: '',

  sample: {
    options: { id: 'questions', question: 'Questions from the room' },
    fitting: [
      { asked: ['Why not on our own machines?'], votes: [] },
      { asked: ['Why not on our own machines?', 'Who pays?'], votes: [] },
      { asked: [], votes: [voteKeyOf(nameOfText('Who pays?'))] },
      { asked: [], votes: [] },
    ],
    unfitting: [
      null,
      'Who pays?',
      {},
      { asked: ['Who pays?'] },
      { asked: [' \u200B '], votes: [] },
      { asked: [7], votes: [] },
      { asked: ['x'.repeat(LONGEST + 1)], votes: [] },
      { asked: ['Who pays?', 'who pays'], votes: [] },
      { asked: Array.from({ length: MOST_ASKED + 1 }, (_, place) => `Q${place}`), votes: [] },
      { asked: [], votes: ['Who pays?'] },
      { asked: [], votes: ['0123456789ab', '0123456789ab'] },
      { asked: [], votes: Array.from({ length: MOST_VOTES + 1 }, (_, place) => hexKey(place)) },
    ],
  },

  sampleAnswer: ({ longest }, attendee) => ({
    asked: [cutText(SAMPLE_QUESTIONS[attendee % SAMPLE_QUESTIONS.length] ?? '', longest)],
    votes: [],
  }),
};

function hexKey(number: number): string {
  return number.toString(16).padStart(12, '0');
}

function readAsked(written: readonly unknown[], longest: number): Result<string[], string> {
  const asked: string[] = [];
  const names = new Set<string>();
  if (written.length > MOST_ASKED) return failure(`You may ask ${MOST_ASKED} questions in all.`);
  for (const one of written) {
    if (typeof one !== 'string') return failure('A question has to be a text.');
    const text = normaliseText(one);
    if (text === '') return failure('Write a question.');
    if (textLength(text) > longest) return failure(`Shorten it to ${longest} characters.`);
    const name = nameOfText(text);
    if (names.has(name)) return failure(ASKED_ALREADY);
    names.add(name);
    asked.push(text);
  }
  return success(asked);
}

/** A line for each question, with its votes and what became of it. */
function rows(tally: QuestionsTally): ChannelRow[] {
  const { words, putAway = [] } = presenterTexts(tally, Infinity);
  const row = (one: ReviewedWords, became: string): ChannelRow => ({
    ...{ item: '', value: one.count, choice: became, text: textOf(one.key) },
    at: marksOf(tally, groupOf(one.key)).at,
  });
  return [
    ...words.map((one) => {
      const isAnswered = tally.answered.has(groupOf(one.key));
      if (isAnswered) return row(one, 'answered');
      return row(one, one.approved ? 'shown' : 'not approved');
    }),
    ...putAway.map((one) => row(one, 'put away')),
  ];
}
