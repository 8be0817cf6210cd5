import { describe, expect, it } from 'vitest';
import { activityView } from '../../../../test/fixtures/activity-view.ts';
import type { TakeHomeQuestion } from '../../../session/views.ts';
import { outlineOf } from './chapters.ts';
import { inShortOf } from './summary-lines.ts';

function question(id: string, said: Partial<TakeHomeQuestion> = {}): TakeHomeQuestion {
  return {
    ...{ activity: { ...activityView, id }, answer: 1, items: [], judged: false, right: null },
    ...{ nextSteps: [], before: [], inShort: [], chapter: '', ...said },
  };
}

const rating = question('rating', {
  inShort: [
    { about: 'suggested-step', text: 'Write a checklist' },
    { about: 'lowest', text: 'Data (2 of 5)' },
  ],
});
const check = question('check', { judged: true, right: true });

describe('[X5] the summary of a take-home', () => {
  it('is the next step, what is lowest, the match, what was put first, and the score, in this order', () => {
    const match = question('match', { inShort: [{ about: 'match', text: 'Netflix' }] });
    const first = question('first', { inShort: [{ about: 'first-place', text: 'Tea' }] });
    const lines = inShortOf({ questions: [check, first, match, rating] });
    expect(lines.map(({ label, text }) => `${label}: ${text}`)).toEqual([
      'Suggested next step: Write a checklist',
      'Your lowest: Data (2 of 5)',
      'Your match: Netflix',
      'You put first: Tea',
      'Your score: 1 of 1 correct',
    ]);
  });

  it('has the step that was written in place of the one suggested before', () => {
    const step = question('step', { inShort: [{ about: 'next-step', text: 'Written' }] });
    for (const questions of [
      [rating, step],
      [step, rating],
    ]) {
      expect(inShortOf({ questions }).map(({ label, text }) => `${label}: ${text}`)).toEqual([
        'Your next step: Written',
        'Your lowest: Data (2 of 5)',
      ]);
    }
  });

  it('is empty where no answer comes to anything, and says no score before one was revealed', () => {
    const questions = [question('a'), question('b', { judged: true })];
    expect(inShortOf({ questions })).toEqual([]);
  });
});

describe('[X5] the outline of a take-home', () => {
  const ids = (questions: readonly TakeHomeQuestion[]) => {
    const { first, chapters } = outlineOf(questions);
    const names = (sections: (typeof first)[number][]) =>
      sections.map((one) => (one.is === 'question' ? one.question.activity.id : 'check'));
    return {
      first: names([...first]),
      chapters: chapters.map((chapter) => {
        if (chapter.is === 'check') return 'check';
        const title = chapter.is === 'chapter' ? chapter.title : 'others';
        return `${title}: ${names([...chapter.sections]).join(' ')}`;
      }),
    };
  };

  it('has all questions in their order where the talk has no chapters', () => {
    expect(ids([question('a'), check, rating])).toEqual({
      first: ['a', 'check', 'rating'],
      chapters: [],
    });
  });

  it('has first what the answers come to, then the chapters, the others and the check', () => {
    const within = (id: string, chapter: string) => question(id, { chapter });
    expect(
      ids([
        within('a', 'Netflix'),
        check,
        question('b'),
        rating,
        within('c', 'Uber'),
        within('d', 'Netflix'),
      ]),
    ).toEqual({
      first: ['rating'],
      chapters: ['Netflix: a d', 'Uber: c', 'others: b', 'check'],
    });
  });
});
