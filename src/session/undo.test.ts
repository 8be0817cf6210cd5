import { describe, expect, it } from 'vitest';
import { PureSession, no, yes } from '../../test/fixtures/pure-session.ts';
import { firstDeck } from '../../test/fixtures/random-session.ts';
import { deckOf, question, tea } from '../../test/fixtures/small-deck.ts';
import type { Json } from '../lib/json.ts';
import { evolve, replay } from './evolve.ts';
import type { StoredFact } from './facts.ts';
import { consoleSnapshot, ownAnswers, stageSnapshot } from './project.ts';
import { report } from './results.ts';

/** Undoes the latest step, and returns what came of it. */
function undo(session: PureSession): string | string[] {
  return session.do({ type: 'step:undo', step: session.state.steps.at(-1)?.number ?? 1, at: 0 });
}

const capital = question('quiz', {
  ...{ id: 'capital', question: 'Which?', options: ['Bern', 'Basel'] },
  ...{ answer: 1, 'close-after': 20 },
});
const pain = question('open-text', { id: 'pain', question: 'What hurts?' });
const deck = deckOf([
  { title: 'Title' },
  { title: 'Tea', activity: tea },
  { title: 'Capital', activity: capital },
  { title: 'Pain', activity: pain },
]);

function atTea(): PureSession {
  const session = new PureSession(deck);
  session.show(0);
  session.show(1);
  return session;
}

describe('a question that was opened by mistake', () => {
  it('[S48] waits again, and keeps the answers that were quicker than the presenter', () => {
    const session = atTea();
    session.answer('a', 'tea', yes);
    expect(undo(session)).toEqual(['step:undone']);
    expect(session.state.position.h).toBe(0);
    expect(session.activityState('tea').phase).toBe('waiting');
    expect(session.answer('b', 'tea', no)).toBe('not-open');
    session.show(1);
    session.answer('a', 'tea', no);
    expect(session.activityState('tea').tally).toMatchObject({ answers: 1, counts: [0, 1] });
  });

  it('[S47] [S60] can be undone after the session was named', () => {
    const session = atTea();
    session.do({ type: 'session:name', name: 'Team Berlin' });
    expect(undo(session)).toEqual(['step:undone']);
    expect(session.state.name).toBe('Team Berlin');
  });

  it('[S48] [P4] shows nothing of what a second press has revealed', () => {
    const session = atTea();
    session.show(2);
    session.do({ type: 'activity:reveal-answer', activity: 'capital' });
    expect(session.state.steps.at(-1)?.did.type).toBe('activity:answer-revealed');
    undo(session);
    const [, view] = stageSnapshot(session.state).activities;
    expect(view).toMatchObject({ phase: 'open', correctAnswer: null, tally: null });
    expect(session.answer('a', 'capital', { choices: [0] })).toEqual(['answer:given']);
  });
});

describe('a question that was closed by mistake', () => {
  it('[S48] [P3] takes answers again, for the time that was left of its countdown', () => {
    const session = atTea();
    session.show(2);
    const opened = session.facts.at(-1)?.at ?? 0;
    session.do({ type: 'activity:close', activity: 'capital' });
    const left = opened + 20_000 - (session.facts.at(-1)?.at ?? 0);
    for (const attendee of ['a', 'b', 'c']) session.answer(attendee, 'tea', yes);
    undo(session);
    const undoneAt = session.facts.at(-1)?.at ?? 0;
    expect(session.activityState('capital')).toMatchObject({
      ...{ phase: 'open', revealed: false },
      closesAt: undoneAt + left,
    });
  });

  it('[S48] [P3] counts down as before where another of its steps is undone', () => {
    const session = atTea();
    session.show(2);
    const { closesAt } = session.activityState('capital');
    session.do({ type: 'activity:reveal', activity: 'capital' });
    undo(session);
    expect(session.activityState('capital').closesAt).toBe(closesAt);
  });
});

