import { describe, expect, it } from 'vitest';
import { nameOfText, voteKeyOf } from '../../moderation/vote-key.ts';
import type { QuestionsAnswer } from './content.ts';
import { inOrder, ownQuestions } from './own-questions.ts';
import { questions } from './questions.ts';
import type { QuestionsTally, RoomQuestions } from './tally.ts';

const CONTENT = { longest: 200, lang: 'en' };
const PAYS = 'Who pays?';
const WHEN = 'When do we begin?';

const keyOf = (text: string): string => voteKeyOf(nameOfText(text));

/** A room whose attendees, in their order, gave these answers. */
const roomWith = (...answers: readonly Partial<QuestionsAnswer>[]): QuestionsTally => {
  const tally = questions.emptyTally(CONTENT);
  for (const [place, answer] of answers.entries()) give(tally, `attendee ${place}`, answer, place);
  return tally;
};

const give = (tally: QuestionsTally, who: string, given: Partial<QuestionsAnswer>, at = 0): void =>
  questions.count(tally, { asked: [], votes: [], ...given }, 1, who, at);

const control = (tally: QuestionsTally, wanted: object): string | null => {
  const checked = questions.control?.check(tally, wanted);
  if (checked?.ok !== true) return checked?.error ?? '';
  if (checked.value !== null) questions.control?.apply(tally, checked.value);
  return checked.value === null ? 'nothing' : null;
};

const options = { minAnswers: 1, answerRevealed: false, now: 0 };
const room = (tally: QuestionsTally): RoomQuestions => {
  const shown = questions.show(tally, CONTENT, { ...options, audience: 'room' });
  if (shown.audience !== 'room') throw new Error('The room was shown what the presenter sees');
  return shown;
};
const counts = (tally: QuestionsTally) => room(tally).words.map(({ text, count }) => [text, count]);

describe('[V37] a question from the room', () => {
  it('is read by the room once it is approved, or once all come through', () => {
    const tally = roomWith({ asked: [PAYS] }, { asked: [WHEN] });
    expect(counts(tally)).toEqual([]);
    expect(control(tally, { approve: `:${PAYS}` })).toBeNull();
    expect(counts(tally)).toEqual([[PAYS, 1]]);
    expect(control(tally, { 'let-through': true })).toBeNull();
    expect(counts(tally)).toHaveLength(2);
    expect(control(tally, { 'let-through': false })).toBeNull();
    expect(counts(tally)).toEqual([[PAYS, 1]]);
  });

  it('is held back where it is rude, also when all come through', () => {
    const tally = roomWith({ asked: ['What the fuck?'] });
    control(tally, { 'let-through': true });
    expect(counts(tally)).toEqual([]);
  });

  it('never says who asked it, to nobody', () => {
    const tally = roomWith({ asked: [PAYS] });
    control(tally, { approve: `:${PAYS}` });
    const presenter = questions.show(tally, CONTENT, { ...options, audience: 'presenter' });
    const all = [room(tally), presenter, questions.channel?.report(tally, 0)];
    expect(JSON.stringify(all)).not.toContain('attendee 0');
  });
});

describe('[V38] votes', () => {
  it('count each attendee once: who asked, who voted, who did both, and who asked the same', () => {
    const tally = roomWith(
      { asked: [PAYS], votes: [keyOf(PAYS)] },
      { votes: [keyOf(PAYS)] },
      { asked: ['who pays'] },
    );
    control(tally, { approve: `:${PAYS}` });
    expect(counts(tally)).toEqual([[PAYS, 3]]);
  });

  it('are added up over merged questions, and nobody counts twice', () => {
    const tally = roomWith(
      { asked: [PAYS] },
      { asked: [WHEN], votes: [keyOf(PAYS)] },
      { votes: [keyOf(PAYS), keyOf(WHEN)] },
    );
    control(tally, { approve: `:${PAYS}` });
    control(tally, { merge: `:${WHEN}`, into: `:${PAYS}` });
    expect(counts(tally)).toEqual([[PAYS, 3]]);
  });

  it('are kept for a question that nobody has asked, and show nothing', () => {
    const tally = roomWith({ votes: [keyOf('Nothing of the kind')] });
    control(tally, { 'let-through': true });
    expect(room(tally)).toMatchObject({ words: [], more: 0 });
  });

  it('leave with a question that is taken back', () => {
    const tally = roomWith({ asked: [PAYS] }, { votes: [keyOf(PAYS)] });
    control(tally, { approve: `:${PAYS}` });
    questions.count(tally, { asked: [PAYS], votes: [] }, -1, 'attendee 0', 1);
    expect(counts(tally)).toEqual([]);
  });
});

