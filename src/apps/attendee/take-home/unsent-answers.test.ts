import { describe, expect, it } from 'vitest';
import type { AnswerState } from '../../../client/sessions/attendee-session.ts';
import type { Json } from '../../../lib/json.ts';
import type { ActivityView, TakeHomeQuestion } from '../../../session/views.ts';
import { unsentAnswers, wordsOf } from './unsent-answers.ts';

const activity: ActivityView = {
  ...{ id: 'step', type: 'open-text', hash: 'a', question: 'Which step?', content: null },
  ...{ minAnswers: 1, hasCorrectAnswer: false, accent: null, startsFrom: null, round: 1 },
  ...{ phase: 'closed', revealed: false, tally: null, hidden: null, closesAt: null },
  ...{ correctAnswer: null, shift: null },
};
const asked: TakeHomeQuestion = {
  ...{ activity, answer: null, items: [], judged: false, right: null },
  ...{ nextSteps: [], before: [], inShort: [], chapter: '' },
};

const unsent = (draft: Json | null, state: AnswerState) =>
  unsentAnswers({ draftOf: () => draft, answerTo: () => state }, [asked]);

describe('[V19] drafts on a final page', () => {
  it('are those that were never sent, with their words', () => {
    const one = { id: 'step', question: 'Which step?', words: 'A drill', refusal: null };
    expect(unsent(' A drill ', { is: 'none' })).toEqual([one]);
    expect(unsent('A drill', { is: 'recorded', answer: 1 })).toEqual([one]);
    expect(unsent(null, { is: 'none' })).toEqual([]);
    expect(unsent([0, 2], { is: 'none' })).toMatchObject([{ words: '' }]);
    expect(unsent([0, 2], { is: 'recorded', answer: 1 })).toEqual([]);
  });

  it('are not those on their way, and say why they were refused', () => {
    expect(unsent('A drill', { is: 'kept', answer: 1 })).toEqual([]);
    const error = { name: 'session-ended', message: 'This session has ended.' } as const;
    expect(unsent('A drill', { is: 'refused', answer: null, error })).toMatchObject([
      { refusal: 'This session has ended.' },
    ]);
  });

  it.each([
    ['Half a sen', 'Half a sen'],
    [['99', ' ', '80'], '99 · 80'],
    [{ choices: [0, 2], other: 'Milk' }, 'Milk'],
    [{ choices: [0, 2], other: '' }, ''],
    [[0, 2], ''],
    [null, ''],
  ])('have the words that were typed: %j', (draft, words) => {
    expect(wordsOf(draft)).toBe(words);
  });
});
