import { textOf } from '../variables.ts';
import { isRecord, isString } from '../../lib/json.ts';
import { failure, success } from '../../lib/result.ts';
import { shuffled } from '../../lib/shuffle.ts';
import { cutText, textLength } from '../../lib/typed-text.ts';
import { countText } from '../../moderation/groups.ts';
import { moderation, type Moderation } from '../../moderation/moderation.ts';
import { presenterTexts, roomTexts, type Words } from '../../moderation/shown.ts';
import { noTexts, type WrittenTexts } from '../../moderation/texts.ts';
import type { ActivityType } from '../contract.ts';
import type { CloudWord, WordCloudAnswer, WordCloudContent, WordCloudShown } from './content.ts';
import { distinctWords } from './distinct-words.ts';
import { mostWords, tooLong } from './labels.ts';

type WordCloudTally = WrittenTexts & { answers: number };

type Rules = ActivityType<
  WordCloudContent,
  WordCloudAnswer,
  WordCloudTally,
  WordCloudShown,
  Moderation
>;

const MOST_WORDS = 3;
const DEFAULT_LONGEST = 30;

const SAMPLE_WORDS = [
  ...['Trust', 'Time', 'Clear goals', 'Focus', 'Feedback', 'Courage', 'Good tools', 'Curiosity'],
  ...[
    'Coffee',
    'Fewer meetings',
    'Honesty',
    'Patience',
    'Learning',
    'Humour',
    'Sleep',
    'Fair play',
  ],
];

export const wordCloud: Rules = {
  type: 'word-cloud',
  // As for an open text: most words are given by one person alone.
  minAnswers: 1,
  results: 'live',

  read: (fence) => ({
    words: fence.integer('words', 1, MOST_WORDS, MOST_WORDS),
    longest: fence.integer('longest', 5, 60, DEFAULT_LONGEST),
    approve: fence.oneOf('approve', ['each', 'never']),
    lang: fence.deck.lang,
  }),

  publicContent: ({ lang: _, ...content }) => content,
  correctAnswer: () => null,
  isCorrect: () => null,

  check({ words: most, longest }, answer) {
    const given = isRecord(answer) ? answer['words'] : undefined;
    if (!Array.isArray(given)) return failure('The answer must list your words.');
    if (given.length > most) return failure(`${mostWords(most)}.`);
    if (!given.every(isString)) return failure('Each of your words must be a text.');
    const words = distinctWords(given);
    const long = words.find((word) => textLength(word) > longest);
    if (long !== undefined) return failure(tooLong(longest));
    return words.length === 0 ? failure('Write a word.') : success({ words });
  },

  emptyTally: ({ approve, lang = 'en' }) => ({
    answers: 0,
    ...noTexts({ letsThrough: approve === 'never', lang }),
  }),

  count(tally, { words }, by) {
    tally.answers += by;
    for (const text of words) countText(tally.groups, { choice: null, text }, by);
  },

  show(tally, _content, { minAnswers, audience }) {
    const { answers } = tally;
    if (answers < minAnswers) return null;
    if (audience === 'presenter') return { audience, answers, ...presenterTexts(tally) };
    const { waiting, more, words, spotlight } = roomTexts(tally);
    return {
      ...{ audience, answers, waiting, more, words: words.map(cloudWord) },
      ...(spotlight === undefined ? {} : { spotlight: cloudWord(spotlight) }),
    };
  },

  control: moderation,

  roomTexts: (tally) => roomTexts(tally).words.map(({ text }) => text),

  report: (_content, { words }) =>
    words.map((text, place) => ({
      item: `Word ${place + 1}`,
      value: null,
      choice: 'Written',
      text,
    })),

  variables: ({ words }) =>
    Array.from({ length: words }, (_, place) => textOf(`Word ${place + 1}`)),

  example: `question: What does a good meeting need?
words: 3`,

  sample: {
    options: { id: 'sample', question: 'What do you need?', longest: 20 },
    fitting: [
      { words: ['Slow builds'] },
      { words: ['No time.', 'trust'] },
      { words: ['no time', ' Trust ', 'TRUST!'] },
      { words: ['Less', 'Fewer', 'None'] },
    ],
    unfitting: [
      null,
      'Trust',
      {},
      ['Trust'],
      { words: 'Trust' },
      { words: [] },
      { words: [''] },
      { words: [' \u200B ', '\u3164'] },
      { words: ['a', 'b', 'c', 'd'] },
      { words: ['a', 7] },
      { words: ['a', null] },
      { words: [['a']] },
      { words: { 0: 'a', length: 1 } },
      { words: ['x'.repeat(21)] },
      { words: Array.from({ length: 100_000 }, () => 'a') },
    ],
  },

  // Earlier words are given more often, so that a cloud has a shape.
  sampleAnswer({ words, longest }, attendee) {
    const dealt = shuffled([...SAMPLE_WORDS.keys()], String(attendee));
    const liked = dealt.map((word, at) => ({ word, at: at + 0.8 * word }));
    const order = liked.sort((one, other) => one.at - other.at).map(({ word }) => word);
    return {
      words: order.slice(0, words).map((word) => cutText(SAMPLE_WORDS[word] ?? '', longest)),
    };
  },
};

function cloudWord({ text, count }: Words): CloudWord {
  return { text, count };
}