describe('a question that was reset by mistake', () => {
  const reset = (): PureSession => {
    const session = atTea();
    session.answer('a', 'tea', yes, 'a-first');
    session.answer('b', 'tea', yes, 'b-first');
    session.do({ type: 'activity:close', activity: 'tea' });
    session.do({ type: 'activity:reset', activity: 'tea' });
    return session;
  };

  it('[S48] [V2] has the answers of before, and of each attendee the latest', () => {
    const session = reset();
    session.answer('b', 'tea', no, 'b-second');
    session.answer('c', 'tea', no, 'c-first');
    undo(session);
    expect(session.activityState('tea')).toMatchObject({ phase: 'closed', round: 2 });
    expect(session.activityState('tea').tally).toMatchObject({ answers: 3, counts: [1, 2] });
    const rows = report(session.state).rows.map(({ attendee, choice }) => [attendee, choice]);
    expect(rows).toEqual([
      ['a', 'Yes'],
      ['b', 'No'],
      ['c', 'No'],
    ]);
    expect(ownAnswers(session.state, 'a')).toMatchObject({ tea: { round: 2, answer: yes } });
  });

  it('[S48] [V3] acknowledges copies of all of them, and counts none twice', () => {
    const session = reset();
    session.answer('b', 'tea', no, 'b-second');
    undo(session);
    session.do({ type: 'activity:open', activity: 'tea' });
    expect(session.answer('a', 'tea', yes, 'a-first')).toEqual([]);
    expect(session.answer('b', 'tea', yes, 'b-first')).toEqual([]);
    expect(session.answer('b', 'tea', no, 'b-second')).toEqual([]);
    expect(session.activityState('tea').tally).toMatchObject({ answers: 2, counts: [1, 1] });
  });

  it('[S48] [P7] reads the texts again that were approved, and no others', () => {
    const session = atTea();
    session.show(3);
    const write = (attendee: string, text: string) =>
      session.answer(attendee, 'pain', { choice: null, text });
    write('a', 'Slow builds');
    session.do({
      type: 'activity:control',
      activity: 'pain',
      control: { approve: ':Slow builds' },
    });
    session.do({ type: 'activity:reset', activity: 'pain' });
    write('b', 'No time');
    undo(session);
    const seen = JSON.stringify(stageSnapshot(session.state));
    expect([seen.includes('Slow builds'), seen.includes('No time')]).toEqual([true, false]);
  });
});

describe('an end that was not meant', () => {
  const ended = (): PureSession => {
    const session = atTea();
    session.show(2);
    session.do({ type: 'session:end' });
    return session;
  };

  it('[S48] [S45] is undone with the questions that it has closed, and the one step before', () => {
    const session = ended();
    session.show(1);
    session.do({ type: 'closing:show' });
    undo(session);
    expect(session.state.afterEnd?.closingShown).toBe(false);
    undo(session);
    expect(session.state).toMatchObject({ afterEnd: { closingShown: true }, position: { h: 2 } });
    expect(undo(session)).toEqual(['step:undone', 'session:reopened']);
    expect(session.state).toMatchObject({ endedAt: null, afterEnd: null });
    const phases = ['tea', 'capital'].map((id) => session.activityState(id).phase);
    expect(phases).toEqual(['open', 'open']);
    expect(session.activityState('capital').closesAt).not.toBeNull();
    undo(session);
    expect(session.state.position.h).toBe(1);
  });

  it('[S47] [S45] stays an end from 24 hours on', () => {
    const session = ended();
    const at = (session.state.endedAt ?? 0) + 24 * 60 * 60 * 1_000;
    const step = session.state.steps.at(-1)?.number ?? 0;
    expect(session.do({ type: 'step:undo', step, at })).toBe('ended-long-ago');
    expect(session.do({ type: 'step:undo', step, at: at - 1 })).toContain('session:reopened');
  });

  it('[S47] is no step any more where the session was reopened', () => {
    const session = ended();
    session.do({ type: 'session:reopen', at: 0 });
    expect(undo(session)).toBe('nothing-to-undo');
  });
});

describe('texts', () => {
  it('[S48] that one press has approved are taken back by one undo', () => {
    const session = atTea();
    session.show(3);
    const facts = session.facts;
    const approve = (key: string, at: number): void => {
      const seq = facts.length + 1;
      const control: Json = { approve: key };
      const fact = { type: 'activity:controlled', activity: 'pain', control, step: seq } as const;
      const stored: StoredFact = { seq, at, fact };
      facts.push(stored);
      evolve(session.state, stored);
    };
    approve(':Slow builds', 100_000);
    approve(':No time', 100_040);
    approve(':No money', 100_080);
    approve(':No idea', 105_000);
    expect(consoleSnapshot(session.state).undo).toMatchObject({ label: 'Text approved' });
    undo(session);
    expect(session.activityState('pain').tally).toMatchObject({
      approved: new Set([':Slow builds', ':No time', ':No money']),
    });
    undo(session);
    expect(session.activityState('pain').tally).toMatchObject({ approved: new Set() });
    expect(session.state.steps.at(-1)?.did.type).toBe('slide:shown');
  });
});

