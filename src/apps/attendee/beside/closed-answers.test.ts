import { describe, expect, it } from 'vitest';
import type { OwnAnswer } from '../../../session/views.ts';
import { closedAnswers } from './closed-answers.ts';

const FIRST = { hash: 'a', round: 1 };

describe('[V17] the closed questions that an attendee answered', () => {
  it('are those of their answers whose questions are not shown', () => {
    const own = { tea: answerTo(FIRST), milk: answerTo(FIRST), mood: answerTo(FIRST) };
    expect(closedAnswers(own, [{ id: 'milk' }, { id: 'open' }], new Map())).toBe(2);
    expect(closedAnswers({}, [{ id: 'milk' }], new Map())).toBe(0);
  });

  it('[S72] are not those that the presenter took back', () => {
    const own = { tea: answerTo(FIRST), milk: answerTo(FIRST) };
    expect(closedAnswers(own, [], new Map(), ['tea'])).toBe(1);
  });

  it('are not those that were reset or reworded since, as far as the page has seen it', () => {
    const own = { tea: answerTo(FIRST) };
    const after = (latest: { hash: string; round: number }): number =>
      closedAnswers(own, [], new Map([['tea', latest]]));
    expect(after(FIRST)).toBe(1);
    expect(after({ ...FIRST, round: 2 })).toBe(0);
    expect(after({ ...FIRST, hash: 'b' })).toBe(0);
  });
});

function answerTo(wording: { hash: string; round: number }): OwnAnswer {
  const receipt = { activity: 'tea', id: '1', seq: 1, at: 0 };
  return { ...wording, answer: null, receipt };
}
