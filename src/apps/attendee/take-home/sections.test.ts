import { describe, expect, it } from 'vitest';
import { activityView } from '../../../../test/fixtures/activity-view.ts';
import type { TakeHomeQuestion } from '../../../session/views.ts';
import { knowledgeCheckLabel, sectionsOf } from './sections.ts';

function question(id: string, said: Partial<TakeHomeQuestion> = {}): TakeHomeQuestion {
  const activity = { ...activityView, id };
  return {
    ...{ activity, answer: 1, items: [], judged: false, right: null },
    ...{ nextSteps: [], before: [], inShort: [], chapter: '', ...said },
  };
}

/** Each part by the ids in it. */
function outline(questions: TakeHomeQuestion[]): string[] {
  return sectionsOf(questions).map((part) =>
    part.is === 'question'
      ? part.question.activity.id
      : `check ${part.right}/${part.of}: ${part.questions.map(({ activity }) => activity.id).join(' ')}`,
  );
}

describe('the sections of a take-home page', () => {
  it('are in the order of the talk, without what was not answered', () => {
    expect(outline([question('a'), question('b', { answer: null }), question('c')])).toEqual([
      'a',
      'c',
    ]);
  });

  it('gather questions with a correct answer at the place of the first', () => {
    const judged = { judged: true, right: true };
    expect(
      outline([question('a'), question('b', judged), question('c'), question('d', judged)]),
    ).toEqual(['a', 'check 2/2: b d', 'c']);
  });

  it('count only questions whose correct answer was revealed', () => {
    expect(
      outline([
        question('a', { judged: true, right: true }),
        question('b', { judged: true, right: false }),
        question('c', { judged: true, right: null }),
      ]),
    ).toEqual(['check 1/2: a b c']);
  });
});

describe('the label of a knowledge check', () => {
  it('says how many answers were correct once one was revealed', () => {
    expect(knowledgeCheckLabel({ right: 9, of: 12 })).toBe('Knowledge check: 9 of 12 correct');
    expect(knowledgeCheckLabel({ right: 0, of: 0 })).toBe('Knowledge check');
  });
});