describe('an undo', () => {
  it('[S47] is of the latest step alone: one that came since is not touched', () => {
    const session = atTea();
    const seen = session.state.steps.at(-1)?.number ?? 0;
    session.do({ type: 'stage:blank', on: true });
    expect(session.do({ type: 'step:undo', step: seen, at: 0 })).toBe('not-the-last-step');
    expect(session.state).toMatchObject({ blanked: true, position: { h: 1 } });
  });

  it('[S47] [S14] that is asked for twice is done once', () => {
    const session = atTea();
    const step = session.state.steps.at(-1)?.number ?? 0;
    expect(session.do({ type: 'step:undo', step, at: 0 })).toEqual(['step:undone']);
    expect(session.do({ type: 'step:undo', step, at: 0 })).toEqual([]);
    expect(session.state.position.h).toBe(0);
  });

  it('[S47] leads no further than the first step', () => {
    const session = atTea();
    undo(session);
    undo(session);
    expect(session.state).toMatchObject({ joinShown: true, talkStartedAt: null, steps: [] });
    expect(undo(session)).toBe('nothing-to-undo');
  });

  it('[S47] [P2] [P3] does not take back what a countdown has ended', () => {
    const session = atTea();
    session.show(2);
    const { closesAt } = session.activityState('capital');
    session.do({ type: 'stage:blank', on: true });
    session.do({ type: 'countdown:end', activity: 'capital', closesAt: closesAt ?? 0 });
    undo(session);
    expect(session.state.blanked).toBe(false);
    expect(undo(session)).toBe('nothing-to-undo');
    expect(session.activityState('capital').phase).toBe('closed');
  });

  it('[S47] does not take back what came before another wording of the deck', () => {
    const session = atTea();
    session.do({ type: 'deck:revise', deck: firstDeck });
    expect(consoleSnapshot(session.state).undo).toBeNull();
    expect(undo(session)).toBe('nothing-to-undo');
  });

  it('[S47] is offered by name on the console, and says what was undone', () => {
    const session = atTea();
    session.do({ type: 'activity:close', activity: 'tea' });
    const { undo: offered } = consoleSnapshot(session.state);
    expect(offered).toEqual({ type: 'activity:closed', activity: 'tea', step: session.state.seq });
    undo(session);
    expect(consoleSnapshot(session.state)).toMatchObject({
      undo: { type: 'slide:shown', position: { h: 1 } },
      undone: offered,
    });
    session.do({ type: 'stage:blank', on: true });
    expect(consoleSnapshot(session.state).undone).toBeNull();
  });

  it('[S47] [S1] is as possible after a restart as before', () => {
    const session = atTea();
    session.do({ type: 'activity:reset', activity: 'tea' });
    undo(session);
    const again = replay(
      session.facts.map((fact) => JSON.parse(JSON.stringify(fact)) as StoredFact),
    );
    expect(again === null ? null : consoleSnapshot(again)).toEqual(consoleSnapshot(session.state));
  });

  it('[S47] [S25] takes back no step that an earlier version has recorded, and those that follow', () => {
    const { facts } = atTea();
    const state = replay(
      facts.map(({ fact, ...stored }) => {
        const { step: _, ...earlier } = { step: 0, ...fact };
        return { ...stored, fact: earlier };
      }),
    );
    expect(state).toMatchObject({ steps: [], position: { h: 1 } });
    if (state === null) return;
    const seq = state.seq + 1;
    const fact = { type: 'stage:blanked', on: true, step: seq } as const;
    evolve(state, { seq, at: 100_000, fact });
    evolve(state, { seq: seq + 1, at: 101_000, fact: { type: 'step:undone', undoes: seq } });
    expect(state).toMatchObject({ blanked: false, steps: [], position: { h: 1 } });
  });
});