describe('[V39] an attendee', () => {
  const five = Array.from({ length: 5 }, (_, place) => `Question ${place}`);
  const answer = (asked: readonly string[]): QuestionsAnswer => ({ asked, votes: [] });

  it('has five open questions at most, and may ask again once one is answered or taken back', () => {
    const tally = roomWith({ asked: five });
    const objection = questions.object?.(tally, answer([...five, PAYS]), answer(five));
    expect(objection).toBe('You have 5 open questions. Take one back to ask another.');
    expect(questions.object?.(tally, answer([...five.slice(1), PAYS]), answer(five))).toBeNull();
    control(tally, { approve: ':Question 0' });
    control(tally, { answer: ':Question 0' });
    expect(questions.object?.(tally, answer([...five, PAYS]), answer(five))).toBeNull();
  });

  it('may vote on while an answer that was taken back leaves six of them open', () => {
    const six = [...five, PAYS];
    const tally = roomWith({ asked: six });
    const voted = { asked: six, votes: [keyOf(WHEN)] };
    expect(questions.object?.(tally, voted, answer(six))).toBeNull();
  });

  it('is not told that a question was put away', () => {
    const tally = roomWith({ asked: [PAYS, WHEN] });
    control(tally, { 'put-away': `:${PAYS}` });
    expect(ownQuestions([PAYS, WHEN], room(tally)).map(({ is }) => is)).toEqual([
      'waiting',
      'waiting',
    ]);
  });

  it('finds a question again that goes on in another one', () => {
    const tally = roomWith({ asked: [PAYS] }, { asked: [WHEN] });
    control(tally, { approve: `:${PAYS}` });
    control(tally, { merge: `:${WHEN}`, into: `:${PAYS}` });
    expect(ownQuestions([WHEN], room(tally))).toEqual([
      { text: WHEN, is: 'shown', key: keyOf(PAYS) },
    ]);
  });
});

describe('[V40] the presenter', () => {
  it('pins, answers and shows large what the room reads, and nothing else', () => {
    const tally = roomWith({ asked: [PAYS] });
    for (const verb of ['pin', 'answer', 'spotlight']) {
      expect(control(tally, { [verb]: `:${PAYS}` })).toMatch(/^Approve the (question|text)/);
    }
    control(tally, { approve: `:${PAYS}` });
    for (const verb of ['pin', 'spotlight', 'answer']) {
      expect(control(tally, { [verb]: `:${PAYS}` })).toBeNull();
    }
    expect(room(tally).words).toMatchObject([{ pinned: true, answered: true }]);
  });

  it('ends the spotlight with the answer, and has it back with an undo', () => {
    const tally = roomWith({ asked: [PAYS] });
    control(tally, { approve: `:${PAYS}` });
    control(tally, { spotlight: `:${PAYS}` });
    const checked = questions.control?.check(tally, { answer: `:${PAYS}` });
    if (checked?.ok !== true || checked.value === null) throw new Error('It was refused');
    questions.control?.apply(tally, checked.value);
    expect(room(tally).spotlight).toBeUndefined();
    questions.control?.apply(tally, questions.control.inverse(checked.value));
    expect(room(tally).spotlight).toMatchObject({ text: PAYS });
    expect(room(tally).words).not.toMatchObject([{ answered: true }]);
  });

  it('has pinned questions first, then those with most votes or the newest; answered ones apart', () => {
    const tally = roomWith(
      { asked: [PAYS] },
      { asked: [WHEN] },
      { asked: ['Why?'], votes: [keyOf(PAYS)] },
      { asked: ['How?'] },
    );
    for (const text of [PAYS, WHEN, 'Why?', 'How?']) control(tally, { approve: `:${text}` });
    control(tally, { pin: ':Why?' });
    control(tally, { answer: ':How?' });
    const { words } = room(tally);
    const texts = (order: 'votes' | 'newest') => inOrder(words, order).open.map(({ text }) => text);
    expect(texts('votes')).toEqual(['Why?', PAYS, WHEN]);
    expect(texts('newest')).toEqual(['Why?', WHEN, PAYS]);
    expect(inOrder(words, 'votes').answered.map(({ text }) => text)).toEqual(['How?']);
  });

  it('takes home each question with its votes and what became of it', () => {
    const tally = roomWith({ asked: [PAYS] }, { asked: [WHEN], votes: [keyOf(PAYS)] });
    control(tally, { approve: `:${PAYS}` });
    control(tally, { answer: `:${PAYS}` });
    control(tally, { 'put-away': `:${WHEN}` });
    expect(questions.channel?.report(tally, 0)).toEqual([
      { item: '', value: 2, choice: 'answered', text: PAYS, at: 0 },
      { item: '', value: 1, choice: 'put away', text: WHEN, at: 1 },
    ]);
  });
});
