import { describe, expect, it } from 'vitest';
import type { Json } from '../../../src/lib/json.ts';
import { report, type Results } from '../../../src/session/results.ts';
import { PureSession } from '../../../test/fixtures/pure-session.ts';
import type { GivenAnswer, Outcome } from './given-answer.ts';
import { compareAnswers } from './compare-answers.ts';
import { stageDelays } from './stage.ts';

const yes = { choices: [0], other: null };
const no = { choices: [1], other: null };
const underWay: Outcome = { is: 'under-way' };
const recorded = (seq: number, after = 5): Outcome => ({ is: 'recorded', seq, after });

function given(attendee: string, answer: Json, outcome: Outcome, sentAt = 0): GivenAnswer {
  const wording = { hash: 'h', round: 1 };
  const what = { attendee, activity: 'tea', id: `${attendee}-${sentAt}`, answer, ...wording };
  return { ...what, sentAt, wasInterrupted: false, outcome };
}

/** The results of a talk in which these attendees gave these answers, in this order. */
function resultsOf(...said: readonly [string, Json][]): Results {
  const session = new PureSession();
  session.do({ type: 'activity:open', activity: 'tea' });
  for (const [attendee, answer] of said) session.answer(attendee, 'tea', answer);
  return report(session.state);
}

const right = { lost: 0, doubled: 0, other: 0 };

describe('[V7] [X1] the results, beside what phones were told,', () => {
  it('are right where each says what was acknowledged last', () => {
    const answers = [given('ada', yes, recorded(3)), given('bob', no, recorded(4))];
    const changed = given('ada', no, recorded(5));
    expect(compareAnswers(resultsOf(['bob', no], ['ada', no]), [...answers, changed])).toEqual(
      right,
    );
  });

  it('lack an answer that was acknowledged', () => {
    const answers = [given('ada', yes, recorded(3)), given('bob', no, recorded(4))];
    expect(compareAnswers(resultsOf(['ada', yes]), answers)).toEqual({ ...right, lost: 1 });
  });

  it('have an answer twice', () => {
    const results = resultsOf(['ada', yes]);
    const twice = { ...results, rows: [...results.rows, ...results.rows] };
    const answers = [given('ada', yes, recorded(3))];
    expect(compareAnswers(twice, answers)).toEqual({ ...right, doubled: 1 });
  });

  it('have another answer than was acknowledged, or an older one', () => {
    const answers = [given('ada', yes, recorded(3)), given('ada', no, recorded(5))];
    expect(compareAnswers(resultsOf(['ada', yes]), answers)).toEqual({ ...right, other: 1 });
  });

  it('have an answer of somebody who gave none', () => {
    const refused: Outcome = { is: 'refused', why: 'not-open' };
    expect(compareAnswers(resultsOf(['ada', yes]), [])).toEqual({ ...right, other: 1 });
    expect(compareAnswers(resultsOf(['ada', yes]), [given('ada', yes, refused)])).toEqual({
      ...right,
      other: 1,
    });
  });

  it('may have, or not, an answer that got no reply', () => {
    const answers = [given('ada', yes, recorded(3)), given('ada', no, underWay)];
    expect(compareAnswers(resultsOf(['ada', no]), answers)).toEqual(right);
    expect(compareAnswers(resultsOf(['ada', yes]), answers)).toEqual(right);
    expect(compareAnswers(resultsOf(), [given('ada', no, underWay)])).toEqual(right);
  });
});

describe('the way of an answer to the stage', () => {
  const seen = (answered: number, at: number) => ({ activity: 'tea', answered, at });

  it('ends with the count that its place in the log has', () => {
    const answers = [given('ada', yes, recorded(9), 100), given('bob', no, recorded(4), 120)];
    expect(stageDelays(answers, [seen(1, 130), seen(2, 190)])).toEqual([10, 90]);
  });

  it('ends with a later count where several were gathered', () => {
    const answers = [given('ada', yes, recorded(4), 100), given('bob', no, recorded(9), 120)];
    expect(stageDelays(answers, [seen(2, 200)])).toEqual([100, 80]);
  });

  it('is not that of a changed answer, which counts as one', () => {
    const answers = [given('ada', yes, recorded(4), 100), given('ada', no, recorded(9), 500)];
    expect(stageDelays(answers, [seen(1, 110)])).toEqual([10]);
  });

  it('says nothing of a phone that was locked meanwhile, though it has its place', () => {
    const locked = { ...given('ada', yes, recorded(4), 100), wasInterrupted: true };
    const answers = [locked, given('bob', no, recorded(9), 500)];
    expect(stageDelays(answers, [seen(1, 400), seen(2, 520)])).toEqual([20]);
  });
});
